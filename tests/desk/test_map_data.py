"""The cut of Natural Earth: from TopoJSON to few lines, each once."""

import pytest

from desk.map_data import DISPUTED, encode_steps, split_disputed, verify
from desk.topology import Topology, area, simplify
from graphics.maps.world import decode

# Two squares of one degree, side by side: arc 0 is their common line from south to north.
SQUARES = {
    "transform": {"scale": [0.1, 0.1], "translate": [100, 0]},
    "arcs": [
        [[10, 0], [0, 10]],
        [[10, 10], [-10, 0], [0, -10], [10, 0]],
        [[10, 10], [10, 0], [0, -10], [-10, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "properties": {"name": "East"}},
            ]
        },
        "land": {"geometries": [{"type": "Polygon", "arcs": [[1, -3]]}]},
    },
}
WORLD = (-180, -90, 180, 90)


def test_a_border_is_what_two_countries_share():
    topology = Topology(SQUARES)
    assert topology.borders() == [(0, ("East", "West"))]
    assert topology.arcs[0] == [(101, 0), (101, 1)]


def test_land_has_no_line_between_countries():
    (ring,) = Topology(SQUARES).land(WORLD, 0.1)
    assert abs(area(ring)) == pytest.approx(2, rel=1e-3)
    assert Topology(SQUARES).land(WORLD, 3) == []


def test_an_arc_across_the_antimeridian_goes_on():
    across = {**SQUARES, "arcs": [[[790, 0], [-3590, 0]], *SQUARES["arcs"][1:]]}
    assert [round(x) for x, _ in Topology(across).arcs[0]] == [179, 180]


def test_names_stand_on_their_country():
    depth, x, y, *_ = Topology(SQUARES).label_points(WORLD)["West"]
    assert depth > 0
    assert 100 < x < 101 and 0 < y < 1


def test_small_bends_go_and_ends_stay():
    bent = [(0, 0), (1, 0.01), (2, 0), (3, 5)]
    assert simplify(bent, 0.1) == [(0, 0), (2, 0), (3, 5)]


def test_points_survive_being_written():
    line = [(126.98, 37.5), (126.98, 37.5), (127.25, -1)]
    assert decode(encode_steps(line, 100), 100) == [(126.98, 37.5), (127.25, -1)]


def test_a_line_is_disputed_in_part():
    line = [(75, 30), (75, 32), (75, 34), (75, 36)]
    parts = split_disputed(line, ("India", "Pakistan"))
    assert parts == [(False, line[:2]), (True, line[1:])]
    assert split_disputed(line, ("Canada", "United States of America")) == [(False, line)]


def test_pairs_of_disputed_lines_are_in_alphabetical_order():
    assert [pair for pair in DISPUTED if list(pair) != sorted(pair)] == []


def test_another_package_is_refused(tmp_path):
    other = tmp_path / "world-atlas.tgz"
    other.write_bytes(b"another")
    with pytest.raises(SystemExit, match=r"is not world-atlas@2\.0\.2: it has sha512-"):
        verify(other)
