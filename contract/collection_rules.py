"""What documents name in each other is there, once: tags, pictures, articles, names, diagrams."""

from collections.abc import Hashable, Iterable
from pathlib import PurePosixPath
from typing import Any

from contract.documents import Collection, Document, Metadata
from contract.faults import Place, did_you_mean
from contract.names import unknown_name

Slugs = dict[str, str]  # of articles, by slug and by the name of the file without its ending
Cell = tuple[int, int]  # column and row


def check_collection(collection: Collection) -> None:
    """Refuse what names nothing, what stands there twice, and what contradicts itself."""
    registry, published = collection.registry, _slugs(collection.of("articles"))
    everything = published | _slugs(collection.of("articles", published=False))
    for path, document in collection.documents.items():
        slugs = published if document.published else everything
        if path.startswith("articles/"):
            _check_names(document, collection, registry)
            _check_related(document, slugs)
            _check_events(document)
        elif path.startswith("dossiers/"):
            _check_dossier(document, slugs)
            _check_events(document)
    _check_lead(collection)
    _check_diagrams(collection)
    _check_spellings(collection, "data/glossary.yaml", "term", collection.glossary)
    _check_spellings(collection, "data/registry.yaml", "name", registry)
    _check_registry(collection)


def _check_names(article: Document, collection: Collection, registry: dict[str, Metadata]) -> None:
    """Refuse tags, pictures and names that are not there, or named twice."""
    tags, names = (list(article.place.entries(article.metadata, k)) for k in ("tags", "about"))
    images = article.place.entries(article.metadata, "images")
    pictures = [(place.into("file"), entry["file"]) for place, entry in images if entry["file"]]
    vocabulary = collection.vocabulary
    for place, tag in tags:
        if vocabulary and tag not in vocabulary:
            place.refuse(
                f'tag "{tag}" is not in content/data/tags.yaml{did_you_mean(tag, vocabulary)}'
            )
    for place, file in pictures:
        if f"images/{file}" not in collection.pictures:
            place.refuse(f'no picture "{file}" in content/images/')
    for place, slug in names:
        if slug not in registry:
            place.refuse(unknown_name(slug, registry))
    for noun, entries in (("tag", tags), ("picture", pictures), ("name", names)):
        _refuse_repeats(noun, [(place, name, name) for place, name in entries])


def _check_events(document: Document) -> None:
    """No document tells an event twice."""
    events = document.place.entries(document.metadata, "events")
    _refuse_repeats("event", [(place, e["label"], (e["date"], e["label"])) for place, e in events])


def _refuse_repeats(noun: str, entries: list[tuple[Place, str, Hashable]]) -> None:
    """Refuse an entry whose third part an earlier one has; the second is what it is called."""
    previous = set()
    for place, name, key in entries:
        if key in previous:
            place.refuse(f'{noun} "{name}" a second time - keep one')
        previous.add(key)


def _check_related(article: Document, slugs: Slugs) -> None:
    """Related articles are published; those of drafts may be drafts."""
    others = {*slugs.values()} - {article.metadata["slug"]}
    for place, slug in article.place.entries(article.metadata, "related"):
        if slug not in others:
            place.refuse(
                f'no other published article has the slug "{slug}"{did_you_mean(slug, others)}'
            )


def _check_lead(collection: Collection) -> None:
    lead = collection.lead
    if lead and lead not in _slugs(collection.in_site("articles")).values():
        collection.documents["data/front.yaml"].place.into("lead").refuse(
            f'no published article has the slug "{lead}"'
            f"{did_you_mean(lead, {*_slugs(collection.of('articles')).values()})}"
        )


def _slugs(articles: list[Document]) -> Slugs:
    slugs = {PurePosixPath(d.path).stem: d.metadata.get("slug") for d in articles}
    return {n: s for n, s in slugs.items() if s} | {s: s for s in slugs.values() if s}


def _check_dossier(dossier: Document, slugs: Slugs) -> None:
    """Refuse what names no article, and turn names of files into slugs."""
    metadata, place = dossier.metadata, dossier.place
    entries = [(h, w, _find_article(w, slugs, h)) for h, w in place.entries(metadata, "articles")]
    _refuse_repeats("article", [entry for entry in entries if entry[2]])
    metadata["articles"] = [slug for _, _, slug in entries]
    for here, event in place.entries(metadata, "events"):
        event["article"] = _find_article(event["article"], slugs, here.into("article"))


