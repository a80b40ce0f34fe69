"""Whoever searches finds, or is told what to do; whoever does not loads nothing for it."""

import shutil

import pytest
from playwright.sync_api import Page, expect

from desk.static_server import serve_folder
from engine.search_index import index_files
from search import index as search_index
from search.pagefind import write_files
from tests.browser.reader import DESKTOP, Reader

LEAD = "Defense chiefs set end-2023 deadline for sharing North Korean missile warning data"
FOUND = ".results .card__headline"
SAID = ".said"
WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(event.violatedDirective, event.blockedURI, event.sample))"""


class Searcher:
    """Somebody at the search page, who hears all that goes wrong there."""

    def __init__(self, browser, address: str, path: str = "search/"):
        self.address = address
        self.context = browser.new_context(viewport=DESKTOP)
        self.page: Page = self.context.new_page()
        self.asked, self.wrong = [], []
        self.page.add_init_script(WATCH)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.wrong.append(line.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(address + path)

    def types(self, text: str) -> None:
        self.page.get_by_label("Words to look for").fill(text)


@pytest.fixture
def searcher(reader: Reader):
    somebody = Searcher(reader.browser, reader.address)
    yield somebody
    assert somebody.wrong == []
    somebody.context.close()


def test_missile_warning_finds_the_lead_article(searcher):
    searcher.types("missile warning")
    expect(searcher.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
    first = searcher.page.locator(".results .card").first
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator("time")).not_to_be_empty()
    searcher.page.locator(FOUND).get_by_role("link", name=LEAD).click()
    expect(searcher.page.locator("h1")).to_have_text(LEAD)


def test_nothing_of_the_index_is_loaded_before_somebody_searches(searcher, reader):
    assert len(searcher.asked) == 2
    searcher.types("satellite")
    expect(searcher.page.locator(FOUND).first).to_be_visible()
    assert any(url.endswith(".pf_index") for url in searcher.asked)
    assert [url for url in searcher.asked if not url.startswith(reader.address)] == []


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


def test_an_address_with_words_searches_for_them(searcher, reader):
    searcher.page.goto(f"{reader.address}search/?q=freedom+edge&kind=Official+statement")
    expect(searcher.page.locator(FOUND)).to_have_count(1)
    expect(searcher.page.get_by_label("Words to look for")).to_have_value("freedom edge")


def test_a_mistyped_word_is_answered_with_the_nearest(searcher):
    searcher.types("misile warnign")
    expect(searcher.page.locator(SAID)).to_contain_text("No report has “misile” or “warnign”")
    searcher.page.get_by_role("button", name="missile warning").click()
    expect(searcher.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
    expect(searcher.page.get_by_label("Words to look for")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("한국", "The reports are in English"),
        ("ミサイル警報", "The reports are in English"),
        ("qqqqzzzz", "Try another word"),
        ("<img src=x onerror=alert(1)>", "No report has"),
        ("hub Phuket", "No report has “phuket”"),
    ],
)
def test_what_is_in_no_report_is_said_with_all_there_is_below(searcher, typed, answer):
    searcher.types(typed)
    expect(searcher.page.locator(SAID)).to_contain_text(answer)
    expect(searcher.page.locator(FOUND)).to_have_count(0)
    expect(searcher.page.locator(".atoz")).to_be_visible()


def test_without_words_everything_is_there_again(searcher):
    searcher.types("satellite")
    expect(searcher.page.locator(".atoz")).to_be_hidden()
    searcher.types(" ")
    expect(searcher.page.locator(".atoz")).to_be_visible()
    expect(searcher.page.locator(SAID)).to_be_empty()
    assert searcher.page.url.endswith("/search/")


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


def test_an_index_that_cannot_be_loaded_is_said_and_tried_again(reader):
    somebody = Searcher(reader.browser, reader.address)
    somebody.page.route("**/words.json", lambda route: route.abort(), times=1)
    somebody.types("hub")
    expect(somebody.page.locator(SAID)).to_contain_text("could not be loaded")
    expect(somebody.page.locator(".atoz")).to_be_visible()
    somebody.page.get_by_role("button", name="Search").click()
    expect(somebody.page.locator(FOUND)).to_have_count(2)
    somebody.context.close()


@pytest.fixture(scope="module")
def bound(chromium, site, tmp_path_factory):
    """A search over the same reports in several volumes."""
    folder = tmp_path_factory.mktemp("bound") / "site"
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("pagefind"))
    pages = [file.relative_to(folder).as_posix() for file in folder.rglob("*.html")]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search_index, "VOLUME_SIZE", 3)
        files = index_files(
            pages, lambda page: (folder / page).read_bytes(), folder.parent / "cache"
        )
    assert sum(path.endswith("pagefind-entry.json") for path in files) > 2
    write_files(folder, files)
    with serve_folder(folder) as address:
        somebody = Searcher(chromium, address)
        yield somebody
        assert somebody.wrong == []
        somebody.context.close()


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


def test_volumes_find_and_count_as_one(bound, searcher):
    told = []
    for somebody in (bound, searcher):
        somebody.page.goto(f"{somebody.address}search/?q=missile+warning")
        expect(somebody.page.locator(FOUND).filter(has_text=LEAD)).to_be_visible()
        counted = somebody.page.get_by_label("Year").locator("option").all_text_contents()
        told.append((somebody.page.locator(SAID).text_content(), counted))
    assert told[0] == told[1]


def test_words_that_no_volume_has_together_find_nothing(bound):
    somebody = bound
    somebody.page.goto(f"{somebody.address}search/?q=bulwark+baengnyeong")
    expect(somebody.page.locator(SAID)).to_contain_text("No report has all of that")
    expect(somebody.page.locator(FOUND)).to_have_count(0)


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


def test_without_javascript_it_is_an_a_to_z(reader: Reader, site):
    page = reader.open("search/", java_script_enabled=False)
    expect(page.locator(".search")).to_be_hidden()
    shown = set(page.locator(".atoz li a").evaluate_all("all => all.map(a => a.pathname)"))
    wanted = {f"/{path}" for path in site.articles}
    wanted |= {f"/{path}" for path in site.pages if path.startswith("tags/") and path != "tags/"}
    assert wanted - shown == set()
