"""No two documents, people or outlets share an address, and every one that is named exists."""

from collections.abc import Callable, Iterator

from contract.document import Collection, Document
from contract.faults import did_you_mean
from contract.values import SLUG, UNKNOWN
from formats.names import FOLDERS

# First parts of addresses that the site itself uses, and names that a slug must not take.
RESERVED = {
    "archive",
    "authors",
    "chronology",
    "dossiers",
    "glossary",
    "images",
    "index",
    "names",
    "outlets",
    "tags",
    "theme",
}
RESERVED |= set(FOLDERS.values())
LONGEST = 100


def addresses(collection: Collection, slugged: Callable[[str], str]) -> None:
    """Refuse two documents, authors or outlets that would be written to the same place."""
    slugs: dict[str, Document] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for document in sorted(collection.documents.values(), key=_seniority):
        _slug(document, slugs)
        for kind, place, name in _names(document):
            _name(place, kind, name, slugged(name), names)


def _seniority(document: Document) -> tuple:
    """Pages before articles, and of two files the one without a suffix: the other is the copy."""
    return document.path.startswith("articles/"), len(document.path), document.path


def _slug(document: Document, slugs: dict[str, Document]) -> None:
    slug, place = document.metadata.get("slug"), document.place.into("slug")
    if not isinstance(slug, str):
        return
    if reserved(slug):
        place.refuse(f'slug "{slug}" is reserved for the site\'s own addresses - choose another')
    first = slugs.setdefault(slug, document)
    if first is not document:
        place.refuse(f'slug "{slug}" is taken by {first.place.path} - choose another')


def reserved(slug: str) -> bool:
    """Whether the site itself uses such an address."""
    return slug in RESERVED or slug.isdigit() or slug.startswith("page-")


def _names(document: Document) -> Iterator[tuple]:
    """Every name that gets a page of its own: its kind, its place, itself."""
    metadata, place = document.metadata, document.place
    if metadata.get("author") not in {None, UNKNOWN}:
        yield "author", place.into("author"), metadata["author"]
    for i, name in enumerate(metadata.get("authors") or []):
        if name:
            yield "author", place.into("authors", i), name
    outlet = (metadata.get("source") or {}).get("outlet")
    if outlet:
        yield "outlet", place.into("source", "outlet"), outlet


def _name(place, kind: str, name: str, slug: str, names: dict) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        place.refuse(f'no address can be made from "{name}" - spell it in Latin letters')
        return
    first, where = names.setdefault((kind, slug), (name, place.path))
    if first != name:
        place.refuse(
            f'"{name}" has the same address, {slug}, as "{first}" in {where} - write one name alike'
        )


def relations(collection: Collection) -> None:
    """Refuse a related article or a lead story that is not published; drafts may name drafts."""
    articles = by_slug(collection.of("articles"))
    everything = articles | by_slug(collection.of("articles", published=False))
    for document in collection.documents.values():
        known = articles if document.published else everything
        for i, slug in enumerate(document.metadata.get("related") or []):
            if slug and known.get(slug, document) is document:
                document.place.into("related", i).refuse(
                    f'no other published article has the slug "{slug}"'
                    f"{did_you_mean(slug, known.keys() - {document.metadata.get('slug')})}"
                )
    if collection.lead and collection.lead not in by_slug(collection.in_site("articles")):
        collection.documents["data/front.yaml"].place.into("lead").refuse(
            f'no published article has the slug "{collection.lead}"'
            f"{did_you_mean(collection.lead, articles)}"
        )


def by_slug(documents: list[Document]) -> dict[str, Document]:
    return {d.metadata["slug"]: d for d in documents if d.metadata.get("slug")}


def terms_apart(collection: Collection) -> None:
    """Refuse a way of writing that would lead to two meanings, or twice to one."""
    ways: dict[str, str] = {}
    for slug, entry in collection.glossary.items():
        place = collection.documents["data/glossary.yaml"].place.into(slug)
        places = [place.into("term"), *(place.into("also", i) for i in range(len(entry["also"])))]
        for way, where in zip((entry["term"], *entry["also"]), places, strict=True):
            first = ways.setdefault(way.casefold(), where.name)
            if first != where.name:
                where.refuse(f'"{way}" stands in "{first}" already - keep one of them')