def _find_article(word: str | None, slugs: Slugs, place: Place) -> str | None:
    """The slug that a slug or the name of a file in content/articles/ means."""
    slug = slugs.get(word.removeprefix("articles/").removesuffix(".md")) if word else None
    if word and not slug:
        place.refuse(
            f'no published article has the slug or file name "{word}"'
            f"{did_you_mean(word, {*slugs.values()})}"
        )
    return slug


def _check_registry(collection: Collection) -> None:
    """No two entries are one thing, only places have coordinates, and times run forwards."""
    items: dict[str, str] = {}
    for slug, entry in collection.registry.items():
        place = collection.documents["data/registry.yaml"].place.into(slug)
        item, where = entry["wikidata"], place.into("wikidata")
        if item and items.setdefault(item, where.name) != where.name:
            where.refuse(f'{item} stands in "{items[item]}" already - look up which of them it is')
        if entry["coordinates"] and entry["kind"] != "place":
            place.into("coordinates").refuse(
                f'"{slug}" is no place but of kind {entry["kind"]} - take its coordinates out, or'
                " write kind: place"
            )
        for here, role in place.entries(entry, "roles"):
            start, end = role["from"], role["until"]
            if start and end and end[: len(start)] < start[: len(end)]:
                here.into("until").refuse(f'"until" {end} is before "from" {start}')


def _check_spellings(
    collection: Collection, path: str, key: str, entries: dict[str, Metadata]
) -> None:
    """Refuse a spelling, under `key` or `also`, that another entry of the file has, or this one."""
    spellings: dict[str, str] = {}
    for slug, entry in entries.items():
        place = collection.documents[path].place.into(slug)
        for where, way in ((place.into(key), entry[key]), *place.entries(entry, "also")):
            first = spellings.setdefault(way.casefold(), where.name)
            if first != where.name:
                where.refuse(f'"{way}" stands in "{first}" already - keep one of them')


def _check_diagrams(collection: Collection) -> None:
    """Refuse a diagram that cannot be drawn, and an article that names one that is not there."""
    files = ((p, d) for p, d in collection.documents.items() if p.startswith("diagrams/"))
    diagrams = {PurePosixPath(path).stem: diagram for path, diagram in files}
    for diagram in diagrams.values():
        for place, panel in diagram.place.entries(diagram.metadata, "panels"):
            if panel["nodes"] and panel["links"]:
                _check_panel(panel, place)
    for path, document in collection.documents.items():
        name = document.metadata.get("diagram") if path.startswith("articles/") else None
        if name and name not in diagrams:
            document.place.into("diagram").refuse(
                f'no diagram "{name}" in content/diagrams/{did_you_mean(name, diagrams)}'
            )


def _check_panel(panel: Metadata, place: Place) -> None:
    """Nodes stand in a grid, links between neighbors, frames around nodes."""
    nodes = panel["nodes"]
    names: dict[Cell, str] = {}
    for name, node in nodes.items():
        if node and node["row"] and node["column"]:
            first = names.setdefault((node["column"], node["row"]), name)
            if first != name:
                place.into("nodes", name).refuse(
                    f'"{name}" stands where "{first}" does - give it another row or column'
                )
    for here, frame in place.entries(panel, "frames"):
        _check_nodes(frame["around"] or [], nodes, here.into("around"))
    cells = {name: cell for cell, name in names.items()}
    for here, link in place.entries(panel, "links"):
        if _check_nodes([link["from"], link["to"]], nodes, here):
            _check_line(link["from"], link["to"], cells, here)


def _check_nodes(names: list[Any], nodes: Iterable[str], place: Place) -> bool:
    """Whether all of these name nodes of a panel; those that do not are refused."""
    unknown = [name for name in names if name and name not in nodes]
    for name in unknown:
        place.refuse(f'no node "{name}" in this panel{did_you_mean(name, nodes)}')
    return all(names) and not unknown


def _check_line(one: str, other: str, cells: dict[str, Cell], place: Place) -> None:
    """Refuse a link that no straight line can show."""
    if not {one, other} <= cells.keys():
        return
    (x, y), (u, v) = cells[one], cells[other]
    between = {
        name
        for name, (a, b) in cells.items()
        if min(x, u) <= a <= max(x, u) and min(y, v) <= b <= max(y, v)
    } - {one, other}
    if one == other or (x != u and y != v) or between:
        place.refuse(
            f'"{one}" and "{other}" cannot be linked by a straight line - put them next to each'
            " other in one row or one column"
        )
