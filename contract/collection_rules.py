"""What documents name in each other is there, once: tags, pictures, articles, names, diagrams."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from contract.documents import Collection, Document, Metadata
from contract.faults import Place, did_you_mean
from contract.names import unknown_name

Slugs = dict[str, str]  # of articles, by slug and by the name of the file without its ending
Cell = tuple[int, int]  # column and row


def check_collection(collection: Collection) -> None:
    """Refuse what names nothing, what stands there twice, and what contradicts itself."""
    for article in (*collection.of("articles"), *collection.of("articles", published=False)):
        _check_tags(article, collection.vocabulary)
        _check_pictures(article, collection.pictures)
        _check_about(article, collection.registry)
        _check_events(article)
    _check_related(collection)
    _check_lead(collection)
    _check_dossiers(collection)
    _check_diagrams(collection)
    _check_glossary(collection)
    _check_registry(collection)


def _check_tags(article: Document, vocabulary: dict[str, Metadata]) -> None:
    tags = article.metadata.get("tags") or []
    for i, tag in enumerate(tags):
        if tag and vocabulary and tag not in vocabulary:
            article.place.into("tags", i).refuse(
                f'tag "{tag}" is not in content/data/tags.yaml{did_you_mean(tag, vocabulary)}'
            )
        if tag in tags[:i]:
            article.place.into("tags", i).refuse(f'tag "{tag}" a second time - keep one')


def _check_pictures(article: Document, pictures: list[str]) -> None:
    files = [(entry or {}).get("file") for entry in article.metadata.get("images") or []]
    for i, file in enumerate(files):
        place = article.place.into("images", i, "file")
        if file and f"images/{file}" not in pictures:
            place.refuse(f'no picture "{file}" in content/images/')
        if file and file in files[:i]:
            place.refuse(f'picture "{file}" a second time - keep one')


def _check_about(article: Document, registry: dict[str, Metadata]) -> None:
    ids = article.metadata.get("about") or []
    for i, slug in enumerate(ids):
        if slug and slug not in registry:
            article.place.into("about", i).refuse(unknown_name(slug, registry))
        elif slug and slug in ids[:i]:
            article.place.into("about", i).refuse(f'name "{slug}" a second time - keep one')


def _check_events(document: Document) -> None:
    """No document tells an event twice."""
    previous = set()
    for i, event in enumerate(document.metadata.get("events") or []):
        key = event and (event["date"], event["label"])
        if key and key in previous:
            document.place.into("events", i).refuse(
                f'event "{event["label"]}" a second time - keep one'
            )
        previous.add(key)


def _check_related(collection: Collection) -> None:
    """Related articles are published; those of drafts may be drafts."""
    published = _by_slug(collection.of("articles"))
    everything = published | _by_slug(collection.of("articles", published=False))
    for document in collection.documents.values():
        articles = published if document.published else everything
        for i, slug in enumerate(document.metadata.get("related") or []):
            if slug and articles.get(slug, document) is document:
                document.place.into("related", i).refuse(
                    f'no other published article has the slug "{slug}"'
                    f"{did_you_mean(slug, articles.keys() - {document.metadata.get('slug')})}"
                )


def _check_lead(collection: Collection) -> None:
    lead = collection.lead
    if lead and lead not in _by_slug(collection.in_site("articles")):
        collection.documents["data/front.yaml"].place.into("lead").refuse(
            f'no published article has the slug "{lead}"'
            f"{did_you_mean(lead, _by_slug(collection.of('articles')))}"
        )


def _by_slug(documents: list[Document]) -> dict[str, Document]:
    return {d.metadata["slug"]: d for d in documents if d.metadata.get("slug")}


def _check_dossiers(collection: Collection) -> None:
    """Refuse what names no article, and turn names of files into slugs."""
    published = _slugs(collection.of("articles"))
    everything = published | _slugs(collection.of("articles", published=False))
    for path, document in collection.documents.items():
        if path.startswith("dossiers/"):
            _check_dossier(document, published if document.published else everything)
            _check_events(document)


def _slugs(articles: list[Document]) -> Slugs:
    slugs = {PurePosixPath(d.path).stem: d.metadata.get("slug") for d in articles}
    return {n: s for n, s in slugs.items() if s} | {s: s for s in slugs.values() if s}


def _check_dossier(document: Document, slugs: Slugs) -> None:
    articles = document.metadata.get("articles") or []
    for i, word in enumerate(articles):
        place = document.place.into("articles", i)
        articles[i] = _find_article(word, slugs, place)
        if articles[i] and articles[i] in articles[:i]:
            place.refuse(f'article "{word}" a second time - keep one')
    for i, event in enumerate(document.metadata.get("events") or []):
        if event:
            place = document.place.into("events", i, "article")
            event["article"] = _find_article(event["article"], slugs, place)


def _find_article(word: str | None, slugs: Slugs, place: Place) -> str | None:
    """The slug that a slug or the name of a file in content/articles/ means."""
    slug = slugs.get(word.removeprefix("articles/").removesuffix(".md")) if word else None
    if word and not slug:
        place.refuse(
            f'no published article has the slug or file name "{word}"'
            f"{did_you_mean(word, {*slugs.values()})}"
        )
    return slug


def _check_glossary(collection: Collection) -> None:
    """No way of writing leads to two meanings, or twice to one."""
    _check_spellings(collection, "data/glossary.yaml", "term", collection.glossary)


def _check_registry(collection: Collection) -> None:
    """No two entries are one thing, only places have coordinates, and times run forwards."""
    _check_spellings(collection, "data/registry.yaml", "name", collection.registry)
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
        for i, role in enumerate(entry["roles"] or []):
            start, end = (role or {}).get("from"), (role or {}).get("until")
            if start and end and end[: len(start)] < start[: len(end)]:
                place.into("roles", i, "until").refuse(f'"until" {end} is before "from" {start}')


def _check_spellings(
    collection: Collection, path: str, key: str, entries: dict[str, Metadata]
) -> None:
    """Refuse a spelling, under `key` or `also`, that another entry of the file has, or this one."""
    spellings: dict[str, str] = {}
    for slug, entry in entries.items():
        place = collection.documents[path].place.into(slug)
        also = [(way, place.into("also", i)) for i, way in enumerate(entry["also"] or []) if way]
        for way, where in ((entry[key], place.into(key)), *also):
            first = spellings.setdefault(way.casefold(), where.name)
            if first != where.name:
                where.refuse(f'"{way}" stands in "{first}" already - keep one of them')


def _check_diagrams(collection: Collection) -> None:
    """Refuse a diagram that cannot be drawn, and an article that names one that is not there."""
    files = ((p, d) for p, d in collection.documents.items() if p.startswith("diagrams/"))
    diagrams = {PurePosixPath(path).stem: diagram for path, diagram in files}
    for diagram in diagrams.values():
        for i, panel in enumerate(diagram.metadata.get("panels") or []):
            if panel and all(panel.get(key) for key in ("nodes", "links")):
                _check_panel(panel, diagram.place.into("panels", i))
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
    for i, frame in enumerate(panel.get("frames") or []):
        _check_nodes((frame or {}).get("around") or [], nodes, place.into("frames", i, "around"))
    cells = {name: cell for cell, name in names.items()}
    for i, link in enumerate(panel["links"]):
        if link and _check_nodes([link["from"], link["to"]], nodes, place.into("links", i)):
            _check_line(link["from"], link["to"], cells, place.into("links", i))


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
