"""Reads the cut of Natural Earth that maps are drawn from; `python -m desk map-data` writes it."""

import json
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

CUT = Path(__file__).parent / "natural-earth.json"


class Line(list[tuple[float, float]]):
    """The points of a line or a ring."""

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east and north of it."""
        xs, ys = zip(*self, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class Level(NamedTuple):
    """Lines of (longitude, latitude) in degrees within a box of west, south, east and north.

    `countries` has of each how far, in degrees, its inmost point is from its edge, and points where
    its name can stand, the inmost first.
    """

    box: tuple[float, float, float, float]
    land: list[Line]
    borders: list[Line]
    disputed: list[Line]
    countries: dict[str, tuple[float, list[tuple[float, float]]]]


@cache
def levels() -> dict[str, Level]:
    """The coarse world and what there is in finer lines."""
    told = json.loads(CUT.read_text(encoding="utf-8"))
    return {name: level(one) for name, one in told.items()}


def level(told: dict) -> Level:
    units = told["units"]
    lines = ([points(line, units) for line in told[k]] for k in ("land", "borders", "disputed"))
    countries = {
        name: (of[0], list(zip(of[1::2], of[2::2], strict=True)))
        for name, of in told["countries"].items()
    }
    return Level(tuple(told["box"]), *lines, countries)


def points(steps: list[int], units: int) -> Line:
    """The points of a line that is written as differences in 1/`units` degree."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return Line((x / units, y / units) for x, y in zip(xs, ys, strict=True))
