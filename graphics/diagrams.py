"""Diagrams of content/diagrams/: boxes in a grid, straight lines between neighbors, frames.

The front is `draw_diagram`. All measures are units of a drawing, of which its text is 14 high; a
panel is 288 wide, so that on the narrowest phone it is hardly smaller than drawn. How wide words
are is estimated.
"""

from hashlib import sha256
from textwrap import wrap
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from formats.text import JsonObject
from graphics.palette import Colors, add_text, color_scheme, new_svg, write_svg

FOLDER = "images/diagrams"
WIDTH = 288
CHARACTER, LINE = 7.2, 18  # of the type, a system font
PAD, MARGIN = 10, 12  # around words in a box; around boxes in a frame
ALONE = 176  # the width of boxes in a single column
BETWEEN = 76  # from one column to the next, for the words there
HEAD = 5  # half an arrow's width
SHORTEST = 34  # of a line between two rows
OVER = 36  # of a frame above its boxes, for its words
FLOW = {"both": "{one} and {other}, both ways", "one": "{one} to {other}", "none": "{one}, {other}"}


class DrawingFile(NamedTuple):
    """Where a drawing is, from the site's root, its bytes, and its size in pixels."""

    path: str
    data: bytes
    width: int
    height: int


class Panel(NamedTuple):
    """One picture of a diagram and the same in words."""

    title: str
    note: str
    file: DrawingFile
    sentences: list[str]


class Diagram(NamedTuple):
    title: str
    caption: str
    panels: list[Panel]


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
    dotted: bool
    text: Text


class Drawing(NamedTuple):
    height: int
    frames: list[Box]
    boxes: list[Box]
    lines: list[Line]


def draw_diagram(data: JsonObject, name: str, colors: Colors) -> Diagram:
    """The diagram as content/diagrams/ describes it, its files in light and dark colors."""
    panels = [
        Panel(
            panel["title"],
            panel["note"] or "",
            drawing_file(draw_panel(panel), f"{name}-{number}", panel["title"], colors),
            sentences(panel),
        )
        for number, panel in enumerate(data["panels"], 1)
    ]
    return Diagram(data["title"], data["caption"], panels)


def sentences(panel: JsonObject) -> list[str]:
    """What the lines and frames of a panel say."""
    nodes = {name: node["label"] for name, node in panel["nodes"].items()}
    links = [
        f"{FLOW[link['flow']].format(one=nodes[link['from']], other=nodes[link['to']])}:"
        f" {link['label']}"
        for link in panel["links"]
    ]
    frames = [
        f"{frame['label']}: {', '.join(nodes[name] for name in frame['around'])}"
        for frame in panel["frames"] or []
    ]
    return links + frames


def draw_panel(panel: JsonObject) -> Drawing:
    """The drawing of a panel."""
    nodes, frames = panel["nodes"], panel["frames"] or []
    columns = max(node["column"] for node in nodes.values())
    wide = ALONE if columns == 1 else (WIDTH - 2 * MARGIN - BETWEEN * (columns - 1)) // columns
    tops, height = place_rows(panel, wide, columns)
    boxes = {name: draw_box(node, wide, columns, tops) for name, node in nodes.items()}
    around = [
        draw_frame([boxes[n] for n in one["around"]], one["label"], columns) for one in frames
    ]
    lines = [
        draw_line(boxes[link["from"]], boxes[link["to"]], link, around) for link in panel["links"]
    ]
    return Drawing(height, around, list(boxes.values()), lines)


def wrap_words(words: str, width: int) -> list[str]:
    """Words in lines that are no wider."""
    return wrap(words, max(4, int(width / CHARACTER))) or [""]


def center(words: list[str], x: int, middle: int, anchor: str = "middle") -> Text:
    """Lines around a middle; letters stand a little above their base line."""
    top = middle - (len(words) - 1) * LINE // 2 + 5
    return Text(anchor, [(x, top + n * LINE, line) for n, line in enumerate(words)])


def place_rows(
    panel: JsonObject, wide: int, columns: int
) -> tuple[dict[int, tuple[int, int]], int]:
    """The top and the height of every row, and the height of all."""
    nodes, frames = panel["nodes"], panel["frames"] or []
    numbers = sorted({node["row"] for node in nodes.values()})
    inside = [[nodes[name]["row"] for name in frame["around"]] for frame in frames]
    # Between two rows there is room for the longest words beside a line.
    beside = WIDTH // 2 - 2 * PAD if columns == 1 else BETWEEN
    words = [len(wrap_words(link["label"], beside)) * LINE + PAD for link in panel["links"]]
    tops, y = {}, 1
    for row in numbers:
        y += OVER * any(min(rows) == row for rows in inside)
        labels = [node["label"] for node in nodes.values() if node["row"] == row]
        tall = max(len(wrap_words(label, wide - 2 * PAD)) for label in labels) * LINE + 2 * PAD
        tops[row] = (y, tall)
        y += tall + MARGIN * any(max(rows) == row for rows in inside)
        y += max(SHORTEST, *words) if row != numbers[-1] else 1
    return tops, y


