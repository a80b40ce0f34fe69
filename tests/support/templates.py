"""Templates are parsed and compiled once in a run of the tests, not again for each sample site.

Half of the time of a small build went into that. Both are pure functions of a template's text and
of the options of its environment, which the tests that change templates change along.
"""

import functools
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, meta, nodes

Parse = Callable[[Environment, str, str | None, str | None], nodes.Template]


def share_compiled(folder: Path) -> None:
    """Keep what is compiled in a folder, for this process, its children and other workers."""
    initialize = Environment.__init__

    @functools.wraps(initialize)
    def initialize_with_cache(self: Environment, *arguments, **options) -> None:
        # Jinja's key of a template leaves the options out, of which tests change one.
        place = folder / f"autoescape-{options.get('autoescape', False)}"
        place.mkdir(parents=True, exist_ok=True)
        options.setdefault("bytecode_cache", FileSystemBytecodeCache(str(place)))
        initialize(self, *arguments, **options)

    Environment.__init__ = initialize_with_cache


def share_parsed() -> None:
    """Parse each text once in this process, and look once for the variables that it reads."""
    parse: Parse = Environment.parse
    trees: dict[tuple, nodes.Template] = {}

    @functools.wraps(parse)
    def parse_once(self, source, name=None, filename=None) -> nodes.Template:
        key = (source, name, filename, tuple(sorted(self.extensions)))
        if key not in trees:
            trees[key] = parse(self, source, name, filename)
        return trees[key]

    Environment.parse = parse_once
    meta.find_undeclared_variables = functools.cache(meta.find_undeclared_variables)
