"""Known points, distances and lines come out where they belong."""

from math import hypot

import pytest

from graphics.maps.geometry import (
    EARTH,
    azimuthal,
    choose_projection,
    clip_line,
    clip_ring,
    equal_earth,
    kilometers,
    narrowest_arc,
    path_data,
    simplify,
)
from graphics.maps.world import levels
from tests.graphics.maps.places import CAMP_DAVID, HONOLULU, SEOUL, TOKYO, WASHINGTON

BOX = (0, 0, 10, 10)


def test_the_azimuthal_projection_gives_the_published_point():
    """Snyder, Map Projections, numerical examples: R = 3, middle 40° N, 100° W, point 20° S, 100° E."""
    x, y = azimuthal(-100, 40)(100, -20)
    assert (3 * x, 3 * y) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_equal_earth_has_the_published_width_and_height():
    """Šavrič and others: the equator is 2.05458 times as long as the middle meridian."""
    project = equal_earth(0)
    assert project(180, 0)[0] / project(0, 90)[1] == pytest.approx(2.05458, abs=1e-4)
    assert project(0, 0) == (0, 0)


def test_a_near_view_keeps_distances():
    projection = choose_projection([SEOUL.point, TOKYO.point])
    (a, b), (c, d) = (projection.project(*place.point) for place in (SEOUL, TOKYO))
    assert hypot(a - c, b - d) * EARTH == pytest.approx(
        kilometers(SEOUL.point, TOKYO.point), rel=0.002
    )


def test_places_across_the_pacific_are_seen_across_the_pacific():
    west, east = narrowest_arc([SEOUL.longitude, WASHINGTON.longitude])
    assert (west, east) == pytest.approx((126.98, 282.96))
    assert choose_projection([SEOUL.point, CAMP_DAVID.point]).world
    assert not choose_projection([TOKYO.point, HONOLULU.point]).world


def test_a_ring_is_cut_to_its_box():
    assert clip_ring([(-5, 2), (5, 2), (5, 8), (-5, 8)], BOX) == [(0, 2), (5, 2), (5, 8), (0, 8)]
    assert clip_ring([(20, 20), (30, 20), (30, 30)], BOX) == []


def test_a_line_is_cut_where_it_leaves_its_box():
    line = [(-5, 5), (5, 5), (5, 15), (8, 15), (8, 5)]
    assert clip_line(line, BOX) == [[(0, 5), (5, 5), (5, 10)], [(8, 10), (8, 5)]]


def test_what_cannot_be_seen_is_simplify():
    assert simplify([(0, 0), (5, 0.4), (10, 0)], 0.5) == [(0, 0), (10, 0)]
    assert simplify([(0, 0), (5, 0.6), (10, 0)], 0.5) == [(0, 0), (5, 0.6), (10, 0)]


def test_a_path_has_whole_numbers_and_no_steps_of_nothing():
    assert path_data([[(0.4, 0), (3, -2.2), (3.1, -2), (1, 5)]], "z") == "M0 0l3-2-2 7z"


def test_the_line_between_the_koreas_is_dashed_and_no_border_is_there():
    near = levels()["near"]
    middle = [line for line in near.disputed if all(37 < y < 39 for _, y in line)]
    assert [round(x) for line in middle for x, _ in (line[0], line[-1])] in ([127, 128], [128, 127])
    inside = [
        point
        for line in near.borders
        for point in line
        if 126 < point[0] < 129 and 37 < point[1] < 39
    ]
    assert not inside


@pytest.mark.parametrize("name", ["world", "near"])
def test_every_point_of_the_cut_is_where_maps_are_drawn(name):
    level = levels()[name]
    lines = [*level.land, *level.borders, *level.disputed]
    assert all(-540 <= x <= 540 and -60 <= y <= 84 for line in lines for x, y in line)
    assert min(map(len, level.land)) > 2
