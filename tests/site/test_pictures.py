"""Pictures as the reader of a page, a feed or the structured data meets them."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from contract.figures import SIZES
from tests.support.sample import ROOT, SHOWN, picture
from tests.support.site import ATOM, Site, words

SITEURL = "https://example.org/news"
CAPTION = """The ship <b>"Sea & Sky"</b> &lt;i&gt; {{ 7*7 }}"""
MORE = f"""\
    license: https://creativecommons.org/licenses/by/4.0/
    terms: Not for advertising
    source: https://example.com/photo?a=1&b=2
  - file: chart.png
    alt: Ships by year
    caption: {json.dumps(CAPTION)}
    credit: Ann & Bo
    terms: https://example.com/buy
  - caption: A ship in port.
    credit: Yonhap"""
PATH = "2023/06/sound-story/"


@pytest.fixture(scope="module")
def shown(shared_sample) -> Site:
    """One article that places one picture in its text, lists another, and describes a third."""
    sample = shared_sample
    sample.settings["SITEURL"] = SITEURL
    sample.write("images/ship.jpg", picture("JPEG", (2000, 1500)))
    sample.write("images/2023/chart.png", picture("PNG", (500, 200)))
    listed = f"kind: report\n{SHOWN}\n{MORE.replace('chart.png', '2023/chart.png')}"
    sample.another("later", ("kind: report", listed))
    text = sample.folder / "content/articles/later.md"
    body = "One.\n\n![The ship's bow](../images/ship.jpg)\n\nTwo."
    sample.write("articles/sound.md", text.read_text().replace("A paragraph of text.", body))
    sample.write("articles/sound.md", _slugged(sample))
    text.unlink()
    sample.build()
    return Site(sample.output, SITEURL)


def _slugged(sample) -> str:
    file = sample.folder / "content/articles/sound.md"
    return file.read_text().replace("slug: later", "slug: sound-story")


def figures(site: Site):
    return site.pages[PATH].select(".prose figure")


def test_a_picture_stands_where_the_text_places_it_and_others_at_the_end(shown):
    prose = shown.pages[PATH].select_one(".prose")
    assert [tag.name for tag in prose.find_all(recursive=False)] == ["p", "figure", "p", "figure"]
    assert [image["alt"] for image in prose.select("img")] == ["The ship's bow", "Ships by year"]


def test_every_type_comes_in_its_sizes_and_every_file_is_there(shown):
    named = 0
    for figure in figures(shown):
        sources = figure.select("picture source, picture img")
        assert [s.get("type") for s in sources] == ["image/avif", "image/webp", None]
        for source in sources:
            assert source["sizes"] == SIZES
            for candidate in source["srcset"].split(", "):
                address, width = candidate.split(" ")
                assert re.fullmatch(r"/news/images/.+-\d+\.[0-9a-f]{8}\.(avif|webp|jpg)", address)
                assert f"-{width[:-1]}." in address
                assert (shown.folder / address.removeprefix("/news/")).stat().st_size
                named += 1
    assert named == 3 * 5 + 3 * 3


def test_nothing_shifts_and_nothing_is_loaded_early(shown):
    images = [figure.img for figure in figures(shown)]
    assert [(i["width"], i["height"]) for i in images] == [("1280", "960"), ("500", "200")]
    assert {(i["loading"], i["decoding"]) for i in images} == {("lazy", "async")}


def test_sizes_are_those_of_the_style_sheet():
    tokens = (ROOT / "theme/css/tokens.css").read_text("utf-8")
    measure, space = (re.search(rf"--{n}: ([\d.]+)rem", tokens)[1] for n in ("measure", "space-3"))
    edge = float(measure) + 2 * float(space)
    assert f"(min-width: {edge:g}rem) {measure}rem, calc(100vw - {2 * float(space):g}rem)" == SIZES


def test_rights_stand_under_the_picture(shown):
    ship, chart = (figure.figcaption for figure in figures(shown))
    assert words(ship) == (
        "A ship. Credit: Navy. License: https://creativecommons.org/licenses/by/4.0/ ."
        " Terms: Not for advertising. Where it was found"
    )
    assert [a["href"] for a in ship.select("a")][-1] == "https://example.com/photo?a=1&b=2"
    assert words(chart).startswith(f"{CAPTION} Credit: Ann & Bo. Terms: ")
    assert chart.b is None


def test_a_picture_without_a_file_is_described(shown):
    described = shown.pages[PATH].select_one(".photographs")
    assert words(described.figcaption) == "A ship in port. Credit: Yonhap"
    assert "We hold no rights to these pictures" in words(described)
    assert described.img is None


def test_pictures_are_in_the_structured_data_with_their_rights(shown):
    card, ship, chart = shown.structured_data(PATH)["image"]
    assert (card["width"], card["height"]) == (1200, 630)
    assert (ship["width"], ship["height"], ship["caption"]) == (1280, 960, "A ship.")
    assert ship["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "acquireLicensePage" not in ship
    assert ship["creditText"] == "Navy"
    assert ship["copyrightNotice"].startswith("Navy. https://creativecommons.org")
    assert (chart["caption"], chart["acquireLicensePage"]) == (CAPTION, "https://example.com/buy")
    for image in (card, ship, chart):
        assert image["@type"] == "ImageObject"
        assert (shown.folder / image["contentUrl"].removeprefix(f"{SITEURL}/")).is_file()


def test_feeds_name_pictures_by_their_whole_address(shown):
    atom = shown.feed().find(f"{ATOM}entry").findtext(f"{ATOM}content")
    for html in (atom, shown.json_feed["items"][0]["content_html"]):
        soup = BeautifulSoup(html, "lxml")
        addresses = [
            s.split(" ")[0] for tag in soup.select("[srcset]") for s in tag["srcset"].split(", ")
        ]
        addresses += [image["src"] for image in soup.select("img")]
        assert len(addresses) == 26
        assert [a for a in addresses if not a.startswith(f"{SITEURL}/images/")] == []


def test_nothing_unseen_is_left_in_what_was_written(shown):
    texts = [f for f in shown.folder.rglob("*") if f.suffix in {".html", ".xml", ".json"}]
    assert len(texts) > 10
    assert [f.name for f in texts if re.search(r"[\x00-\x08\x0b-\x1f]", f.read_text("utf-8"))] == []
