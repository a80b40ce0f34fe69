"""Terms are explained where they are first used, and from A to Z."""

from bs4 import BeautifulSoup

from contract.terms import MARK
from tests.support.content import data
from tests.support.site import ATOM, Site, words

GLOSSARY = data("glossary")
BUILT = "http://127.0.0.1:8000"


def openers(page) -> list[str]:
    return [button["popovertarget"] for button in page.select("[popovertarget]")]


def test_every_button_opens_the_meaning_of_its_term(site):
    for path, page in site.articles.items():
        notes = page.select("[popover]")
        assert [note["id"] for note in notes] == openers(page), path
        for note in notes:
            entry = GLOSSARY[note["id"].removeprefix("term-")]
            assert entry["meaning"] in words(note), path
            assert entry.get("expansion", "") in words(note), path


def test_a_mark_stands_where_phrases_may_and_not_in_links_or_headings(site):
    marks = [mark for page in site.articles.values() for mark in page.select(".term")]
    inside = {parent.name for mark in marks for parent in mark.find_parents()}
    assert inside & {"a", "h1", "h2", "h3", "code", "button"} == set()
    assert [words(mark) for mark in marks if mark.find(["p", "div", "section"])] == []


def test_every_button_has_a_name_that_says_its_term(site):
    for path, page in site.articles.items():
        for mark in page.select(".term"):
            assert mark.button["aria-label"] == f"What {words(mark)} means", path
            assert mark.button["type"] == "button"


def test_the_glossary_goes_from_a_to_z_and_leaves_nothing_out(site):
    page = site.pages["glossary/"]
    terms = [words(term) for term in page.select(".glossary dt")]
    assert terms == sorted((entry["term"] for entry in GLOSSARY.values()), key=str.casefold)
    letters = page.select(".letters a")
    assert [words(letter) for letter in letters] == sorted({term[0].upper() for term in terms})
    for letter in letters:
        entry = page.find(id=letter["href"][1:])
        assert words(entry.dt)[0].upper() == words(letter)


def test_an_entry_lists_the_articles_that_use_it_and_no_others(site):
    users: dict[str, set] = {}
    for path, page in site.articles.items():
        for opener in openers(page):
            users.setdefault(opener.removeprefix("term-"), set()).add(f"/{path}")
    for entry in site.pages["glossary/"].select(".glossary > div"):
        assert {a["href"] for a in entry.select("a")} == users.get(entry["id"], set()), entry["id"]


def test_every_page_leads_to_the_glossary(site):
    assert [
        p for p, page in site.pages.items() if not page.select('footer a[href="/glossary/"]')
    ] == []


def test_feeds_hold_the_words_and_no_buttons(site):
    contents = [e.findtext(f"{ATOM}content") for e in site.feed().iter(f"{ATOM}entry")]
    contents += [item["content_html"] for item in site.json_feed["items"]]
    assert len(contents) == 2 * len(site.articles)
    for html in contents:
        assert BeautifulSoup(html, "lxml").select("button, [popover], .term") == []
        assert not MARK.search(html)


def test_without_a_glossary_its_page_says_so(sample):
    sample.build()
    site = Site(sample.output, BUILT)
    assert "No term is explained so far." in words(site.pages["glossary/"].main)
    assert site.pages["2023/06/sound-story/"].select(".terms, .term") == []


def test_a_term_that_many_use_lists_the_newest(sample):
    sample.write("data/glossary.yaml", "rok:\n  term: ROK\n  meaning: '<b>South</b> Korea.'\n")
    for n in range(10, 25):
        sample.another(f"s{n}", ("2023-06-03", f"2023-06-{n}"), ("of text", "of ROK"))
    sample.build()
    entry = Site(sample.output, BUILT).pages["glossary/"].find(id="rok")
    assert [a["href"] for a in entry.select("a")][:2] == ["/2023/06/s24/", "/2023/06/s23/"]
    assert words(entry).endswith("and 3 earlier")
    assert "<b>South</b> Korea." in words(entry)
