"""A term opens its meaning by keyboard, pointer and touch, without a script."""

import pytest

from tests.browser.reader import DESKTOP, PHONE, Reader, look, nothing
from tests.browser.test_axe import everything

BUTTONS = ".prose button[popovertarget]"
OPEN = "document.querySelector(':popover-open')?.textContent.trim() ?? ''"
FOCUSED = "document.activeElement.getAttribute('popovertarget')"
PLAIN = {"java_script_enabled": False}


@pytest.fixture
def article(reader: Reader):
    page = reader.open(reader.paths["article"], viewport=PHONE, has_touch=True, **PLAIN)
    assert page.locator(BUTTONS).count() > 3
    return page


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_and_closes_a_meaning(article, key):
    button = article.locator(BUTTONS).first
    button.focus()
    article.keyboard.press(key)
    assert len(article.evaluate(OPEN)) > 30
    article.keyboard.press("Escape")
    assert article.evaluate(OPEN) == ""
    assert article.evaluate(FOCUSED) == button.get_attribute("popovertarget")


@pytest.mark.parametrize("way", ["click", "tap"])
def test_pointer_and_touch_open_a_meaning_and_close_it_elsewhere(article, way):
    getattr(article.locator(BUTTONS).first, way)()
    assert len(article.evaluate(OPEN)) > 30
    getattr(article.locator("h1"), way)()
    assert article.evaluate(OPEN) == ""


def test_a_meaning_leads_to_the_glossary(article):
    article.locator(BUTTONS).first.focus()
    article.keyboard.press("Enter")
    article.keyboard.press("Tab")
    target = article.evaluate("document.activeElement.href")
    article.keyboard.press("Enter")
    article.wait_for_url("**/glossary/*")
    assert article.url == target
    assert article.evaluate("document.querySelector(':target') !== null")


@pytest.mark.slow
@pytest.mark.parametrize("window", [DESKTOP, PHONE], ids=["desktop", "320 px"])
def test_every_open_meaning_fits_and_breaks_no_rule(reader: Reader, window):
    page = reader.open(reader.paths["article"], viewport=window)
    found = {}
    for n in range(page.locator(BUTTONS).count()):
        page.locator(BUTTONS).nth(n).focus()
        page.keyboard.press("Enter")
        name = page.evaluate(OPEN)[:30]
        outside = look(page, "outside(document.querySelector(':popover-open'))")
        found[name] = [*look(page, "sticksOut()"), *(["outside the window"] if outside else [])]
        if n == 0:
            found[name] += everything(page)
        page.keyboard.press("Escape")
    nothing(found)


def test_every_meaning_is_printed(reader: Reader):
    page = reader.open(reader.paths["article"], viewport={"width": 700, "height": 990})
    page.emulate_media(media="print")
    meanings = page.locator("[popover]").all_text_contents()
    printed = look(page, "read()")
    page.emulate_media(media="screen")
    first = ["".join(meaning.split())[:40] for meaning in meanings]
    assert len(first) > 3
    assert [meaning for meaning in first if meaning not in printed] == []
