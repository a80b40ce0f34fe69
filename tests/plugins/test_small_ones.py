"""Plugins of a few lines each."""

from types import SimpleNamespace

import pytest
from markdown import Markdown

from formats.addresses import add_base
from plugins.css_bundle import LAYERS, bundle, read
from plugins.languages import language_name
from plugins.reading_time import WORDS_A_MINUTE, minutes
from tests.newsroom import ROOT


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 1), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2)]
)
def test_reading_time_is_rounded_up(count, expected):
    assert minutes("<p>" + "word " * count + "</p>") == expected


def test_markup_takes_no_time_to_read():
    assert minutes('<a href="x y z">' * 1000 + "word") == 1


@pytest.mark.parametrize(
    ("siteurl", "base"),
    [
        ("https://example.org", ""),
        ("https://example.org/", ""),
        ("https://example.org/news/watch", "/news/watch"),
    ],
)
def test_base_is_the_path_of_the_site(siteurl, base):
    generator = SimpleNamespace(settings={"SITEURL": siteurl}, context={})
    add_base(generator)
    assert generator.context == {"BASE": base, "localsiteurl": base}


def test_languages_have_names():
    assert [language_name(code) for code in ("en", "ko", "pt-BR", "tlh")] == [
        "English",
        "Korean",
        "Portuguese",
        "tlh",
    ]


def test_the_bundle_holds_every_sheet_in_its_layer():
    parts = sorted((ROOT / "theme/css/pages").glob("*.css"))
    css = bundle(read(ROOT / "theme/css"), tuple(file.stem for file in parts))
    assert css.startswith(f"@layer {','.join(LAYERS)};@layer tokens{{:root{{")
    assert css.count("@layer") == len(LAYERS) + 1
    assert css.count("{") == css.count("}")
    assert len(parts) > 10
    for file in [*parts, *(ROOT / "theme/css/components").glob("*.css")]:
        assert file.read_text("utf-8").split(" ", 1)[0].split(",")[0] in css
    assert "\n" not in css


def test_markdown_shows_tags_as_text():
    md = Markdown(extensions=["contract.markdown"])
    assert md.convert("<div>**x**</div>") == "<p>&lt;div&gt;<strong>x</strong>&lt;/div&gt;</p>"
    assert md.convert("a <b>c</b> < d & e") == "<p>a &lt;b&gt;c&lt;/b&gt; &lt; d &amp; e</p>"
    assert md.convert("<https://example.org>").startswith('<p><a href="https://example.org">')
