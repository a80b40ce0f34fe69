"""Adds `article.map` and `dossier.map`, where the places are that they name, or None.

Gives templates `maps`, for the id of every place that articles name the map of that place alone.
A map is a file of its own, so that no page grows by it and many pages share one.
"""

from collections.abc import Iterable
from pathlib import Path

from pelican import signals

from engine.cache import ImageCache, run_image_jobs
from graphics import ImageFile
from graphics.maps.file import MapJob, publish_maps
from graphics.maps.map import Place
from graphics.palette import palettes

AREAS = {"sea", "strait", "peninsula", "region", "ocean", "gulf", "archipelago"}  # without dot


def find_places(names: Iterable) -> dict[str, Place]:
    """By their ids, the places with coordinates among the entries of the registry."""
    places = [name for name in names if name.kind == "place" and name.coordinates]
    return {
        p.slug: Place(p.name, *p.coordinates, area=(p.sort or "").lower() in AREAS) for p in places
    }


def write_maps(groups: list[dict[str, Place]], settings: dict) -> list[ImageFile | None]:
    """A map for each group of places, the same for the same places in whatever order."""
    colors = palettes(Path(settings["THEME"]))
    groups = [dict(sorted(places.items())) for places in groups]
    jobs = {tuple(group): MapJob(tuple(group.values()), colors) for group in groups if group}
    images = ImageCache(Path(settings["IMAGE_CACHE"]))
    run_image_jobs(images, jobs.values())
    maps = publish_maps(jobs, images, Path(settings["OUTPUT_PATH"]))
    return [maps.get(tuple(group)) for group in groups]


def add_maps(generators):
    context = generators[0].context
    owners = [*context["articles"], *context.get("dossiers", [])]
    groups = [find_places(names_of(owner)) for owner in owners]
    single = {slug: {slug: place} for places in groups for slug, place in places.items()}
    maps = write_maps([*groups, *single.values()], context)
    for owner, one in zip(owners, maps, strict=False):
        owner.map = one
    context["maps"] = dict(zip(single, maps[len(owners) :], strict=True))


def names_of(owner) -> Iterable:
    """The names that an article has, or all articles of a dossier."""
    members = getattr(owner, "articles", [owner])
    return (name for article in members for name in article.names)


def register():
    signals.all_generators_finalized.connect(add_maps)
