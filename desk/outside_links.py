"""The links that lead out of the collection, each with its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from contract import Collection, Document
from contract.faults import Trail

OUTSIDE = ("http://", "https://")


@dataclass(frozen=True, order=True)
class OutsideLink:
    """An http(s) address and where it is written."""

    file: str
    line: int
    url: str


def outside_links(collection: Collection) -> list[OutsideLink]:
    """Every address in metadata and texts, drafts among them, in the order of files and lines."""
    texts = [d for path, d in collection.documents.items() if path.endswith(".md")]
    return sorted({link for d in texts for link in (*_in_metadata(d), *_in_text(d))})


def _in_metadata(document: Document) -> Iterator[OutsideLink]:
    for trail, value in _leaves(document.metadata):
        if value.lower().startswith(OUTSIDE) and " " not in value:
            yield OutsideLink(document.place.path, document.place.into(*trail).line, value)


def _leaves(value: object, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """Every text in nested metadata with the trail of keys that leads to it."""
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*trail, key))


def _in_text(document: Document) -> Iterator[OutsideLink]:
    """Links that Markdown made of the text; the captions of pictures repeat metadata."""
    soup = BeautifulSoup(document.html, "lxml")
    for caption in soup("figcaption"):
        caption.decompose()
    for url in {a["href"] for a in soup("a", href=True)}:
        if url.lower().startswith(OUTSIDE):
            lines = [n for n, line in enumerate(document.body.split("\n")) if url in line] or [0]
            for line in lines:
                yield OutsideLink(document.place.path, document.body_line + line, url)
