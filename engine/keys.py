"""Keys of pages: hashes of all that their bytes depend on.

That is the templates with all that they include, the variables that these name, and what all pages
depend on: the code, the versions of all packages, and the settings. A hash is the same for the same
contents, whatever the build.

The article that a page is about counts whole; one in a list by the attributes whose names stand in
the templates; one that another article names (before, after, related) by its SUMMARY_FIELDS.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path, PurePath
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateNotFound, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from markupsafe import Markup
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

from engine import PACKAGES, PROJECT

# What cards and links show of another article.
SUMMARY_FIELDS = frozenset(
    ("url", "title", "summary", "draft", "kind", "label", "published_on", "tags", "category")
)
# `metadata` has what the attributes have; the rest is the site's, or a path of this machine.
NOT_ITS_OWN = frozenset(("settings", "_context", "source_path", "metadata", "reader"))
OF_LISTS = {Page: ("number", "url", "paginator", "object_list"), Paginator: ("num_pages", "count")}
PLAIN = {str, int, float, bool, bytes, type(None), Markup, date, datetime, SafeDatetime}
# Settings on which no page depends: where things are on this machine, and how a build goes.
OTHER_SETTINGS = {"PATH", "OUTPUT_PATH", "THEME", "IMAGE_CACHE", "BUILD_CACHE", "SEARCH_CACHE"}
OTHER_SETTINGS |= {"CACHE_PATH", "PLUGIN_PATHS", "ALLOW_SHRINK"}


class UnhashableError(TypeError):
    """A value of which nobody can know whether it changed."""


def hash_bytes(data: bytes) -> str:
    return sha256(data).hexdigest()


def digest(*parts: object) -> str:
    """The SHA-256 of plain values, in hexadecimal."""
    return hash_bytes(repr(parts).encode())


class TemplateFacts(NamedTuple):
    """What the text of one template names.

    `templates` has None for one that a variable names; `variables` are globals too; `words` may be
    the names of attributes.
    """

    templates: list[str | None]
    variables: list[str]
    words: list[str]


class TemplateDependencies(NamedTuple):
    """A template with all that it extends, includes and imports.

    `digest` is the hash of their texts. `is_complete` is false where a template is named by a
    variable.
    """

    digest: str
    variables: frozenset[str]
    words: frozenset[str]
    is_complete: bool


class DependencyFinder:
    """Finds the dependencies of the templates of one environment.

    `facts` are those of the texts of templates by their SHA-256: they are brought from the last
    build, and grow. https://jinja.palletsprojects.com/en/stable/api/#the-meta-api
    """

    def __init__(self, environment: Environment, facts: dict[str, TemplateFacts]):
        self.environment, self.facts = environment, facts
        self.hashes: dict[str, str] = {}
        self.dependencies: dict[str, TemplateDependencies] = {}

    def find(self, name: str) -> TemplateDependencies:
        """Raises jinja2.TemplateNotFound."""
        if name not in self.dependencies:
            self.dependencies[name] = self._gather(name)
        return self.dependencies[name]

    def _gather(self, name: str) -> TemplateDependencies:
        hashes: dict[str, str] = {}
        waiting = [name]
        while waiting:
            template = waiting.pop()
            if template not in hashes:
                hashes[template] = self._hash_text(template)
                waiting += filter(None, self.facts[hashes[template]].templates)
        facts = [self.facts[text] for text in hashes.values()]
        return TemplateDependencies(
            digest(*sorted(hashes.items())),
            frozenset[str]().union(*(one.variables for one in facts)),
            frozenset[str]().union(*(one.words for one in facts)),
            all(None not in one.templates for one in facts),
        )

    def _hash_text(self, name: str) -> str:
        """The hash of a template's text, of which `facts` has all then."""
        if name not in self.hashes:
            if self.environment.loader is None:
                raise TemplateNotFound(name)
            source, file, _ = self.environment.loader.get_source(self.environment, name)
            self.hashes[name] = hash_bytes(source.encode())
            if self.hashes[name] not in self.facts:
                self.facts[self.hashes[name]] = analyze(self.environment, source, name, file)
        return self.hashes[name]


def analyze(environment: Environment, source: str, name: str, file: str | None) -> TemplateFacts:
    """What the text of a template names."""
    bare = environment.overlay()
    bare.globals = {}
    tree = bare.parse(source, name, file)
    templates = sorted({*find_referenced_templates(tree)}, key=str)
    return TemplateFacts(
        templates, sorted(find_undeclared_variables(tree)), sorted({*list_words(tree)})
    )


