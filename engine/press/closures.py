"""What a template depends on: all templates that it includes, and what they name.

https://jinja.palletsprojects.com/en/stable/api/#the-meta-api
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables


class Closure(NamedTuple):
    """A template with all that it extends, includes and imports.

    `names` are the variables that they read, `words` all that may be the name of an attribute;
    `known` is false where a template is named by a variable.
    """

    sum: str
    names: frozenset[str]
    words: frozenset[str]
    known: bool


class Closures:
    """The closures of the templates of one environment.

    `told` keeps what each text was found to name, by its SHA-256, as plain data: it is brought
    from the last build, and grows. Raises jinja2.TemplateNotFound.
    """

    def __init__(self, environment: Environment, told: dict[str, list]):
        self.environment, self.told = environment, told
        self.texts: dict[str, tuple[str, list]] = {}
        self.closures: dict[str, Closure] = {}

    def of(self, name: str) -> Closure:
        if name not in self.closures:
            self.closures[name] = self._gathered(name)
        return self.closures[name]

    def _gathered(self, name: str) -> Closure:
        seen: dict[str, tuple[str, list]] = {}
        waiting = [name]
        while waiting:
            template = waiting.pop()
            if template not in seen:
                seen[template] = self._text(template)
                waiting += [one for one in seen[template][1][0] if one]
        told = [told for _, told in seen.values()]
        total = hashlib.sha256(repr(sorted((n, s) for n, (s, _) in seen.items())).encode())
        names, words = (frozenset().union(*(t[i] for t in told)) for i in (1, 2))
        return Closure(total.hexdigest(), names, words, all(None not in t[0] for t in told))

    def _text(self, name: str) -> tuple[str, list]:
        if name not in self.texts:
            source, file, _ = self.environment.loader.get_source(self.environment, name)
            total = hashlib.sha256(source.encode()).hexdigest()
            if total not in self.told:
                self.told[total] = read(self.environment, source, name, file)
            self.texts[name] = total, self.told[total]
        return self.texts[name]


def read(environment: Environment, source: str, name: str, file: str | None) -> list:
    """Three lists: the templates that a text refers to, its variables (globals too), its words."""
    bare = environment.overlay()
    bare.globals = {}
    tree = bare.parse(source, name, file)
    referred = sorted({*find_referenced_templates(tree)}, key=str)
    return [referred, sorted(find_undeclared_variables(tree)), sorted({*words(tree)})]


def words(tree: nodes.Template) -> Iterator[str]:
    """All that may be the name of an attribute: what follows a dot, and what stands in quotes."""
    for node in tree.find_all((nodes.Getattr, nodes.Const)):
        if isinstance(node, nodes.Getattr):
            yield node.attr
        elif isinstance(node.value, str) and node.value.replace(".", "").isidentifier():
            yield from node.value.split(".")
