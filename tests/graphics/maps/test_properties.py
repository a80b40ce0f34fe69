"""What holds for the map of any two or three places."""

import gzip
from itertools import combinations
from pathlib import Path

import pytest

from graphics.maps.draw import Map, Place, mapped
from graphics.maps.label import Box
from graphics.maps.labels import DOT
from graphics.maps.svg import svg
from graphics.palette import palettes
from tests.graphics.maps.places import PLACES
from tests.support.sample import ROOT

MOST = 6_000  # bytes of a map on its way
COLORS = palettes(Path(ROOT, "theme"))


@pytest.fixture(scope="module")
def maps() -> dict[str, Map]:
    """The maps of every place, every pair and every fifth three of places."""
    threes = list(combinations(PLACES, 3))[::5]
    chosen = [*combinations(PLACES, 1), *combinations(PLACES, 2), *threes]
    return {told(places): mapped(list(places)) for places in chosen}


def told(places: tuple[Place, ...]) -> str:
    return ", ".join(place.name for place in places)


def boxes(one: Map) -> list[Box]:
    return [label.box for label in [*one.labels, *one.countries] if label]


def test_every_name_has_room(maps):
    missing = [names for names, one in maps.items() if None in one.labels]
    assert not missing, missing


def test_no_names_touch(maps):
    faults = [
        names
        for names, one in maps.items()
        if any(a.touches(b) for a, b in combinations(boxes(one), 2))
    ]
    assert not faults, faults


def test_no_name_covers_a_dot(maps):
    half = DOT - 1
    faults = [
        names
        for names, one in maps.items()
        for x, y in one.dots
        if any(box.touches(Box(x - half, y - half, x + half, y + half)) for box in boxes(one))
    ]
    assert not faults, faults


def test_everything_is_inside(maps):
    faults = [
        names
        for names, one in maps.items()
        if not all(box.within(*one.frame[:2]) for box in boxes(one))
        or not all(0 < x < one.frame.width and 0 < y < one.frame.height for x, y in one.dots)
    ]
    assert not faults, faults


def test_no_map_is_heavy(maps):
    weights = {n: len(gzip.compress(svg(one, n, n, *COLORS), 6)) for n, one in maps.items()}
    heavy = [f"{names}: {weight:,}" for names, weight in weights.items() if weight > MOST]
    assert not heavy, heavy
