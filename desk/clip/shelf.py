"""What the collection has already: tags, slugs, and how names are spelled."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from contract.address_rules import LONGEST_SLUG, is_reserved
from contract.front_matter import UnreadableError, read_front_matter, read_yaml
from contract.values import SLUG
from desk.project import load_settings
from engine.services import reserved_addresses


def address(name: str) -> str:
    """The last part of the address that Pelican makes of a name."""
    return slugify(name, regex_subs=DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])


@dataclass
class Shelf:
    """`slugs` and `names` lead to the files that use them; `vocabulary` is that of tags.

    `reserved` has the first parts of the site's own addresses.

    A name is kept under what it names, `author` or `outlet`, and its address.
    """

    vocabulary: dict[str, dict] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    reserved: frozenset[str] = frozenset()

    def free(self, slug: str, path_of: Callable[[str], str]) -> str:
        """The slug, or the first of slug-2, slug-3 … that no other file has."""
        number, free = 1, slug
        while is_reserved(free, self.reserved) or self.slugs.get(free, path_of(free)) != path_of(
            free
        ):
            number += 1
            free = f"{slug}-{number}"
        return free

    def objection(self, kind: str, name: str) -> str:
        """Why a name cannot stand in the collection, or nothing."""
        slug = address(name)
        if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
            return "no address can be made from it - spell it in Latin letters"
        first, where = self.names.get((kind, slug), (name, ""))
        return "" if first == name else f'{where} has it as "{first}" - write it alike'


def shelf(content: Path) -> Shelf:
    """Read what is under `content`; a file that cannot be read is the contract's to name."""
    vocabulary = _mapping(content / "data/tags.yaml", read_yaml)
    result = Shelf(vocabulary, reserved=reserved_addresses(load_settings()))
    for file in sorted([*content.glob("articles/**/*.md"), *content.glob("pages/**/*.md")]):
        values, path = _mapping(file, read_front_matter), file.relative_to(content).as_posix()
        result.slugs.setdefault(str(values.get("slug")), path)
        for kind, name in _names(values):
            result.names.setdefault((kind, address(name)), (name, path))
    return result


def _mapping(file: Path, reader: Callable) -> dict:
    try:
        return reader(file.read_text(encoding="utf-8-sig")).values
    except (OSError, UnicodeDecodeError, UnreadableError):
        return {}


def _names(values: dict) -> Iterator[tuple[str, str]]:
    authors, source = values.get("authors"), values.get("source")
    for name in [values.get("author"), *(authors if isinstance(authors, list) else [])]:
        if name and isinstance(name, str):
            yield "author", " ".join(name.split())
    outlet = source.get("outlet") if isinstance(source, dict) else None
    if outlet and isinstance(outlet, str):
        yield "outlet", " ".join(outlet.split())
