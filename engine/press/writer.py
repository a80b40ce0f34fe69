"""Lays a sheet for every page instead of writing it, so that only those that changed are made."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from typing import NamedTuple

from jinja2 import Environment, Template
from pelican.paginator import Paginator
from pelican.writers import Writer

from engine.press.closures import Closure, Closures
from engine.press.fingerprints import Fingerprints, UnhashableError, digest
from engine.targets import Build

CONTENTS = ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages")
# Of the members of their entries, indexes show the number and the latest change; a page of a list
# shows of those before and after it the address.
INDEXES = ("authors", "categories", "period_archives", "tags")
INDEXES += ("articles_next_page", "articles_previous_page")
OF_MEMBERS = frozenset(("changed",))


class Named(NamedTuple):
    """A template that is compiled when a page is made of it."""

    environment: Environment
    name: str

    def render(self, variables: dict) -> str:
        return self.environment.get_template(self.name).render(variables)


class Press(Writer):
    """Pelican's writer, for pages whose addresses are not relative. `content_written` is not sent.

    The key of a page is the hash of its address, of the texts of its templates, of the edition and
    of those variables that the templates name. A function among them may say in `reads` which
    attributes of articles it looks at.
    """

    build: Build

    def __init__(self, output_path, settings=None):
        super().__init__(output_path, settings)
        self.closures: dict[int, Closures] = {}
        self.prints: Fingerprints | None = None

    def write_file(self, name, template, context, template_name=None, **variables):
        if not name:
            return
        for page, more in self._pages(name, template_name, variables):
            told = {**variables, **more, "output_file": page}
            key = self._key(template, context, told)
            self.build.targets.add_target(page, key, partial(made, page, template, context, told))

    def _pages(self, name: str, template_name: str | None, variables: dict) -> Iterable:
        """The address of every page of a list, with the variables that it adds."""
        size = self.settings["PAGINATED_TEMPLATES"].get(template_name)
        if not size or "articles" not in variables:
            return [(name, {})]
        book = Paginator(name, variables.get("url"), variables["articles"], self.settings, size)
        pages = [None, *map(book.page, book.page_range), None]
        parts = ("paginator", "previous_page", "page", "next_page")
        turned = zip(pages, pages[1:], pages[2:], strict=False)
        return [
            (
                three[1].save_as,
                {f"articles_{p}": v for p, v in zip(parts, (book, *three), strict=True)},
            )
            for three in turned
        ]

    def _key(self, template: Template | Named, context: dict, told: dict) -> str | None:
        if self.prints is None:
            self.prints = Fingerprints(chain.from_iterable(context.get(n, ()) for n in CONTENTS))
        environment = template.environment
        told_of = self.build.template_facts
        closures = self.closures.setdefault(id(environment), Closures(environment, told_of))
        closure = closures.of(template.name)
        variables = named(closure.names, told, context, environment.globals)
        reads = [value.reads for value in variables.values() if hasattr(value, "reads")]
        words = closure.words.union(*reads) if reads else closure.words
        values = ((name, variables[name]) for name in sorted(variables))
        return self._hash(told["output_file"], closure, values, words)

    def lay_part(self, name: str, told: object, reads: Iterable[str], make: Callable) -> None:
        """Lay what depends on `told` and on the settings alone.

        That is a whole article, or a list with articles of which these attributes count.
        """
        self.build.targets.add_target(
            name, self._hash(name, None, [("", told)], frozenset(reads)), make
        )

    def _hash(self, page: str, closure: Closure | None, values: Iterable, words) -> str | None:
        if self.build.fingerprint is None or not (closure is None or closure.known):
            return None
        try:
            told = [(name, self.prints.of(value, shown(name, words))) for name, value in values]
        except UnhashableError:
            return None
        return digest(page, closure and closure.sum, self.build.fingerprint, told)


def shown(name: str, words: frozenset[str]) -> frozenset[str]:
    """What of the articles in a variable may be shown."""
    return words & OF_MEMBERS if name in INDEXES else words


def named(names: Iterable[str], *places: dict) -> dict:
    """The variables of these names that there are, each from the first place that has it."""
    return {name: place[name] for place in reversed(places) for name in names if name in place}


def made(page: str, template: Template | Named, context: dict, told: dict) -> list:
    """The one file of a page."""
    return [(page, template.render({**context, **told}).encode())]
