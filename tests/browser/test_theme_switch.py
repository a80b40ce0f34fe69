"""The switch between light and dark is a comfort, and remembers nothing unasked."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import DESKTOP, Reader

SWITCH = "header .switch"
STORED = "localStorage.length"
SHADE = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def page(reader: Reader):
    """A light page for somebody who was never here before."""
    context = reader.browser.new_context(viewport=DESKTOP, color_scheme="light")
    page = context.new_page()
    page.goto(reader.address)
    yield page
    context.close()


def test_it_stores_nothing_until_it_is_used(page, reader):
    page.goto(reader.address + reader.paths["article"])
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(STORED) == 0
    page.locator(SWITCH).click()
    assert page.evaluate(STORED) == 1
    assert page.context.cookies() == []


def test_it_turns_the_page_dark_and_the_next_one_too(page, reader):
    light = page.evaluate(SHADE)
    page.locator(SWITCH).click()
    dark = page.evaluate(SHADE)
    page.goto(reader.address + reader.paths["archive"])
    assert dark != light
    assert page.evaluate(SHADE) == dark


def test_going_back_to_what_the_system_says_forgets_the_choice(page):
    light = page.evaluate(SHADE)
    page.locator(SWITCH).click()
    page.locator(SWITCH).click()
    assert (page.evaluate(SHADE), page.evaluate(STORED)) == (light, 0)


def test_without_a_choice_the_page_follows_the_system(page):
    light, name = page.evaluate(SHADE), page.locator(SWITCH).inner_text()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(SHADE) != light
    expect(page.locator(SWITCH)).not_to_have_text(name)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_works_from_the_keyboard(page, key):
    light = page.evaluate(SHADE)
    page.locator(SWITCH).focus()
    page.keyboard.press(key)
    assert page.evaluate(SHADE) != light


def test_it_works_where_nothing_can_be_stored(page, reader):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(reader.address)
    light = page.evaluate(SHADE)
    page.locator(SWITCH).click()
    assert page.evaluate(SHADE) != light
    assert said == []
