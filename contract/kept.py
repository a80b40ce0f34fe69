"""Sound texts are kept: an unchanged file is neither taken apart nor rendered again.

What is kept of a file is a function of its bytes and its folder; its HTML also of what the glossary
says, of the pictures that it lists, and of the addresses of the files and names that it leads to.
"""

import json
from datetime import date, datetime

from contract.document import Document
from contract.figures import pictures_of
from contract.reading import Reading
from contract.render import Renderer, Text
from engine.cache import CachedDocument, DocumentStore
from formats.text import hash_parts

DATE = "date"
APART = {"html", "faults"}


def key(path: str, raw: bytes) -> str:
    """Of two files alike in different folders each leads elsewhere."""
    return hash_parts(path.rpartition("/")[0], raw)


def as_json(metadata: dict, needs: list | None) -> str:
    """Metadata and needs; a date is a mapping of one key, which no metadata has."""
    return json.dumps([metadata, needs], default=lambda day: {DATE: day.isoformat()})


def from_json(text: str) -> tuple[dict, list | None]:
    metadata, needs = json.loads(text, object_hook=_dated)
    return metadata, needs and [(line, need) for line, need in needs]


def _dated(told: dict):
    if told.keys() != {DATE} or not isinstance(told[DATE], str):
        return told
    words = told[DATE]
    return date.fromisoformat(words) if len(words) == 10 else datetime.fromisoformat(words)


def around(document: Document, glossary: str) -> str:
    """The digest of all but files that shapes a document's HTML; `glossary` is one too."""
    pictures = [
        (path, shown and (shown.alt, shown.rights, shown.master, shown.renditions))
        for path, shown in (pictures_of(document) or {}).items()
    ]
    return hash_parts(glossary, repr(pictures)) if pictures else glossary


class Kept:
    """The texts of one inspection. Without a cache nothing is found and nothing is kept."""

    def __init__(self, cache: DocumentStore | None):
        self.cache = cache
        self.keys: dict[str, str] = {}
        self.told: dict[str, str] = {}

    def reading(self, path: str, raw: bytes) -> Reading | None:
        """What was read of the very same file before."""
        self.keys[path] = key(path, raw)
        row = self.cache and self.cache.find(self.keys[path])
        if not row:
            return None
        self.told[path] = row.metadata
        return Reading(*from_json(row.metadata), [])

    def read(self, path: str, found: Reading) -> None:
        """Note what is kept in the end, before others add to it."""
        if found.metadata is not None and not found.faults:
            self.told[path] = as_json(found.metadata, found.needs)

    def text(self, document: Document, glossary: str, renderer: Renderer) -> Text | None:
        """The document's text, where all that it depends on is as it was."""
        row = self.cache and self.cache.find(self.keys[document.path])
        if not row or row.dependency_hash != around(document, glossary):
            return None
        text = Text(row.html, **json.loads(row.uses))
        return text if renderer.is_current(document, text) else None

    def keep(self, document: Document, glossary: str, text: Text) -> None:
        """Keep a text that has no fault, of a file that has none."""
        if self.cache and document.path in self.told and not text.faults:
            uses = {name: value for name, value in vars(text).items() if name not in APART}
            row = (
                self.told[document.path],
                around(document, glossary),
                json.dumps(uses),
                text.html,
            )
            self.cache.keep(self.keys[document.path], CachedDocument(*row))

    def write(self) -> None:
        if self.cache:
            self.cache.write()
