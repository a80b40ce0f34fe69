"""How wide words are in the system fonts that maps are lettered in: estimated, never too little."""

from textwrap import wrap
from unicodedata import east_asian_width

LINE = 1.16  # from one line to the next, in heights of type
LONGEST = 12  # characters of a line, unless a word is longer or there are too many lines
ROWS = 3
NARROW, WIDE = set("iljtfrI.,'|:;()[]- "), set("mwMW@%")


def lines_of(name: str) -> list[str]:
    """A name in lines of about the same length."""
    rows = min(ROWS, len(wrap(name, LONGEST, break_long_words=False, break_on_hyphens=False)))
    for longest in range(max(1, len(name) // rows), len(name) + 1):
        lines = wrap(name, longest, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= rows:
            return lines
    return [name]


def width_of(words: str, size: float) -> float:
    """The width of a line in units, at a height of type in units."""
    return size * sum(map(wide, words)) + 2


def wide(letter: str) -> float:
    """The width of a letter in heights of type."""
    if east_asian_width(letter) in "WF":
        return 1.02
    if letter in NARROW:
        return 0.42
    return 1.06 if letter in WIDE else 0.8 if letter.isupper() else 0.7