def list_words(tree: nodes.Template) -> Iterator[str]:
    """All that may be the name of an attribute: what follows a dot, and what stands in quotes."""
    for name in tree.find_all(nodes.Getattr):
        yield name.attr
    for constant in tree.find_all(nodes.Const):
        text = constant.value
        if isinstance(text, str) and text.replace(".", "").isidentifier():
            yield from text.split(".")


class ValueHasher:
    """Hashes of values that stay as they are while this is in use; each is worked out once.

    `contents` are all articles and pages: of the words of templates only the names of their
    attributes are looked for.
    """

    def __init__(self, contents: Iterable[Content]):
        names = [vars(one).keys() for one in contents]
        self.attributes = frozenset(dir(Content)).union(*names) - NOT_ITS_OWN
        self.narrow = cache(self.attributes.intersection)
        self.list_lazy_attributes: Callable[[type], frozenset[str]] = cache(list_lazy_attributes)
        self.hashes: dict[tuple[int, frozenset[str] | None], str] = {}
        self.summaries: dict[int, dict[str, object]] = {}
        self.values: list[object] = []  # so that no other one gets their id

    def hash_value(self, value: object, words: frozenset[str]) -> object:
        """The hash of a variable of a template that has these words. Raises UnhashableError."""
        return self._hash(value, None if isinstance(value, Content) else self.narrow(words))

    def _hash(self, value: object, words: frozenset[str] | None) -> object:
        if type(value) in PLAIN:
            return value
        key = id(value), words
        if key not in self.hashes:
            self.values.append(value)
            self.hashes[key] = digest(type(value).__name__, *self._parts(value, words))
        return self.hashes[key]

    def _parts(self, value: object, words: frozenset[str] | None) -> Iterable[object]:
        if isinstance(value, Content):
            return self._whole(value) if words is None else self._summary(value, words)
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
        return [self._hash(getattr(value, name), words) for name in list_attributes(value)]

    def _whole(self, content: Content) -> Iterator[object]:
        """All of an article, but what follows from the rest."""
        others = NOT_ITS_OWN | self.list_lazy_attributes(type(content))
        for name, value in vars(content).items():
            if name not in others:
                yield name, self._hash(value, SUMMARY_FIELDS)

    def _summary(self, content: Content, words: frozenset[str]) -> Iterator[object]:
        """What a list may show of an article."""
        summary = self.summaries.setdefault(id(content), {})
        for name in sorted(words):
            if name not in summary:
                value = getattr(content, name, None)
                if callable(value):
                    value = content.content if name == "get_content" else None
                summary[name] = self._hash(value, SUMMARY_FIELDS)
            yield name, summary[name]


def list_lazy_attributes(kind: type) -> frozenset[str]:
    """The attributes of a kind of content that are worked out from others when a page shows it."""
    return frozenset(n for n in dir(kind) if isinstance(getattr(kind, n), cached_property))


def list_attributes(value: object) -> Iterable[str]:
    """The names of what makes up an object. Raises UnhashableError."""
    if type(value) in OF_LISTS:
        return OF_LISTS[type(value)]
    if is_dataclass(value):
        return [field.name for field in fields(value)]
    raise UnhashableError(f"{type(value).__module__}.{type(value).__qualname__}")


def build_fingerprint(settings: Mapping[str, Any], plugins: Iterable[ModuleType]) -> str | None:
    """Changes with all that a page may depend on beside its variables. None if nobody can know."""
    relevant = {name: value for name, value in settings.items() if name not in OTHER_SETTINGS}
    try:
        hash_of_settings = ValueHasher([]).hash_value(relevant, frozenset())
    except UnhashableError:
        return None
    files = {Path(file) for plugin in plugins if (file := getattr(plugin, "__file__", None))}
    return digest(
        hash_of_settings, hash_code(), [hash_bytes(f.read_bytes()) for f in sorted(files)]
    )


@cache
def hash_code() -> str:
    """The SHA-256 of all Python of the packages, of its version and of what is installed.

    Installed packages are named, with their versions, by folders that end in `-info`.
    """
    files = sorted(file for name in PACKAGES for file in (PROJECT / name).rglob("*.py"))
    folders = [Path(path) for path in sys.path if path.endswith("-packages")]
    names = {entry.name for folder in folders for entry in folder.glob("*-info")}
    codes = [(f.relative_to(PROJECT).as_posix(), hash_bytes(f.read_bytes())) for f in files]
    return digest(codes, sys.version, sorted(names))
