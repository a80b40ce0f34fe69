"""Links the names of an article's text to their pages: `[Lloyd Austin](name:lloyd-austin)`.

As of terms, the first mark of a name is the one that shows. The words of all others, and of those
in headings, are plain: so a paragraph can be moved, and its marks with it.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from contract.faults import did_you_mean
from formats.names import address
from formats.text import SITE

SCHEME = "name:"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def unregistered(slug: str, registry: dict[str, dict]) -> str:
    """What to say of a slug that the registry lacks."""
    cure = did_you_mean(slug, registry) if registry else " - add it there"
    return f'name "{slug}" is not in content/data/registry.yaml{cure}'


class NameMarks(Treeprocessor):
    """Turns marks of names into links; `pages` has the addresses in the last text by id."""

    registry: dict[str, dict]

    def begin(self, refuse: Callable[[str, str], None], *, wanted: bool) -> None:
        """Take up the next text; only articles can mark names."""
        self.refuse, self.wanted, self.pages = refuse, wanted, {}

    def run(self, root):
        above = {child: parent for parent in root.iter() for child in parent}
        linked = set()
        for mark in [a for a in root.iter("a") if a.get("href", "").startswith(SCHEME)]:
            slug = mark.get("href").removeprefix(SCHEME)
            fault = self.objection(slug)
            if fault:
                self.refuse(mark.get("href"), fault)
            if fault or slug in linked or within_heading(mark, above):
                free(above[mark], mark)
            else:
                linked.add(slug)
                mark.attrib = {"class": "name", "href": f"{SITE}/{self.page_of(slug)}"}
            if not fault:
                self.pages.setdefault(slug, self.page_of(slug))

    def objection(self, slug: str) -> str:
        if not self.wanted:
            return (
                f'name "{slug}" stands on a page - only articles mark names, so take the mark out'
            )
        return "" if slug in self.registry else unregistered(slug, self.registry)

    def page_of(self, slug: str) -> str:
        return address(self.registry[slug]["kind"], slug)


def within_heading(element: Element, above: dict[Element, Element]) -> bool:
    """Whether an element stands in a heading; `above` has the parent of each."""
    while element in above:
        element = above[element]
        if element.tag in HEADINGS:
            return True
    return False


def free(parent: Element, mark: Element) -> None:
    """Put the words of a mark, and what stands in it, in its place."""
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


class Names(Extension):
    """Puts NameMarks before the contract of links, which lets through what leads into the site."""

    def __init__(self, registry: dict[str, dict]):
        super().__init__()
        self.registry = registry

    def extendMarkdown(self, md):
        self.marks = NameMarks(md)
        self.marks.registry = self.registry
        md.treeprocessors.register(self.marks, "names", -0.5)
