"""Diagrams are drawn as described."""

from xml.etree.ElementTree import fromstring

from graphics.diagrams import WIDTH, draw_panel, drawing_file
from graphics.palette import SVG, Palette


def node(column: int, row: int, label: str = "A box with some words") -> dict:
    return {"label": label, "column": column, "row": row}


def link(one: str, other: str, flow: str = "both") -> dict:
    return {"from": one, "to": other, "label": "words beside the line", "flow": flow}


PANELS = {
    "a column": {
        "nodes": {"a": node(1, 1), "b": node(1, 2), "c": node(1, 3)},
        "links": [link("a", "b"), link("b", "c", "one")],
        "frames": [{"label": "Frame", "around": ["b"]}],
    },
    "a row": {
        "nodes": {"a": node(1, 1), "b": node(2, 1)},
        "links": [link("b", "a", "one")],
        "frames": None,
    },
    "a grid": {
        "nodes": {"a": node(1, 1), "b": node(3, 1), "c": node(1, 2), "d": node(3, 2)},
        "links": [link("a", "c"), link("b", "d"), link("a", "b", "none")],
        "frames": [{"label": "Both", "around": ["c", "d"]}],
    },
}


def apart(one, other) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def test_no_box_overlaps_another_or_sticks_out():
    for name, panel in PANELS.items():
        drawing = draw_panel(panel)
        for n, box in enumerate(drawing.boxes):
            assert all(apart(box, other) for other in drawing.boxes[n + 1 :]), name
        for box in [*drawing.boxes, *drawing.frames]:
            assert box.x >= 0 <= box.y, name
            assert box.x + box.width <= WIDTH, name
            assert box.y + box.height <= drawing.height, name


def test_words_stand_between_the_boxes():
    drawing = draw_panel(PANELS["a column"])
    for line, upper, lower in zip(drawing.lines, drawing.boxes, drawing.boxes[1:], strict=False):
        for _, y, _ in line.text.lines:
            assert upper.y + upper.height < y < lower.y


def test_arrows_point_where_the_flow_goes():
    both, one = (line.heads.count("M") for line in draw_panel(PANELS["a column"]).lines)
    assert (both, one) == (2, 1)
    (to_the_left,) = draw_panel(PANELS["a row"]).lines
    left = draw_panel(PANELS["a row"]).boxes[0]
    assert to_the_left.heads.startswith(f"M{left.x + left.width + 3} ")
    gap = draw_panel(PANELS["a grid"]).lines[-1]
    assert gap.dotted
    assert gap.heads == ""


def test_a_file_has_all_that_is_drawn_in_light_and_dark():
    light, dark = (Palette(*(f"#{n}{i}0000" for i in range(6))) for n in "ab")
    file = drawing_file(draw_panel(PANELS["a grid"]), "a-grid", "<A grid>", (light, dark))
    root = fromstring(file.data)
    assert root.findtext(f"{{{SVG}}}title") == "<A grid>"
    classes = [shape.get("class") for shape in root.iter() if shape.tag.endswith(("rect", "path"))]
    assert sorted(filter(None, classes)) == ["b", "b", "b", "b", "f", "g", "l", "l"]
    words = " ".join(text.text for text in root.iter(f"{{{SVG}}}text"))
    assert words.count("A box") == 4
    assert words.replace(" ", "").count("wordsbesidetheline") == 3
    assert {light.ink, dark.ink} <= set(
        root.findtext(f"{{{SVG}}}style").replace(":", ";").split(";")
    )


def test_an_address_changes_with_the_drawing():
    colors = (Palette(*["#000000"] * 6),) * 2
    one, other = (
        drawing_file(draw_panel(PANELS[p]), "x", "X", colors).path for p in ("a row", "a grid")
    )
    assert one != other
    assert one.startswith("images/diagrams/x.")
