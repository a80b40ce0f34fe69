"""An article on paper: its text and its source, and none of the furniture."""

import pytest

from tests.browser.reader import Reader, look
from tests.support.site import words

FURNITURE = "nav, body > header button, summary, .skip, body > footer, .related, .tags, .pagination"


@pytest.fixture(scope="module")
def article(reader, site):
    return site.pages[reader.paths["article"]]


@pytest.fixture
def paper(reader: Reader):
    page = reader.open(
        reader.paths["article"], color_scheme="dark", viewport={"width": 700, "height": 990}
    )
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.slow
def test_the_source_line_is_printed(paper, article):
    printed = words(article.select_one("main")) and look(paper, "read()")
    source = article.select_one(".source__link")["href"]
    date = words(article.select_one(".story__head time"))
    assert [text for text in (source, date) if text.replace(" ", "") not in printed] == []


@pytest.mark.slow
def test_the_whole_text_is_printed(paper, article):
    printed = look(paper, "read()")
    paragraphs = ["".join(tag.get_text().split()) for tag in article.select(".prose p")]
    assert len(paragraphs) > 3
    assert [text for text in paragraphs if text not in printed] == []


@pytest.mark.slow
def test_no_furniture_is_printed(paper):
    assert look(paper, f"seen('{FURNITURE}').map(named)") == []


@pytest.mark.slow
def test_paper_is_white(paper):
    colours = "[getComputedStyle(document.documentElement), getComputedStyle(document.body)]"
    shades = paper.evaluate(f"{colours}.map((style) => style.backgroundColor)")
    ink = paper.evaluate("getComputedStyle(document.body).color")
    light = [
        c for c in shades if c == "rgba(0, 0, 0, 0)" or min(map(int, c[4:-1].split(","))) > 240
    ]
    assert light == shades
    assert max(map(int, ink[4:-1].split(","))) < 60


@pytest.mark.slow
def test_the_pdf_leads_to_the_source_and_not_through_the_site(reader: Reader, article):
    page = reader.open(reader.paths["article"])
    pdf = page.pdf(format="A4")
    source = article.select_one(".source__link")["href"]
    assert pdf.startswith(b"%PDF-")
    assert b"/URI (" + source.encode() + b")" in pdf
    assert f"/URI ({reader.address}archive/)".encode() not in pdf


@pytest.mark.slow
def test_every_kind_of_page_prints(reader: Reader):
    assert [kind for kind, page in reader.kinds() if len(page.pdf(format="A4")) < 5_000] == []
