"""What holds for the map of any two or three places."""

import gzip
from itertools import combinations
from pathlib import Path

import pytest

from graphics.maps.file import write_map
from graphics.maps.labels import DOT, Box
from graphics.maps.map import Map, Place, draw_map
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
    return {list_names(places): draw_map(list(places)) for places in chosen}


def list_names(places: tuple[Place, ...]) -> str:
    return ", ".join(place.name for place in places)


def boxes(one: Map) -> list[Box]:
    return [label.box for label in [*one.labels, *one.countries] if label]


@pytest.mark.slow
def test_every_name_has_room(maps):
    missing = [names for names, one in maps.items() if None in one.labels]
    assert not missing, missing


@pytest.mark.slow
def test_no_names_touch(maps):
    faults = [
        names
        for names, one in maps.items()
        if any(a.touches(b) for a, b in combinations(boxes(one), 2))
    ]
    assert not faults, faults


@pytest.mark.slow
def test_no_name_covers_a_dot(maps):
    half = DOT - 1
    faults = [
        names
        for names, one in maps.items()
        for x, y in one.dots
        if any(box.touches(Box(x - half, y - half, x + half, y + half)) for box in boxes(one))
    ]
    assert not faults, faults


@pytest.mark.slow
def test_everything_is_inside(maps):
    faults = [
        names
        for names, one in maps.items()
        if not all(box.within(*one.view[:2]) for box in boxes(one))
        or not all(0 < x < one.view.width and 0 < y < one.view.height for x, y in one.dots)
    ]
    assert not faults, faults


@pytest.mark.slow
def test_no_map_is_heavy(maps):
    weights = {n: len(gzip.compress(write_map(one, n, n, COLORS), 6)) for n, one in maps.items()}
    heavy = [f"{names}: {weight:,}" for names, weight in weights.items() if weight > MOST]
    assert not heavy, heavy
