"""Which way one point of the earth is from another."""

from math import atan2, cos, degrees, radians

from graphics.maps.projection import Point

WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


def wind(one: Point, other: Point) -> str:
    """One of eight directions, along a line of constant bearing as on the map."""
    east = (other[0] - one[0] + 180) % 360 - 180
    east *= cos(radians((one[1] + other[1]) / 2))
    return WINDS[round(degrees(atan2(east, other[1] - one[1])) / 45) % 8]
