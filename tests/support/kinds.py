"""A page of every kind, found in the built site."""

import re

from tests.support.site import Site

# What makes an article one from which much can be seen.
FEATURES = (
    ".map img[alt]",
    ".diagram img",
    ".photograph",
    ".prose [popovertarget]",
    ".part",
    ".names",
)
FIXED = {
    "front page": "",
    "archive": "archive/",
    "tags": "tags/",
    "authors": "authors/",
    "outlets": "outlets/",
    "glossary": "glossary/",
    "names": "names/",
    "people": "people/",
    "dossiers": "dossiers/",
    "chronology": "chronology/",
    "search": "search/",
    "data": "data/",
    "about": "about/",
    "corrections": "corrections/",
    "not found": "404.html",
}
ONE_OF = {
    "month": r"\d{4}/\d\d/",
    "year": r"\d{4}/",
    "tag": r"tags/[^/]+/",
    "author": r"authors/[^/]+/",
    "outlet": r"outlets/[^/]+/",
    "name": r"people/[^/]+/",
    "place": r"places/[^/]+/",
    "dossier": r"dossiers/[^/]+/",
    "chronology of a year": r"chronology/\d{4}/",
}


def richest_article(site: Site) -> str:
    """The path of the article with the most features, and of these the most marked terms."""

    def richness(path: str) -> tuple[int, int]:
        page = site.articles[path]
        return sum(bool(page.select(one)) for one in FEATURES), len(page.select("[popover]"))

    return max(site.articles, key=richness)


def find_kinds(site: Site) -> dict[str, str]:
    """The path of a page of every kind that the site has, by the name of the kind."""
    article = richest_article(site)
    linked = [a["href"].lstrip("/") for a in site.articles[article].select("a[href]")]
    found = {**FIXED, "article": article}
    for kind, pattern in ONE_OF.items():
        paths = [path for path in [*linked, *site.pages] if re.fullmatch(pattern, path)]
        found[kind] = paths[0] if paths else ""
    return {
        kind: path
        for kind, path in found.items()
        if path in site.pages and (path or kind == "front page")
    }
