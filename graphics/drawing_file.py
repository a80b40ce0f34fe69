"""Writes a drawing as an SVG file that follows the reader's choice of light or dark."""

from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from graphics.drawing import Box, Drawing, Line, Text
from graphics.palette import Palette

FOLDER = "images/diagrams"
SVG = "http://www.w3.org/2000/svg"
register_namespace("", SVG)


class DrawingFile(NamedTuple):
    """Where a drawing is, from the site's root, its bytes, and its size in pixels."""

    path: str
    data: bytes
    width: int
    height: int


def filed(drawing: Drawing, name: str, title: str, colors: tuple[Palette, Palette]) -> DrawingFile:
    """The file of a drawing, in light and dark colors; its address changes with its bytes."""
    data = svg(drawing, title, *colors)
    path = f"{FOLDER}/{name}.{sha256(data).hexdigest()[:8]}.svg"
    return DrawingFile(path, data, drawing.width, drawing.height)


def svg(drawing: Drawing, title: str, light: Palette, dark: Palette) -> bytes:
    """Frames lie below lines, and these below boxes; the words of frames stand above all."""
    size = {"width": str(drawing.width), "height": str(drawing.height)}
    view = f"0 0 {drawing.width} {drawing.height}"
    root = Element(f"{{{SVG}}}svg", size | {"viewBox": view, "role": "img"})
    SubElement(root, "title").text = title
    SubElement(root, "style").text = style(light, dark)
    for frame in drawing.frames:
        framed(root, frame, "f")
    for line in drawing.lines:
        lined(root, line)
    for box in drawing.boxes:
        framed(root, box, "b")
        lettered(root, box.text)
    for frame in drawing.frames:
        lettered(root, frame.text, {"class": "q"})
    return tostring(root, encoding="unicode").encode()


def framed(root: Element, box: Box, name: str) -> None:
    at = {key: str(getattr(box, key)) for key in ("x", "y", "width", "height")}
    SubElement(root, "rect", at | {"class": name})


def lined(root: Element, line: Line) -> None:
    SubElement(root, "path", {"class": "g" if line.broken else "l", "d": line.path})
    if line.heads:
        SubElement(root, "path", d=line.heads)
    lettered(root, line.text, {"class": "q"})


def lettered(root: Element, text: Text, name: dict[str, str] | None = None) -> None:
    for x, y, line in text.lines:
        at = {"x": str(x), "y": str(y), "text-anchor": text.anchor}
        SubElement(root, "text", at | (name or {})).text = line


def style(light: Palette, dark: Palette) -> str:
    def colors(of: Palette) -> str:
        return f"color:{of.ink};--p:{of.paper};--r:{of.raised};--l:{of.line};--q:{of.quiet}"

    return (
        f"svg{{{colors(light)};fill:currentColor;font:14px system-ui,sans-serif}}"
        f"@media(prefers-color-scheme:dark){{svg{{{colors(dark)}}}}}"
        ".f,.b,.l,.g{fill:none;stroke:currentColor;stroke-width:1.5}"
        ".f{fill:var(--r);stroke:var(--l)}.b{fill:var(--p)}"
        ".g{stroke:var(--q);stroke-dasharray:2 6}.q{fill:var(--q);font-size:13px}"
    )
