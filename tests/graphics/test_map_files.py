"""Which places a map has, and how words describe them."""

from types import SimpleNamespace

import pytest

from graphics.maps.map import describe
from plugins.maps import find_places, names_of, write_maps
from tests.graphics.maps.places import CAMP_DAVID, JEJU, SEOUL, TOKYO, WASHINGTON, YELLOW_SEA
from tests.support.sample import ROOT


def name(slug, coordinates, kind="place", sort="city"):
    return SimpleNamespace(
        slug=slug, name=slug.title(), kind=kind, sort=sort, coordinates=coordinates
    )


SEA = name("sea", (36.5, 123.5), sort="Sea")
TOWN = name("town", (37.5, 127), sort=None)
NOWHERE = name("nowhere", None)
SHIP = name("ship", None, kind="system")


def test_only_places_with_coordinates_are_on_a_map():
    places = find_places([TOWN, NOWHERE, SHIP, SEA])
    assert {slug: place.area for slug, place in places.items()} == {"town": False, "sea": True}


def test_a_dossier_shows_the_places_of_all_its_articles():
    one, other = SimpleNamespace(names=[TOWN]), SimpleNamespace(names=[SEA, TOWN])
    assert list(names_of(one)) == [TOWN]
    assert list(names_of(SimpleNamespace(articles=[one, other]))) == [TOWN, SEA, TOWN]


def test_the_same_places_in_another_order_are_one_map(tmp_path):
    settings = {
        "THEME": str(ROOT / "theme"),
        "IMAGE_CACHE": str(tmp_path / "cache"),
        "OUTPUT_PATH": str(tmp_path / "output"),
    }
    one, other, none = write_maps(
        [find_places([SEA, TOWN]), find_places([TOWN, SEA]), {}], settings
    )
    assert one == other
    assert none is None
    (file,) = (tmp_path / "output").rglob("*.svg")
    (cached,) = (tmp_path / "cache").rglob("*.svg")
    assert file.read_bytes() == cached.read_bytes()
    assert one.path == file.relative_to(tmp_path / "output").as_posix()


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([SEOUL], "Map of Seoul."),
        ([SEOUL, TOKYO], "Map of Seoul and Tokyo. Tokyo is 1,200 km east of Seoul."),
        ([YELLOW_SEA, JEJU], "Map of Yellow Sea and Jeju. Yellow Sea is northwest of Jeju."),
        ([YELLOW_SEA], "Map of Yellow Sea."),
        (
            [WASHINGTON, CAMP_DAVID],
            "Map of Washington and Camp David. Camp David is 90 km northwest of Washington.",
        ),
    ],
)
def test_a_map_is_told_in_words(places, words):
    assert describe(places) == words
