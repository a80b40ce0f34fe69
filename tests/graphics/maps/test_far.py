"""A place across the ocean is told at the edge, where most of the others are near each other."""

from itertools import permutations

import pytest

from graphics.maps.bearing import WINDS, wind
from graphics.maps.draw import TYPE, mapped
from graphics.maps.far import at_the_edge, parted
from tests.graphics.maps.places import CAMP_DAVID, HONOLULU, SEOUL, SINGAPORE, TOKYO

NEAR = [SEOUL, TOKYO, SINGAPORE]


def test_most_are_drawn_and_the_far_one_is_told():
    for places in permutations([*NEAR, CAMP_DAVID]):
        near, far = parted(list(places))
        assert (set(near), far) == ({*NEAR}, [CAMP_DAVID])


@pytest.mark.parametrize(
    "places", [NEAR, [SEOUL, CAMP_DAVID], [SEOUL, TOKYO, CAMP_DAVID], [TOKYO, HONOLULU]]
)
def test_all_are_drawn_where_no_place_is_alone(places):
    assert parted(places) == (places, [])


def test_the_far_one_stands_at_its_side_with_an_arrow():
    drawn = mapped([CAMP_DAVID, *NEAR])
    name = drawn.labels[-1]
    assert " ".join(name.lines) == "Camp David →"
    assert drawn.frame.width - name.box.right < 20
    assert len(drawn.dots) == 3 and None not in drawn.labels


def test_its_wind_is_that_from_the_others():
    assert wind(SEOUL.point, TOKYO.point) == "east"
    assert wind(TOKYO.point, CAMP_DAVID.point) == "east"
    assert wind(CAMP_DAVID.point, TOKYO.point) == "west"


@pytest.mark.parametrize("way", WINDS)
def test_there_is_room_at_every_side(way):
    labels = at_the_edge("Camp David", way, 576, 400, TYPE)
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
