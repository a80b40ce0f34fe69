"""Adds `article.map` and `dossier.map`, where the places are that they name, or None.

Gives templates `maps`, for the id of every place that articles name the map of that place alone.
A map is a file of its own, so that no page grows by it and many pages share one.
"""

from collections.abc import Iterable
from pathlib import Path

from pelican import signals

from engine.cache import ImageCache
from graphics.maps.draw import Place
from graphics.maps.file import Drawing, MapFile, published
from graphics.palette import palettes

AREAS = {
    "sea",
    "strait",
    "peninsula",
    "region",
    "ocean",
    "gulf",
    "archipelago",
}  # shown without dot


def located(names: Iterable) -> dict[str, Place]:
    """By their ids, the places with coordinates among the entries of the registry."""
    places = [name for name in names if name.kind == "place" and name.coordinates]
    return {
        p.slug: Place(p.name, *p.coordinates, area=(p.sort or "").lower() in AREAS) for p in places
    }


def maps_of(asked: list[dict[str, Place]], settings: dict) -> list[MapFile | None]:
    """A map for each group of places, the same for the same places in whatever order."""
    colors = palettes(Path(settings["THEME"]))
    groups = [dict(sorted(places.items())) for places in asked]
    wanted = {tuple(g): Drawing(tuple(g.values()), colors) for g in groups if g}
    images = ImageCache(Path(settings["IMAGE_CACHE"]))
    made = published(wanted, images, Path(settings["OUTPUT_PATH"]))
    return [made.get(tuple(group)) for group in groups]


def add_maps(generators):
    context = generators[0].context
    shown = [*context["articles"], *context.get("dossiers", [])]
    named = [located(names_of(one)) for one in shown]
    alone = {slug: {slug: place} for places in named for slug, place in places.items()}
    made = maps_of([*named, *alone.values()], context)
    for one, drawn in zip(shown, made, strict=False):
        one.map = drawn
    context["maps"] = dict(zip(alone, made[len(shown) :], strict=True))


def names_of(shown) -> Iterable:
    """The names that an article has, or all articles of a dossier."""
    members = getattr(shown, "articles", [shown])
    return (name for article in members for name in article.names)


def register():
    signals.all_generators_finalized.connect(add_maps)
