"""No two documents, people, outlets or former addresses would be written to the same place."""

from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import NamedTuple

from pelican.utils import slugify

from contract.documents import Collection, Document
from contract.faults import Place
from contract.links import address_of
from contract.services import Site
from contract.values import SLUG
from formats import UNKNOWN

LONGEST_SLUG = 100  # letters that the name of a folder has room for beside what stands around it


def check_addresses(collection: Collection, site: Site) -> None:
    """Refuse slugs, names and former addresses that are in use, or are the site's own."""
    make_slug = partial(slugify, regex_subs=site.slug_rules)
    slugs: dict[str, Document] = {}
    names: dict[tuple[str, str], Name] = {}
    for document in sorted(collection.documents.values(), key=_seniority):
        _check_slug(document, slugs, site.reserved)
        for name in _names(document):
            _check_name(name, make_slug, names)
    _check_former_addresses(collection, site)


def is_reserved(slug: str, reserved: Set[str]) -> bool:
    """Whether the site itself uses such an address; `reserved` are the first parts of its own."""
    return slug in reserved or slug.isdigit() or slug.startswith("page-")


def _seniority(document: Document) -> tuple[bool, int, str]:
    """Pages before articles, and of two files the one without a suffix: the other is the copy."""
    return document.path.startswith("articles/"), len(document.path), document.path


def _check_slug(document: Document, slugs: dict[str, Document], reserved: Set[str]) -> None:
    slug, place = document.metadata.get("slug"), document.place.into("slug")
    if not isinstance(slug, str):
        return
    if is_reserved(slug, reserved):
        place.refuse(f'slug "{slug}" is reserved for the site\'s own addresses - choose another')
    first = slugs.setdefault(slug, document)
    if first is not document:
        place.refuse(f'slug "{slug}" is taken by {first.place.path} - choose another')


class Name(NamedTuple):
    """The name of an author or an outlet, which gets a page of its own."""

    kind: str
    words: str
    place: Place


def _names(document: Document) -> Iterator[Name]:
    metadata, place = document.metadata, document.place
    if metadata.get("author") not in {None, UNKNOWN}:
        yield Name("author", metadata["author"], place.into("author"))
    for here, name in place.entries(metadata, "authors"):
        yield Name("author", name, here)
    outlet = (metadata.get("source") or {}).get("outlet")
    if outlet:
        yield Name("outlet", outlet, place.into("source", "outlet"))


def _check_name(
    name: Name, make_slug: Callable[[str], str], names: dict[tuple[str, str], Name]
) -> None:
    slug = make_slug(name.words)
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        name.place.refuse(f'no address can be made from "{name.words}" - spell it in Latin letters')
        return
    first = names.setdefault((name.kind, slug), name)
    if first.words != name.words:
        name.place.refuse(
            f'"{name.words}" has the same address, {slug}, as "{first.words}" in'
            f" {first.place.path} - write one name alike"
        )


def _check_former_addresses(collection: Collection, site: Site) -> None:
    """Refuse a former address that is in use, or that two articles claim."""
    texts = (*collection.of("articles"), *collection.of("pages"))
    present = {f"/{address_of(text, site.urls)}": text.place.path for text in texts}
    claims: dict[str, Place] = {}
    for document in collection.of("articles"):
        for place, address in document.place.entries(document.metadata, "moved-from"):
            plain = address.removesuffix("index.html")
            first = claims.setdefault(plain.rstrip("/"), place)
            if plain in present:
                place.refuse(
                    f'"{address}" is the address of {present[plain]} - name only addresses where'
                    " nothing is any more"
                )
            elif _is_own(address, site.reserved):
                place.refuse(f'"{address}" is one of the site\'s own addresses - take it out')
            elif first is not place:
                place.refuse(f'"{address}" stands in {first.path} already - keep one of them')


def _is_own(address: str, reserved: Set[str]) -> bool:
    """Whether an address is or might become one of a list, a file or a period of the site."""
    first, *rest = address.strip("/").split("/")
    period = first.isdigit() and all(part.isdigit() for part in rest[:1]) and len(rest) < 2
    return first in reserved or period
