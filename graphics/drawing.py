"""Draws one panel of a diagram: boxes in a grid, straight lines between neighbors, frames.

All measures are units of the drawing, of which its text is 14 high; a panel is 288 wide, so that
on the narrowest phone it is hardly smaller than drawn. How wide words are is estimated.
"""

from textwrap import wrap
from typing import NamedTuple

WIDTH = 288
CHARACTER, LINE = 7.2, 18  # of the type, a system font
PAD, MARGIN = 10, 12  # around words in a box; around boxes in a frame
ALONE = 176  # the width of boxes in a single column
BETWEEN = 76  # from one column to the next, for the words there
HEAD = 5  # half an arrow's width
SHORTEST = 34  # of a line between two rows
OVER = 36  # of a frame above its boxes, for its words


class Text(NamedTuple):
    """Lines of words, each with the middle or the beginning of its base line."""

    anchor: str
    lines: list[tuple[int, int, str]]


class Box(NamedTuple):
    x: int
    y: int
    width: int
    height: int
    text: Text

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Line(NamedTuple):
    """A line and the heads of its arrows as SVG paths, and what stands beside it."""

    path: str
    heads: str
    broken: bool
    text: Text


class Drawing(NamedTuple):
    width: int
    height: int
    frames: list[Box]
    boxes: list[Box]
    lines: list[Line]


def drawn(panel: dict) -> Drawing:
    """The drawing of a panel as content/diagrams/ describes it."""
    nodes, frames = panel["nodes"], panel["frames"] or []
    columns = max(node["column"] for node in nodes.values())
    wide = ALONE if columns == 1 else (WIDTH - 2 * MARGIN - BETWEEN * (columns - 1)) // columns
    tops, height = rows(panel, wide, columns)
    boxes = {name: box(node, wide, columns, tops) for name, node in nodes.items()}
    around = [frame([boxes[n] for n in one["around"]], one["label"], columns) for one in frames]
    lines = [line(boxes[one["from"]], boxes[one["to"]], one, around) for one in panel["links"]]
    return Drawing(WIDTH, height, around, list(boxes.values()), lines)


def fitted(words: str, width: int) -> list[str]:
    """Words in lines that are no wider."""
    return wrap(words, max(4, int(width / CHARACTER))) or [""]


def centered(words: list[str], x: int, middle: int) -> Text:
    """Lines around a middle; letters stand a little above their base line."""
    top = middle - (len(words) - 1) * LINE // 2 + 5
    return Text("middle", [(x, top + n * LINE, line) for n, line in enumerate(words)])


def rows(panel: dict, wide: int, columns: int) -> tuple[dict[int, tuple[int, int]], int]:
    """The top and the height of every row, and the height of all."""
    nodes, frames = panel["nodes"], panel["frames"] or []
    used = sorted({node["row"] for node in nodes.values()})
    inside = [[nodes[name]["row"] for name in frame["around"]] for frame in frames]
    room = room_between(panel)
    tops, y = {}, 1
    for row in used:
        y += OVER * any(min(rows) == row for rows in inside)
        labels = [node["label"] for node in nodes.values() if node["row"] == row]
        tall = max(len(fitted(label, wide - 2 * PAD)) for label in labels) * LINE + 2 * PAD
        tops[row] = (y, tall)
        y += tall + MARGIN * any(max(rows) == row for rows in inside)
        y += room if row != used[-1] else 1
    return tops, y


def room_between(panel: dict) -> int:
    """The height between two rows: enough for the longest words beside a line."""
    columns = max(node["column"] for node in panel["nodes"].values())
    beside = WIDTH // 2 - 2 * PAD if columns == 1 else BETWEEN
    return max(
        SHORTEST, *(len(fitted(one["label"], beside)) * LINE + PAD for one in panel["links"])
    )


def box(node: dict, wide: int, columns: int, tops: dict[int, tuple[int, int]]) -> Box:
    """The box of a node in its cell."""
    left = (WIDTH - columns * wide - (columns - 1) * BETWEEN) // 2
    x = left + (node["column"] - 1) * (wide + BETWEEN)
    y, tall = tops[node["row"]]
    words = fitted(node["label"], wide - 2 * PAD)
    return Box(x, y, wide, tall, centered(words, x + wide // 2, y + tall // 2))


def frame(boxes: list[Box], label: str, columns: int) -> Box:
    """A frame around boxes, its words in its upper left corner beside the line that comes in.

    Around a single column it is as wide as the drawing, so that words beside lines are inside.
    """
    x, y = min(b.x for b in boxes) - MARGIN, min(b.y for b in boxes) - OVER
    right = max(b.x + b.width for b in boxes) + MARGIN
    x, right = (1, WIDTH - 1) if columns == 1 else (x, right)
    below = max(b.y + b.height for b in boxes) + MARGIN
    text = Text("start", [(x + PAD, y + LINE + 2, label)])
    return Box(x, y, right - x, below - y, text)


def line(one: Box, other: Box, link: dict, frames: list[Box]) -> Line:
    """A line from edge to edge, its words beside it or above it."""
    first, second = sorted((one, other), key=lambda box: (box.y, box.x))
    forth, back = link["flow"] != "none", link["flow"] == "both"
    heads = (back or (forth and second is one), back or (forth and second is other))
    if first.x == second.x:
        return _upright(first, second, heads, link, frames)
    return _level(first, second, heads, link)


def _upright(
    upper: Box, lower: Box, heads: tuple[bool, bool], link: dict, frames: list[Box]
) -> Line:
    x, top, end = upper.middle[0], upper.y + upper.height + 3, lower.y - 3
    words = fitted(link["label"], WIDTH - x - PAD)
    edges = {edge for f in frames for edge in (f.y, f.y + f.height) if top < edge < end}
    outside = max(edges | {top}) if edges & {f.y + f.height for f in frames} else top
    below = min(edges | {end}) if edges & {f.y for f in frames} else end
    lines = centered(words, x + PAD, (outside + below) // 2).lines
    arrows = (f"M{x} {top}l{HEAD} 8h-{2 * HEAD}z", f"M{x} {end}l{HEAD} -8h-{2 * HEAD}z")
    return Line(f"M{x} {top}V{end}", _kept(arrows, heads), not any(heads), Text("start", lines))


def _level(left: Box, right: Box, heads: tuple[bool, bool], link: dict) -> Line:
    y, start, end = left.middle[1], left.x + left.width + 3, right.x - 3
    words = fitted(link["label"], end - start)
    middle = y - PAD - (len(words) - 1) * LINE // 2 - 4
    arrows = (f"M{start} {y}l8 {HEAD}v-{2 * HEAD}z", f"M{end} {y}l-8 {HEAD}v-{2 * HEAD}z")
    text = centered(words, (start + end) // 2, middle)
    return Line(f"M{start} {y}H{end}", _kept(arrows, heads), not any(heads), text)


def _kept(arrows: tuple[str, str], heads: tuple[bool, bool]) -> str:
    return "".join(arrow for arrow, wanted in zip(arrows, heads, strict=True) if wanted)
