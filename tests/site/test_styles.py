"""A page carries the style sheets that it needs, and no other part of them."""

import re

import pytest
import soupsieve

from plugins.style_sheets import bundle, load
from tests.support.sample import ROOT
from tests.support.site import Site

CSS = ROOT / "theme/css"
STATES = re.compile(r"::?[a-z-]+(\([^()]*\))?")


def selectors(css: str) -> list[str]:
    """Every selector with a class, without its states."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    heads = (STATES.sub("", head) for head in re.findall(r"([^{};]+)\{", bare))
    parts = (part.strip() for head in heads if "@" not in head for part in head.split(","))
    return [part for part in parts if "." in part]


@pytest.fixture(scope="module")
def parts() -> dict[str, list]:
    files = sorted((CSS / "pages").glob("*.css"))
    return {f.stem: [soupsieve.compile(s) for s in selectors(f.read_text("utf-8"))] for f in files}


@pytest.mark.slow
def test_a_page_has_every_part_of_the_style_sheet_that_it_needs_and_no_other(site: Site, parts):
    known: dict[tuple[str, ...], str] = {}
    wrong = []
    for path, page in site.pages.items():
        if page.style is None:
            continue
        needed = {name for name, of in parts.items() if any(s.select_one(page) for s in of)}
        names = tuple(sorted(needed))
        if known.setdefault(names, bundle(load(CSS), names)) != page.style.string:
            wrong.append(f"{path}: needs {', '.join(names)}")
    assert len(known) > 1
    assert wrong == []
