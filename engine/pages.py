"""Pages as targets: Pelican's writer and generator of articles, taught to do only what is needed.

Nothing is written when a page is added, its template is compiled and its costly attributes are
computed only if it is made.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import chain
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from jinja2.ext import Extension
from pelican.generators import ArticlesGenerator
from pelican.paginator import Paginator
from pelican.writers import Writer

from engine.keys import DependencyFinder, UnhashableError, ValueHasher, digest
from engine.targets import Build, Files, Render

Variables = dict[str, Any]
CONTENTS = ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages")
# Of the members of their entries, indexes show the number and the latest change; a page of a list
# shows of those before and after it the address.
INDEXES = {"authors", "categories", "period_archives", "tags"}
INDEXES |= {"articles_next_page", "articles_previous_page"}
WORDS_OF_INDEXES = frozenset(("changed",))
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class LazyTemplate(NamedTuple):
    """A template that is compiled when a page is made of it."""

    environment: Environment
    name: str

    def render(self, variables: Variables) -> str:
        return self.environment.get_template(self.name).render(variables)


class PageWriter(Writer):
    """Adds a target for every page. Addresses are not relative, and `content_written` is not sent.

    The key of a page is the hash of its address, of the texts of its templates, of the build's
    fingerprint and of those variables that the templates name. A function among them may say in
    `reads` which attributes of articles it looks at.
    """

    build: Build

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None):
        super().__init__(output_path, settings)
        self.finders: dict[int, DependencyFinder] = {}
        self.hasher: ValueHasher | None = None

    def write_file(
        self,
        name: str,
        template: Template | LazyTemplate,
        context: Variables,
        template_name: str | None = None,
        **variables: Any,
    ) -> None:
        """Add the target of a page, or those of all pages of a list.

        Other arguments that Pelican passes are variables of the template here.
        """
        if not name:
            return
        for page, more in self._paginate(name, template_name, variables):
            own = {**variables, **more, "output_file": page}
            key = self._key(template, context, own)
            self.build.targets.add_target(page, key, partial(render, page, template, context, own))

    def add_target(self, name: str, value: object, reads: Iterable[str], render: Render) -> None:
        """Add the target of files that depend on `value` and on the settings alone.

        That is a whole article, or a list with articles of which `reads` has the attributes that
        count.
        """
        key = self._hash(name, "", {"": value}, frozenset(reads))
        self.build.targets.add_target(name, key, render)

    def _paginate(
        self, name: str, template_name: str | None, variables: Variables
    ) -> Iterable[tuple[str, Variables]]:
        """The address of every page of a list, with the variables that it adds."""
        size = self.settings["PAGINATED_TEMPLATES"].get(template_name)
        if not size or "articles" not in variables:
            return [(name, {})]
        book = Paginator(name, variables.get("url"), variables["articles"], self.settings, size)
        pages = [None, *map(book.page, book.page_range), None]
        parts = ("articles_previous_page", "articles_page", "articles_next_page")
        triples = zip(pages, pages[1:], pages[2:], strict=False)
        return [
            (three[1].save_as, {"articles_paginator": book, **dict(zip(parts, three, strict=True))})
            for three in triples
        ]

    def _key(
        self, template: Template | LazyTemplate, context: Variables, own: Variables
    ) -> str | None:
        if self.hasher is None:
            self.hasher = ValueHasher(chain.from_iterable(context.get(n, ()) for n in CONTENTS))
        environment = template.environment
        finder = DependencyFinder(environment, self.build.template_facts)
        finder = self.finders.setdefault(id(environment), finder)
        dependencies = finder.find(template.name or "")
        if not dependencies.is_complete:
            return None
        values = {**environment.globals, **context, **own}
        variables = {n: values[n] for n in sorted(dependencies.variables & values.keys())}
        reads = [value.reads for value in variables.values() if hasattr(value, "reads")]
        words = dependencies.words.union(*reads) if reads else dependencies.words
        return self._hash(own["output_file"], dependencies.digest, variables, words)

    def _hash(
        self, page: str, templates: str, variables: Variables, words: frozenset[str]
    ) -> str | None:
        if self.build.fingerprint is None or self.hasher is None:
            return None
        hashes = []
        for name, value in variables.items():
            visible = words & WORDS_OF_INDEXES if name in INDEXES else words
            try:
                hashes.append((name, self.hasher.hash_value(value, visible)))
            except UnhashableError:
                return None
        return digest(page, templates, self.build.fingerprint, hashes)


def render(
    page: str, template: Template | LazyTemplate, context: Variables, own: Variables
) -> Files:
    """The one file of a page."""
    return [(page, template.render({**context, **own}).encode())]


class LeanArticlesGenerator(ArticlesGenerator):
    """Pelican's generator of articles, without what grows with the square of their number.

    Templates are lazy; lists have `articles`, and no `dates`.
    """

    def get_template(self, name: str) -> Template | LazyTemplate:
        for ending in self.settings["TEMPLATE_EXTENSIONS"]:
            if f"{name}{ending}" in self.template_names:
                return LazyTemplate(self.env, f"{name}{ending}")
        template: Template = super().get_template(name)
        return template

    @cached_property
    def template_names(self) -> frozenset[str]:
        return frozenset(self.env.list_templates())

    def generate_pages(self, writer: Writer) -> None:
        self.dates: list[Any] = []
        super().generate_pages(writer)

    def _build_period_archives(
        self, sorted_articles: list[Any], articles: list[Any], settings: dict[str, Any]
    ) -> dict[str, list[dict[str, Any]]]:
        place = {id(article): n for n, article in enumerate(articles)}
        archives: dict[str, list[dict[str, Any]]] = super()._build_period_archives(
            sorted_articles, [], settings
        )
        for archive in chain.from_iterable(archives.values()):
            archive["articles"] = sorted(archive["dates"], key=lambda one: place[id(one)])
        return archives


def add_lazy_attribute(kind: type, name: str, compute: Callable[[Any], object]) -> None:
    """Give everything of this kind the attribute `name`: `compute` of it, when a page shows it.

    It may depend on the other attributes of that thing alone, and on the settings.
    """
    attribute = cached_property(compute)
    attribute.__set_name__(kind, name)
    setattr(kind, name, attribute)


class FlushLeft(Extension):
    """Leaves out the indentation of HTML templates: it is for those who write them.

    What templates print stays as it is.
    https://jinja.palletsprojects.com/en/stable/extensions/#jinja2.ext.Extension.preprocess
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        is_html = name is not None and name.endswith(".html")
        return INDENTATION.sub("", source) if is_html else source
