"""Whoever searches finds, or is told what to do; whoever does not loads nothing for it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.searcher import FOUND, SAID, Searcher
from tests.support.site import words


@pytest.fixture(scope="module")
def headline(reader, site) -> str:
    return words(site.pages[reader.paths["article"]].h1)


@pytest.fixture(scope="module")
def word(headline) -> str:
    """The longest word of a headline."""
    return max(re.findall(r"\w+", headline), key=len)


def test_a_headline_finds_its_report(searcher, headline):
    searcher.types(headline)
    expect(searcher.page.locator(FOUND).filter(has_text=headline)).to_be_visible()
    first = searcher.page.locator(".results .card").first
    expect(first.locator("mark").first).to_be_visible()
    searcher.page.locator(FOUND).get_by_role("link", name=headline).click()
    expect(searcher.page.locator("h1")).to_have_text(headline)


@pytest.mark.slow
def test_nothing_of_the_index_is_loaded_before_somebody_searches(searcher, reader, word):
    assert len(searcher.asked) == 2
    searcher.types(word)
    expect(searcher.page.locator(FOUND).first).to_be_visible()
    assert any(url.endswith(".pf_index") for url in searcher.asked)
    assert [url for url in searcher.asked if not url.startswith(reader.address)] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("한국", "The reports are in English"),
        ("ミサイル警報", "The reports are in English"),
        ("qqqqzzzz", "Try another word"),
        ("<img src=x onerror=alert(1)>", "No report has"),
    ],
)
def test_what_is_in_no_report_is_said_with_all_there_is_below(searcher, typed, answer):
    searcher.types(typed)
    expect(searcher.page.locator(SAID)).to_contain_text(answer)
    expect(searcher.page.locator(FOUND)).to_have_count(0)
    expect(searcher.page.locator(".atoz")).to_be_visible()


@pytest.mark.slow
def test_without_words_everything_is_there_again(searcher, word):
    searcher.types(word)
    expect(searcher.page.locator(".atoz")).to_be_hidden()
    searcher.types(" ")
    expect(searcher.page.locator(".atoz")).to_be_visible()
    expect(searcher.page.locator(SAID)).to_be_empty()
    assert searcher.page.url.endswith("/search/")


@pytest.mark.slow
def test_the_key_leads_to_the_search_unless_it_was_switched_off(searcher, reader):
    searcher.page.goto(f"{reader.address}archive/")
    searcher.page.keyboard.press("/")
    searcher.page.wait_for_url("**/search/")
    searcher.page.keyboard.press("/")
    expect(searcher.page.get_by_label("Words to look for")).to_be_focused()
    searcher.page.keyboard.type("1/2")
    expect(searcher.page.get_by_label("Words to look for")).to_have_value("1/2")
    searcher.page.get_by_label("The key /").uncheck()
    searcher.page.goto(f"{reader.address}archive/")
    searcher.page.keyboard.press("/")
    searcher.page.wait_for_timeout(200)
    assert searcher.page.url.endswith("/archive/")


@pytest.mark.slow
def test_an_index_that_cannot_be_loaded_is_said_and_tried_again(reader, word):
    somebody = Searcher(reader.browser, reader.address)
    somebody.page.route("**/words.json", lambda route: route.abort(), times=1)
    somebody.types(word)
    expect(somebody.page.locator(SAID)).to_contain_text("could not be loaded")
    expect(somebody.page.locator(".atoz")).to_be_visible()
    somebody.page.get_by_role("button", name="Search").click()
    expect(somebody.page.locator(FOUND).first).to_be_visible()
    somebody.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("order", ["desc", "asc"])
def test_volumes_are_in_order_of_date_as_one(bound, searcher, word, order):
    dates = []
    for somebody in (bound, searcher):
        somebody.page.goto(f"{somebody.address}search/?q={word}&order={order}")
        shown = somebody.page.locator(".results time")
        expect(shown.first).to_be_visible()
        dates.append([time.get_attribute("datetime") for time in shown.all()])
    assert dates[0] == dates[1] == sorted(dates[0], reverse=order == "desc")


@pytest.mark.slow
def test_without_javascript_it_is_an_a_to_z(reader: Reader, site):
    page = reader.open("search/", java_script_enabled=False)
    expect(page.locator(".search")).to_be_hidden()
    shown = set(page.locator(".atoz li a").evaluate_all("all => all.map(a => a.pathname)"))
    wanted = {f"/{path}" for path in site.articles}
    wanted |= {f"/{path}" for path in site.pages if path.startswith("tags/") and path != "tags/"}
    assert wanted - shown == set()
