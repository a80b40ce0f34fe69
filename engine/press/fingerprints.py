"""What a page shows of a value, as a hash: the same for the same contents, whatever the build.

The article that a page is about counts whole; one in a list by the attributes whose names stand in
the templates; one that another article names (before, after, related) by its face.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache, cached_property
from pathlib import PurePath
from types import FunctionType

from markupsafe import Markup
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

# What cards and links show of another article.
FACE = frozenset(
    ("url", "title", "summary", "draft", "kind", "label", "published_on", "tags", "category")
)
# `metadata` has what the attributes have; the rest is the site's, or a path of this machine.
NOT_ITS_OWN = frozenset(("settings", "_context", "source_path", "metadata", "reader"))
OF_LISTS = {Page: ("number", "url", "paginator", "object_list"), Paginator: ("num_pages", "count")}
PLAIN = {str, int, float, bool, bytes, type(None), Markup, date, datetime, SafeDatetime}
LONG = 500  # of a text, which is told once
SHORT = 8  # a list that is told sooner than looked up


class UnhashableError(TypeError):
    """A value of which nobody can tell whether it changed."""


def digest(*parts: object) -> str:
    """The SHA-256 of plain values."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


class Fingerprints:
    """Hashes of values that stay as they are while this is in use; each is worked out once.

    `contents` are all articles and pages: of the words of templates only the names of their
    attributes are looked for.
    """

    def __init__(self, contents: Iterable[Content]):
        told = [vars(one).keys() for one in contents]
        self.attributes = frozenset(dir(Content)).union(*told) - NOT_ITS_OWN
        self.narrowed: dict[frozenset, frozenset] = {}
        self.known: dict[tuple, str] = {}
        self.faces: dict[int, dict[str, object]] = {}
        self.held: list = []

    def of(self, value: object, words: frozenset[str]) -> object:
        """The hash of a variable of a template that has these words. Raises UnhashableError."""
        if isinstance(value, Content):
            return self._once(value, None)
        if words not in self.narrowed:
            narrow = words & self.attributes
            self.narrowed[words] = next((n for n in self.narrowed.values() if n == narrow), narrow)
        return self._hash(value, self.narrowed[words])

    def _hash(self, value: object, words: frozenset[str]) -> object:
        kind = type(value)
        if kind in PLAIN:
            return value if kind is not str or len(value) < LONG else self._once(value, None)
        if (kind is list or kind is tuple) and len(value) < SHORT:
            return [kind.__name__, *[self._hash(one, words) for one in value]]
        return self._once(value, words)

    def _once(self, value: object, words: frozenset[str] | None) -> str:
        key = id(value), words
        if key not in self.known:
            self.held.append(value)
            self.known[key] = digest(type(value).__name__, *self._parts(value, words))
        return self.known[key]

    def _parts(self, value: object, words: frozenset[str] | None) -> Iterable:
        if isinstance(value, Content):
            return self._whole(value) if words is None else self._shown(value, words)
        if isinstance(value, list | tuple):
            return [self._hash(one, words) for one in value]
        if isinstance(value, dict):
            return [(self._hash(k, words), self._hash(v, words)) for k, v in value.items()]
        if isinstance(value, URLWrapper):
            return [value.slug, value.name, getattr(value, "description", "")]
        if isinstance(value, set | frozenset):
            return sorted(repr(self._hash(one, words)) for one in value)
        if isinstance(value, FunctionType | type):
            return [value.__module__, value.__qualname__]
        if isinstance(value, str | date | timedelta | tzinfo | PurePath):
            return [str(value)]
        return [self._hash(getattr(value, name), words) for name in attributes(value)]

    def _whole(self, content: Content) -> Iterable:
        """All of an article, but what is worked out from the rest when a page shows it."""
        skipped = not_its_own(type(content))
        for name, value in vars(content).items():
            if name not in skipped:
                yield name, self._hash(value, FACE)
        if "{" in content._content:
            yield content.content

    def _shown(self, content: Content, words: frozenset[str]) -> Iterable:
        """What of an article in a list may be shown."""
        face = self.faces.setdefault(id(content), {})
        for name in sorted(words):
            if name not in face:
                value = getattr(content, name, None)
                if callable(value):
                    value = content.content if name == "get_content" else None
                face[name] = self._hash(value, FACE)
            yield name, face[name]


@cache
def not_its_own(kind: type) -> frozenset[str]:
    return NOT_ITS_OWN.union(n for n in dir(kind) if isinstance(getattr(kind, n), cached_property))


def attributes(value: object) -> Iterable[str]:
    """The names of what makes up an object. Raises UnhashableError."""
    if type(value) in OF_LISTS:
        return OF_LISTS[type(value)]
    if is_dataclass(value):
        return [field.name for field in fields(value)]
    raise UnhashableError(f"{type(value).__module__}.{type(value).__qualname__}")
