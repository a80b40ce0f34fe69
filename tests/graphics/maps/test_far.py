"""A place across the ocean stands at the edge, where most of the others are near each other."""

from itertools import permutations

import pytest

from graphics.maps.geometry import DIRECTIONS, direction
from graphics.maps.labels import name_at_edge
from graphics.maps.map import draw_map, split_far
from graphics.maps.world import fit_view
from tests.graphics.maps.places import CAMP_DAVID, HONOLULU, SEOUL, SINGAPORE, TOKYO

NEAR = [SEOUL, TOKYO, SINGAPORE]


def test_most_are_drawn_and_the_far_one_is_told():
    for places in permutations([*NEAR, CAMP_DAVID]):
        near, far = split_far(list(places))
        assert (set(near), far) == ({*NEAR}, [CAMP_DAVID])


@pytest.mark.parametrize(
    "places", [NEAR, [SEOUL, CAMP_DAVID], [SEOUL, TOKYO, CAMP_DAVID], [TOKYO, HONOLULU]]
)
def test_all_are_drawn_where_no_place_is_alone(places):
    assert split_far(places) == (places, [])


def test_the_far_one_stands_at_its_side_with_an_arrow():
    drawing = draw_map([CAMP_DAVID, *NEAR])
    name = drawing.labels[-1]
    assert " ".join(name.lines) == "Camp David →"
    assert drawing.view.width - name.box.right < 20
    assert len(drawing.dots) == 3 and None not in drawing.labels


def test_its_direction_is_that_from_the_others():
    assert direction(SEOUL.point, TOKYO.point) == "east"
    assert direction(TOKYO.point, CAMP_DAVID.point) == "east"
    assert direction(CAMP_DAVID.point, TOKYO.point) == "west"


@pytest.mark.parametrize("way", DIRECTIONS)
def test_there_is_room_at_every_side(way):
    view = fit_view([SEOUL.point], 1000)
    assert (view.width, view.height) == (576, 400)
    labels = name_at_edge("Camp David", way, view).positions
    assert labels and all(label.box.within(576, 400) for label in labels)
    middles = {
        ((b.left + b.right) / 2 - 288, (b.top + b.bottom) / 2 - 200)
        for b in (x.box for x in labels)
    }
    down, right = (
        way.startswith("south") - way.startswith("north"),
        way.endswith("east") - way.endswith("west"),
    )
    assert all(x * right > 0 for x, _ in middles) or not right
    assert all(y * down > 0 for _, y in middles) or not down
