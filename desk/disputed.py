"""Which lines between two countries are drawn dashed, as nobody has agreed on them.

Natural Earth's file of disputed lines is not in the package that the maps are cut from, so they are
named here, from general reference: lines of armistice and of control, and borders of areas that
govern themselves with the country that claims them. Claims at sea are not drawn at all.
"""

from itertools import pairwise

# Both countries as world-atlas names them, and the part it holds for: all, or what is south, north
# or east of a degree.
WHOLE = (-180, -90, 180, 90)
LINES = {
    ("North Korea", "South Korea"): WHOLE,  # the armistice of 1953
    ("India", "Pakistan"): (-180, 32.25, 180, 90),  # the line of control in Kashmir
    ("India", "Siachen Glacier"): WHOLE,
    ("Pakistan", "Siachen Glacier"): WHOLE,
    ("China", "Siachen Glacier"): WHOLE,
    ("China", "Pakistan"): WHOLE,  # claimed by India
    ("China", "India"): WHOLE,  # the line of actual control
    ("Bhutan", "China"): WHOLE,
    ("Russia", "Ukraine"): (-180, 0, 36, 46.6),  # Crimea, which Natural Earth puts with Russia
    ("Israel", "Palestine"): WHOLE,
    ("Israel", "Syria"): WHOLE,  # the Golan Heights
    ("Israel", "Lebanon"): WHOLE,
    ("Kosovo", "Serbia"): WHOLE,
    ("Cyprus", "N. Cyprus"): WHOLE,
    ("Morocco", "W. Sahara"): WHOLE,
    ("Somalia", "Somaliland"): WHOLE,
    ("S. Sudan", "Sudan"): WHOLE,
    ("Egypt", "Sudan"): WHOLE,
}


def disputed(line: list, pair: tuple[str, str]) -> list[tuple[bool, list]]:
    """A line between two countries in parts, each with whether it is disputed."""
    box = LINES.get(pair)
    if box is None:
        return [(False, line)]
    west, south, east, north = box
    parts, begun = [], None
    for one, other in pairwise(line):
        x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
        inside = west <= x <= east and south <= y <= north
        if inside != begun:
            parts.append((inside, [one]))
            begun = inside
        parts[-1][1].append(other)
    return parts
