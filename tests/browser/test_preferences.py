"""What a reader asks of the browser is done: no scripts, no motion, other colors."""

import pytest

from tests.browser.reader import Reader, look, nothing

LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"
TEXT = "document.querySelector('main').innerText.trim()"
WISHES = {
    "forced colors": {"forced_colors": "active"},
    "forced colors, dark": pytest.param(
        {"forced_colors": "active", "color_scheme": "dark"}, marks=pytest.mark.slow
    ),
    "reduced motion": {"reduced_motion": "reduce"},
    "more contrast": pytest.param({"contrast": "more"}, marks=pytest.mark.slow),
}


@pytest.mark.slow
def test_everything_is_there_without_javascript(reader: Reader):
    differing = []
    # The form of the search is for scripts alone; test_search.py looks at the page without it.
    for kind, path in reader.paths.items() - {("search", "search/")}:
        scripted, plain = reader.open(path), reader.open(path, java_script_enabled=False)
        if any(scripted.evaluate(part) != plain.evaluate(part) for part in (LINKS, TEXT)):
            differing.append(kind)
    assert differing == []


@pytest.mark.slow
def test_links_work_without_javascript(reader: Reader):
    page = reader.open("", java_script_enabled=False)
    headline = page.locator("main h2 a").first
    title = headline.inner_text()
    headline.click()
    assert page.inner_text("h1") == title
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.slow
def test_no_control_is_shown_that_does_nothing(reader: Reader):
    pages = reader.kinds(java_script_enabled=False)
    dead = "button:not([popovertarget], [commandfor], [type=submit])"
    nothing({kind: look(page, f"seen('{dead}').map(named)") for kind, page in pages})


@pytest.fixture(scope="module")
def usual(reader: Reader) -> dict[str, str]:
    return {kind: look(page, "read('main')") for kind, page in reader.kinds()}


@pytest.mark.slow
@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_no_wish_loses_a_word_or_raises_an_error(reader: Reader, usual, wish):
    said = []
    page = reader.open("", **wish)
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    found = {kind: look(page, "read('main')") for kind, page in reader.kinds(**wish)}
    assert ([kind for kind in usual if found[kind] != usual[kind]], said) == ([], [])


@pytest.mark.slow
def test_nothing_moves_for_who_asks_for_stillness(reader: Reader):
    pages = reader.kinds(reduced_motion="reduce")
    nothing({kind: look(page, "moving()") for kind, page in pages})


@pytest.mark.slow
def test_the_focus_shows_in_forced_colors(reader: Reader):
    page = reader.open("", forced_colors="active")
    look(page, "rest()")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert look(page, "stop().wrong") == ""
