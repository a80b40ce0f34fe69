"""The built site as tests see it: pages by their path, each a BeautifulSoup tree."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from bs4 import BeautifulSoup

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True)
class Site:
    folder: Path
    siteurl: str

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every HTML page by its path, such as `2023/06/` or `404.html`."""
        files = sorted(self.folder.rglob("*.html"))
        paths = [f.relative_to(self.folder).as_posix().removesuffix("index.html") for f in files]
        return {
            path: BeautifulSoup(f.read_text("utf-8"), "lxml")
            for path, f in zip(paths, files, strict=True)
        }

    @cached_property
    def articles(self) -> dict[str, BeautifulSoup]:
        """The pages of articles: a year, a month and a slug."""
        return {
            path: page for path, page in self.pages.items() if page.select_one(".story__byline")
        }

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def feed(self, path: str = "atom.xml") -> ElementTree.Element:
        return ElementTree.fromstring(self.text(path))

    @property
    def json_feed(self) -> dict:
        return json.loads(self.text("feed.json"))

    def structured_data(self, path: str) -> dict:
        return json.loads(self.pages[path].find("script", type="application/ld+json").string)


def words(tag) -> str:
    """The text of a tag with single spaces."""
    return " ".join(tag.get_text(" ").split())
