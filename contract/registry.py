"""The registry of names agrees with itself, and articles name only what it has."""

from contract.document import Collection
from contract.names import unknown_name
from contract.place import Place


def names_known(article: dict, place: Place, collection: Collection) -> None:
    """Refuse under `about` what the registry lacks, and what stands there twice."""
    ids, registry = article.get("about") or [], collection.registry
    for i, slug in enumerate(ids):
        if slug and slug not in registry:
            place.into("about", i).refuse(unknown_name(slug, registry))
        elif slug and slug in ids[:i]:
            place.into("about", i).refuse(f'name "{slug}" a second time - keep one')


def names_agree(collection: Collection) -> None:
    """Refuse two entries for one thing, places that are none, and times that run backwards."""
    ways: dict[str, str] = {}
    items: dict[str, str] = {}
    for slug, entry in collection.registry.items():
        place = collection.documents["data/registry.yaml"].place.into(slug)
        also = [(way, place.into("also", i)) for i, way in enumerate(entry["also"] or []) if way]
        for way, where in ((entry["name"], place.into("name")), *also):
            first = ways.setdefault(way.casefold(), where.name)
            if first != where.name:
                where.refuse(f'"{way}" stands in "{first}" already - keep one of them')
        _item(entry, place.into("wikidata"), items)
        if entry["coordinates"] and entry["kind"] != "place":
            place.into("coordinates").refuse(
                f'"{slug}" is no place but of kind {entry["kind"]} - take its coordinates out, or'
                " write kind: place"
            )
        _in_time(entry, place)


def _item(entry: dict, place: Place, items: dict[str, str]) -> None:
    item = entry["wikidata"]
    if item and items.setdefault(item, place.name) != place.name:
        place.refuse(f'{item} stands in "{items[item]}" already - look up which of them it is')


def _in_time(entry: dict, place: Place) -> None:
    for i, role in enumerate(entry["roles"] or []):
        begun, ended = (role or {}).get("from"), (role or {}).get("until")
        if begun and ended and ended[: len(begun)] < begun[: len(ended)]:
            place.into("roles", i, "until").refuse(f'"until" {ended} is before "from" {begun}')
