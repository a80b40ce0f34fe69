"""Links the names of an article's text to their pages: `[Lloyd Austin](name:lloyd-austin)`.

As of terms, the first mark of a name is the one that shows. The words of all others, and of those
in headings, are plain: so a paragraph can be moved, and its marks with it.
"""

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from contract.faults import did_you_mean
from formats.names import address
from formats.text import SITE

SCHEME = "name:"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
Registry = Mapping[str, Mapping[str, Any]]


def unknown_name(slug: str, registry: Registry) -> str:
    """What to say of a slug that the registry lacks."""
    cure = did_you_mean(slug, registry) if registry else " - add it there"
    return f'name "{slug}" is not in content/data/registry.yaml{cure}'


def page_of(slug: str, registry: Registry) -> str | None:
    """The address of a name's page from the site's root; None of one that the registry lacks."""
    return address(registry[slug]["kind"], slug) if slug in registry else None


class Names(Treeprocessor):
    """Turns marks of names into links; `pages` has the addresses in the last text by slug.

    `registry` has under each slug the `kind` of a name. Goes before the resolver of links, which
    leaves alone what leads into the site.
    """

    def __init__(self, registry: Registry):
        super().__init__()
        self.registry = registry

    def begin(self, refuse: Callable[[str, str], None], *, enabled: bool) -> None:
        """Take up the next text; only articles can mark names."""
        self.refuse, self.enabled = refuse, enabled
        self.pages: dict[str, str] = {}

    def run(self, root: Element) -> None:
        in_headings = {
            mark for heading in root.iter() if heading.tag in HEADINGS for mark in heading.iter("a")
        }
        parents = {child: parent for parent in root.iter() for child in parent}
        linked = set()
        for mark in [a for a in root.iter("a") if a.get("href", "").startswith(SCHEME)]:
            slug = mark.get("href", "").removeprefix(SCHEME)
            page = page_of(slug, self.registry) if self.enabled else None
            if page:
                self.pages.setdefault(slug, page)
            else:
                self.refuse(f"{SCHEME}{slug}", self._objection(slug))
            if not page or slug in linked or mark in in_headings:
                _unwrap(parents[mark], mark)
            else:
                linked.add(slug)
                mark.attrib = {"class": "name", "href": f"{SITE}/{page}"}

    def _objection(self, slug: str) -> str:
        if not self.enabled:
            return (
                f'name "{slug}" stands on a page - only articles mark names, so take the mark out'
            )
        return unknown_name(slug, self.registry)


def _unwrap(parent: Element, mark: Element) -> None:
    """Put the words of a mark, and what stands in it, in its place: as one text with its words."""
    at = list(parent).index(mark)
    parent.remove(mark)
    _add_text(parent, at, mark.text)
    for inner in list(mark):
        parent.insert(at, inner)
        at += 1
    _add_text(parent, at, mark.tail)


def _add_text(parent: Element, at: int, text: str | None) -> None:
    """Add text in front of the child of that number."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")