def draw_box(node: JsonObject, wide: int, columns: int, tops: dict[int, tuple[int, int]]) -> Box:
    """The box of a node in its cell."""
    left = (WIDTH - columns * wide - (columns - 1) * BETWEEN) // 2
    x = left + (node["column"] - 1) * (wide + BETWEEN)
    y, tall = tops[node["row"]]
    words = wrap_words(node["label"], wide - 2 * PAD)
    return Box(x, y, wide, tall, center(words, x + wide // 2, y + tall // 2))


def draw_frame(boxes: list[Box], label: str, columns: int) -> Box:
    """A frame around boxes, its words in its upper left corner beside the line that comes in.

    Around a single column it is as wide as the drawing, so that words beside lines are inside.
    """
    x, y = min(b.x for b in boxes) - MARGIN, min(b.y for b in boxes) - OVER
    right = max(b.x + b.width for b in boxes) + MARGIN
    x, right = (1, WIDTH - 1) if columns == 1 else (x, right)
    below = max(b.y + b.height for b in boxes) + MARGIN
    text = Text("start", [(x + PAD, y + LINE + 2, label)])
    return Box(x, y, right - x, below - y, text)


def draw_line(one: Box, other: Box, link: JsonObject, frames: list[Box]) -> Line:
    """A line from edge to edge, its words beside it or above it."""
    first, second = sorted((one, other), key=lambda box: (box.y, box.x))
    path, arrows, text = (
        vertical_line(first, second, link["label"], frames)
        if first.x == second.x
        else horizontal_line(first, second, link["label"])
    )
    ends = {"none": [], "one": [other], "both": [one, other]}[link["flow"]]
    heads = [arrow for arrow, end in zip(arrows, (first, second), strict=True) if end in ends]
    return Line(path, "".join(heads), link["flow"] == "none", text)


def vertical_line(
    upper: Box, lower: Box, label: str, frames: list[Box]
) -> tuple[str, tuple[str, str], Text]:
    """A line as a path, the arrows at both of its ends, and its words between frames' edges."""
    x, top, end = upper.middle[0], upper.y + upper.height + 3, lower.y - 3
    words = wrap_words(label, WIDTH - x - PAD)
    edges = {edge for f in frames for edge in (f.y, f.y + f.height) if top < edge < end}
    outside = max(edges | {top}) if edges & {f.y + f.height for f in frames} else top
    below = min(edges | {end}) if edges & {f.y for f in frames} else end
    text = center(words, x + PAD, (outside + below) // 2, "start")
    arrows = (f"M{x} {top}l{HEAD} 8h-{2 * HEAD}z", f"M{x} {end}l{HEAD} -8h-{2 * HEAD}z")
    return f"M{x} {top}V{end}", arrows, text


def horizontal_line(left: Box, right: Box, label: str) -> tuple[str, tuple[str, str], Text]:
    """A line as a path, the arrows at both of its ends, and its words above it."""
    y, start, end = left.middle[1], left.x + left.width + 3, right.x - 3
    words = wrap_words(label, end - start)
    middle = y - PAD - (len(words) - 1) * LINE // 2 - 4
    arrows = (f"M{start} {y}l8 {HEAD}v-{2 * HEAD}z", f"M{end} {y}l-8 {HEAD}v-{2 * HEAD}z")
    return f"M{start} {y}H{end}", arrows, center(words, (start + end) // 2, middle)


def drawing_file(drawing: Drawing, name: str, title: str, colors: Colors) -> DrawingFile:
    """The file of a drawing, in light and dark colors; its address changes with its bytes.

    Frames lie below lines, and these below boxes; the words of frames stand above all.
    """
    size = {"width": str(WIDTH), "height": str(drawing.height)}
    view = f"0 0 {WIDTH} {drawing.height}"
    root = new_svg(size | {"viewBox": view, "role": "img"})
    add_text(root, "title", title)
    add_text(root, "style", style(colors))
    for frame in drawing.frames:
        add_rectangle(root, frame, "f")
    for line in drawing.lines:
        SubElement(root, "path", {"class": "g" if line.dotted else "l", "d": line.path})
        if line.heads:
            SubElement(root, "path", d=line.heads)
        add_words(root, line.text, "q")
    for box in drawing.boxes:
        add_rectangle(root, box, "b")
        add_words(root, box.text)
    for frame in drawing.frames:
        add_words(root, frame.text, "q")
    data = write_svg(root)
    path = f"{FOLDER}/{name}.{sha256(data).hexdigest()[:8]}.svg"
    return DrawingFile(path, data, WIDTH, drawing.height)


def add_rectangle(root: Element, box: Box, name: str) -> None:
    at = {key: str(getattr(box, key)) for key in ("x", "y", "width", "height")}
    SubElement(root, "rect", at | {"class": name})


def add_words(root: Element, text: Text, name: str = "") -> None:
    for x, y, line in text.lines:
        at = {"x": str(x), "y": str(y), "text-anchor": text.anchor}
        add_text(root, "text", line, **at, **({"class": name} if name else {}))


def style(colors: Colors) -> str:
    font = "fill:currentColor;font:14px system-ui,sans-serif"
    return (
        color_scheme(colors, ("paper", "raised", "line", "quiet"), font)
        + ".f,.b,.l,.g{fill:none;stroke:currentColor;stroke-width:1.5}"
        ".f{fill:var(--r);stroke:var(--l)}.b{fill:var(--p)}"
        ".g{stroke:var(--q);stroke-dasharray:2 6}.q{fill:var(--q);font-size:13px}"
    )
