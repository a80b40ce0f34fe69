"""An unchanged file is neither taken apart nor rendered again.

What is cached of a file is a function of its bytes and its folder; its HTML also of what the
glossary says, of the pictures that it lists, and of the addresses of the files and names that it
leads to.
"""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from contract.documents import Document
from contract.faults import Place
from contract.figures import pictures_of
from contract.files import normalize
from contract.front_matter import read_body
from contract.render import Renderer, Text
from contract.services import CachedDocument, DocumentStore
from formats.text import hash_parts

DATE = "date"  # a date is a mapping of this one key, which no metadata has
NO_USES = {"html", "faults"}


def dependency_hash(document: Document, glossary: str) -> str:
    """The hash of all but files that a document's HTML depends on; `glossary` is one too."""
    pictures = [
        (path, picture and (picture.alt, picture.rights, picture.master, picture.renditions))
        for path, picture in (pictures_of(document) or {}).items()
    ]
    return hash_parts(glossary, repr(pictures)) if pictures else glossary


class DocumentCache:
    """The documents and texts of one inspection, in a store that outlives it.

    Only what has no fault is cached.
    """

    def __init__(self, store: DocumentStore):
        self.store = store
        self.keys: dict[str, str] = {}
        self.metadata: dict[str, str] = {}

    def find_document(self, path: str, raw: bytes, name: str) -> Document | None:
        """What was read of the very same file before, as `read_document` gives it."""
        # Of two files alike in different folders each leads elsewhere.
        self.keys[path] = hash_parts(path.rpartition("/")[0], raw)
        cache_hit = self.store.find(self.keys[path])
        if not cache_hit:
            return None
        self.metadata[path] = cache_hit.metadata
        metadata, needs, lines = json.loads(cache_hit.metadata, object_hook=_as_date)
        needs = needs and [(line, need) for line, need in needs]
        body = read_body(normalize(raw)) if path.endswith(".md") else ("", 1)
        return Document(path, metadata, Place(name, lines, needs=needs), *body)

    def add_document(self, document: Document) -> None:
        """Note what will be cached, before others add to it."""
        parts = [document.metadata, document.place.needs, document.place.lines]
        text = json.dumps(parts, default=lambda day: {DATE: day.isoformat()})
        self.metadata[document.path] = text

    def find_text(self, document: Document, glossary: str, renderer: Renderer) -> Text | None:
        """The document's text, where all that it depends on is as it was."""
        cache_hit = self.store.find(self.keys[document.path])
        if not cache_hit or cache_hit.dependency_hash != dependency_hash(document, glossary):
            return None
        text = Text(cache_hit.html, **json.loads(cache_hit.uses))
        return text if renderer.is_current(document, text) else None

    def add_text(self, document: Document, glossary: str, text: Text) -> None:
        """Cache a text that has no fault, of a file that has none."""
        if document.path in self.metadata and not text.faults:
            uses = {name: value for name, value in asdict(text).items() if name not in NO_USES}
            entry = CachedDocument(
                self.metadata[document.path],
                dependency_hash(document, glossary),
                json.dumps(uses),
                text.html,
            )
            self.store.keep(self.keys[document.path], entry)


def _as_date(values: dict[str, Any]) -> dict[str, Any] | date:
    if values.keys() != {DATE} or not isinstance(values[DATE], str):
        return values
    words = values[DATE]
    return date.fromisoformat(words) if len(words) == 10 else datetime.fromisoformat(words)
