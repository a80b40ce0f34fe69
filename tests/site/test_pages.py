"""What holds for every page."""

import re
from collections import Counter

from bs4 import BeautifulSoup

from tests.support.kinds import find_kinds
from tests.support.site import Site, words


def offenders(site: Site, wrong) -> list[str]:
    """The paths of the pages of which `wrong` is true, from a site that has pages."""
    assert site.pages
    return [path for path, page in site.pages.items() if wrong(page)]


def test_a_page_of_every_kind_says_something(site):
    kinds = find_kinds(site).items()
    assert [kind for kind, path in kinds if len(words(site.pages[path].main)) <= 60] == []


def test_every_page_has_one_h1(site):
    assert offenders(site, lambda page: len(page.find_all("h1")) != 1) == []


def test_headings_skip_no_level(site):
    def skips(page: BeautifulSoup) -> bool:
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
        return any(b > a + 1 for a, b in zip([0, *levels], levels, strict=False))

    assert offenders(site, skips) == []


def test_every_page_has_a_title_of_its_own(site):
    titles = Counter(words(page.title) for page in site.pages.values())
    assert offenders(site, lambda page: titles[words(page.title)] > 1) == []


def test_every_page_has_a_description(site):
    def bare(page):
        found = page.select('meta[name="description"]')
        return len(found) != 1 or len(found[0]["content"]) < 20

    assert offenders(site, bare) == []


def test_every_page_names_its_language(site):
    assert offenders(site, lambda page: page.html.get("lang") != "en") == []


def test_every_page_has_the_landmarks(site):
    def lacks(page):
        return any(len(page.find_all(name)) < 1 for name in ("header", "nav", "main", "footer"))

    assert offenders(site, lacks) == []


def test_every_page_lets_the_keyboard_skip_to_main(site):
    def stuck(page):
        return page.body.find("a")["href"] != f"#{page.main['id']}"

    assert offenders(site, stuck) == []


def test_several_navs_have_names_of_their_own(site):
    def same(page):
        names = [nav.get("aria-label") for nav in page.find_all("nav")]
        return None in names or len(set(names)) < len(names)

    assert offenders(site, same) == []


def test_ids_are_unique(site):
    def repeats(page):
        ids = [tag["id"] for tag in page.find_all(id=True)]
        return len(set(ids)) < len(ids)

    assert offenders(site, repeats) == []


def test_labels_refer_to_something(site):
    def dangling(page):
        named = {tag["aria-labelledby"] for tag in page.select("[aria-labelledby]")}
        return named - {tag["id"] for tag in page.find_all(id=True)}

    assert offenders(site, dangling) == []


def test_every_image_has_alt_text(site):
    def mute(page):
        return any(not image.get("alt") for image in page.find_all("img"))

    assert offenders(site, mute) == []


def test_no_placeholder_is_left(site):
    def left(page):
        values = [str(v) for tag in page.find_all(True) for v in tag.attrs.values()]
        values = [v for v in values if not v.startswith("data:image/svg+xml,%3Csvg")]
        placeholder = re.compile(r"^[{|]\w+[}|]|%7B|{{|{%")
        return any(placeholder.search(v) for v in [*values, words(page.body)])

    assert offenders(site, left) == []


def test_nothing_is_loaded_from_elsewhere(site):
    def loads(page):
        sources = [tag["src"] for tag in page.select("[src]")]
        sources += [tag["href"] for tag in page.select('link[rel="stylesheet"], link[rel="icon"]')]
        style = "".join(style.string for style in page.find_all("style"))
        foreign = [s for s in sources if not s.startswith(("/", "data:"))]
        return foreign or "url(" in style or "@import" in style

    assert offenders(site, loads) == []


def test_the_only_script_is_the_comfort_script_or_that_of_the_search(site):
    def runs(page):
        scripts = page.select('script:not([type="application/ld+json"])')
        handlers = [a for tag in page.find_all(True) for a in tag.attrs if a.startswith("on")]
        ours = [(s["src"].split(".")[0], s.has_attr("defer"), s.string) for s in scripts]
        name = "search" if page.select_one(".search") else "comfort"
        return ours != [(f"/theme/{name}", True, None)] or handlers

    assert offenders(site, runs) == []


def test_canonical_addresses_are_true(published):
    for path, page in published.pages.items():
        link = page.find("link", rel="canonical")
        if path == "404.html":
            assert link is None
        else:
            assert link["href"] == f"{published.siteurl}/{path}"


def test_only_the_missing_page_asks_not_to_be_indexed(site):
    asks = offenders(site, lambda page: page.select('meta[name="robots"]'))
    assert asks == ["404.html"]


def test_every_parent_of_an_address_exists(site):
    for path in site.pages:
        parts = path.rstrip("/").split("/")[:-1]
        for n in range(1, len(parts) + 1):
            assert "/".join(parts[:n]) + "/" in site.pages, path
