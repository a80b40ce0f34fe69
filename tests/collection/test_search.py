"""What is found in our reports."""

import json

import pytest
from playwright.sync_api import expect

from desk.static_server import serve_folder
from tests.browser.searcher import FOUND, SAID, Searcher

LEAD = "Defense chiefs set end-2023 deadline for sharing North Korean missile warning data"


def test_missile_warning_finds_the_lead_article(searcher):
    searcher.types("missile warning")
    expect(searcher.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
    first = searcher.page.locator(".results .card").first
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator("time")).not_to_be_empty()
    searcher.page.locator(FOUND).get_by_role("link", name=LEAD).click()
    expect(searcher.page.locator("h1")).to_have_text(LEAD)


@pytest.mark.slow
def test_choices_narrow_what_was_found_and_say_how_much_is_left(searcher):
    searcher.page.get_by_label("Outlet").select_option("KBS World")
    expect(searcher.page.locator(SAID)).to_have_text("3 reports")
    expect(searcher.page.get_by_label("Year").locator("option")).to_contain_text(["2023 (2)"])
    searcher.page.get_by_label("Year").select_option("2023")
    expect(searcher.page.locator(FOUND)).to_have_count(2)
    searcher.page.get_by_label("Order").select_option("Oldest")
    dates = searcher.page.locator(".results time")
    expect(dates).to_have_text(["August 19, 2023", "December 14, 2023"])
    assert searcher.page.url.endswith("?outlet=KBS+World&year=2023&order=asc")


@pytest.mark.slow
def test_an_address_with_words_searches_for_them(searcher, reader):
    searcher.page.goto(f"{reader.address}search/?q=freedom+edge&kind=Official+statement")
    expect(searcher.page.locator(FOUND)).to_have_count(1)
    expect(searcher.page.get_by_label("Words to look for")).to_have_value("freedom edge")


@pytest.mark.slow
def test_a_mistyped_word_is_answered_with_the_nearest(searcher):
    searcher.types("misile warnign")
    expect(searcher.page.locator(SAID)).to_contain_text("No report has “misile” or “warnign”")
    searcher.page.get_by_role("button", name="missile warning").click()
    expect(searcher.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
    expect(searcher.page.get_by_label("Words to look for")).to_be_focused()


@pytest.mark.slow
def test_volumes_find_and_count_as_one(bound, searcher):
    told = []
    for somebody in (bound, searcher):
        somebody.page.goto(f"{somebody.address}search/?q=missile+warning")
        expect(somebody.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
        counted = somebody.page.get_by_label("Year").locator("option").all_text_contents()
        told.append((somebody.page.locator(SAID).text_content(), counted))
    assert told[0] == told[1]


@pytest.mark.slow
def test_words_that_no_volume_has_together_find_nothing(bound):
    somebody = bound
    somebody.page.goto(f"{somebody.address}search/?q=bulwark+baengnyeong")
    expect(somebody.page.locator(SAID)).to_contain_text("No report has all of that")
    expect(somebody.page.locator(FOUND)).to_have_count(0)


@pytest.mark.slow
def test_it_works_below_a_path(chromium, published, tmp_path):
    below = tmp_path / "news/watch"
    below.parent.mkdir()
    below.symlink_to(published.folder)
    with serve_folder(tmp_path) as host:
        somebody = Searcher(chromium, host, "news/watch/search/?q=missile+warning")
        somebody.page.locator(FOUND).get_by_role("link", name=LEAD).click()
        expect(somebody.page.locator("h1")).to_have_text(LEAD)
        assert "/news/watch/2023/" in somebody.page.url
        assert somebody.wrong == []
        somebody.context.close()


@pytest.mark.slow
def test_only_the_words_that_no_report_has_are_named(searcher):
    searcher.types("hub Phuket")
    expect(searcher.page.locator(SAID)).to_contain_text("No report has “phuket”")
    expect(searcher.page.locator(FOUND)).to_have_count(0)
    expect(searcher.page.locator(".atoz")).to_be_visible()


@pytest.mark.slow
def test_a_failed_search_finds_both_reports_when_it_is_tried_again(reader):
    somebody = Searcher(reader.browser, reader.address)
    somebody.page.route("**/words.json", lambda route: route.abort(), times=1)
    somebody.types("hub")
    expect(somebody.page.locator(SAID)).to_contain_text("could not be loaded")
    somebody.page.get_by_role("button", name="Search").click()
    expect(somebody.page.locator(FOUND)).to_have_count(2)
    somebody.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["q=missile", "q=South+Korea", "kind=News+report"])
@pytest.mark.parametrize("order", ["desc", "asc"])
def test_volumes_are_in_order_of_date_as_one(bound, searcher, asked, order):
    dates = []
    for somebody in (bound, searcher):
        somebody.page.goto(f"{somebody.address}search/?{asked}&order={order}")
        shown = somebody.page.locator(".results time")
        expect(shown.nth(2)).to_be_visible()
        dates.append([time.get_attribute("datetime") for time in shown.all()])
    assert dates[0] == dates[1] == sorted(dates[0], reverse=order == "desc")


def test_the_words_are_those_of_the_texts_the_most_frequent_first(site):
    (file,) = site.folder.glob("pagefind/*/words.json")
    known = json.loads(file.read_text())["words"]
    assert known[0] == "the"
    assert {"missile", "phuket"} & set(known) == {"missile"}
    assert known.index("missile") < known.index("satellite")
