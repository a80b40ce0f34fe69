"""The site in a tab and on the home screen of a phone."""

import json
import re
from urllib.parse import unquote

import pytest

from graphics.cards.ink import mark
from graphics.palette import palettes
from pelicanconf import SITENAME
from tests.graphics.ink import inked, size_of
from tests.support.sample import ROOT

SVG = ROOT / "theme/static/favicon.svg"
LIGHT, DARK = palettes(ROOT / "theme")


def icons(site) -> dict[str, list[str]]:
    links = site.pages["about/"].select("link[rel]")
    return {
        rel: [a["href"] for a in links if rel in a["rel"]]
        for rel in ("icon", "apple-touch-icon", "manifest")
    }


def test_icons_are_there_below_any_path(published):
    found = icons(published)
    assert [len(hrefs) for hrefs in found.values()] == [2, 1, 1]
    files = [published.folder / h.removeprefix("/news/watch/") for hs in found.values() for h in hs]
    assert [file.name for file in files[1:] if not 0 < file.stat().st_size < 4_000] == []
    assert [size_of(f) for f in files[1:3]] == [(32, 32), (180, 180)]


def test_the_icon_of_a_tab_asks_for_no_file(published):
    address = icons(published)["icon"][0]
    kind, _, svg = address.partition(",")
    assert kind == "data:image/svg+xml"
    assert len(address) < 1_000
    assert unquote(svg).replace("'", '"') == SVG.read_text("utf-8").strip()
    assert not set(svg) & set(' "<>#{}')


def test_the_manifest_leads_to_the_site_and_its_icons(published):
    file = published.folder / "theme/site.webmanifest"
    manifest = json.loads(file.read_text("utf-8"))
    assert manifest["name"] == SITENAME
    assert manifest["background_color"] == manifest["theme_color"] == LIGHT.paper
    assert (file.parent / manifest["start_url"]).resolve() == published.folder.resolve()
    for icon in manifest["icons"][1:]:
        width, height = size_of(file.parent / icon["src"])
        assert icon["sizes"] == f"{width}x{height}"


def test_the_svg_has_the_colors_of_the_tokens():
    assert re.findall("#[0-9a-f]{6}", SVG.read_text("utf-8")) == [
        LIGHT.ink,
        LIGHT.mark,
        DARK.ink,
        DARK.mark,
    ]


def test_the_mark_stays_inside_its_margin():
    assert inked(mark(180, LIGHT, 30), LIGHT) == pytest.approx((33, 33, 147, 147), abs=1)
