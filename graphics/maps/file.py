"""A map as an SVG file, which is made once from its places and the colors, cached and published."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from formats.text import hash_parts
from graphics import ImageFile, ImageStore, SingleImageJob, hash_files, palette
from graphics.maps.labels import SMALL, TYPE, Label
from graphics.maps.map import Map, Place, describe, draw_map, title
from graphics.palette import Colors, add_text, color_scheme, new_svg, write_svg

FOLDER = "images/maps"
LONGEST = 60  # characters of a file's name before its digest
VIEW = re.compile(rb'viewBox="0 0 (\d+) (\d+)"')


@dataclass(frozen=True)
class MapJob(SingleImageJob):
    """Makes a map as an SVG file, from its places and the colors alone."""

    ending: ClassVar[str] = "svg"
    code: ClassVar[str] = hash_files(Path(palette.__file__), *Path(__file__).parent.glob("*.*"))
    places: tuple[Place, ...]
    colors: Colors

    def render(self) -> bytes:
        places = list(self.places)
        return write_map(draw_map(places), title(places), describe(places), self.colors)


def publish_maps(
    jobs: dict[tuple[str, ...], MapJob], images: ImageStore, output: Path
) -> dict[tuple[str, ...], ImageFile]:
    """Write maps that are in the cache below `output`. Both dictionaries are by ids of places."""
    files = {}
    for ids, job in jobs.items():
        data = images.find(job.key) or job.render()
        name = "-".join(ids)[:LONGEST].rstrip("-")
        path = f"{FOLDER}/{name}.{hash_parts(data)[:8]}.svg"
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
        (size,) = VIEW.findall(data)
        files[ids] = ImageFile(
            path, describe(list(job.places)), *(int(units) // 2 for units in size)
        )
    return files


def write_map(drawing: Map, name: str, description: str, colors: Colors) -> bytes:
    """The SVG file of a map, which follows the reader's choice of light or dark."""
    width, height = drawing.view.width, drawing.view.height
    root = new_svg({"viewBox": f"0 0 {width} {height}"})
    root.attrib |= {"width": str(width // 2), "height": str(height // 2), "text-anchor": "middle"}
    root.attrib |= {"role": "img", "aria-labelledby": "t", "aria-describedby": "d"}
    add_text(root, "title", name, id="t")
    add_text(root, "desc", description, id="d")
    add_text(root, "style", style(colors))
    SubElement(root, "path", {"class": "l", "d": drawing.land})
    labels = [label for label in drawing.labels if label]
    leaders = "".join(leader_path(label) for label in labels)
    add_line(root, "b", drawing.borders)
    add_line(root, "u", drawing.disputed)
    for label in drawing.countries:
        add_label(root, label, "c")
    for label in labels:
        add_label(root, label, "n")
    add_line(root, "b", leaders)
    for x, y in drawing.dots:
        SubElement(root, "circle", cx=str(round(x)), cy=str(round(y)), r="6")
    return write_svg(root)


def add_line(root: Element, name: str, path: str) -> None:
    if path:
        SubElement(root, "path", {"class": name, "d": path})


def leader_path(label: Label) -> str:
    if not label.leader:
        return ""
    (x, y), (u, v) = label.leader
    return f"M{round(x)} {round(y)}L{round(u)} {round(v)}"


def add_label(root: Element, label: Label, name: str) -> None:
    """One element of text for each line of a name."""
    left, _, right, _ = label.box
    x = {1: left, 0: (left + right) / 2, -1: right}[label.side]
    anchor = {1: {"text-anchor": "start"}, 0: {}, -1: {"text-anchor": "end"}}[label.side]
    for line, y in zip(label.lines, label.baselines(), strict=True):
        at = {"x": str(round(x)), "y": str(round(y)), "class": name}
        add_text(root, "text", line, **at, **anchor)


def style(colors: Colors) -> str:
    names = ("paper", "line", "quiet", "mark")
    return (
        color_scheme(colors, names, f"font:{TYPE}px system-ui,sans-serif")
        + ".l{fill:var(--l)}.b,.u{fill:none;stroke:var(--q);stroke-width:1.6}"
        ".u{stroke:currentColor;stroke-width:2;stroke-dasharray:7 5}"
        "text{fill:currentColor;stroke:var(--p);stroke-width:4;stroke-linejoin:round;"
        "paint-order:stroke}.n{font-weight:600}"
        f".c{{fill:var(--q);stroke:var(--l);stroke-width:3;font-size:{SMALL}px}}"
        "circle{fill:var(--m);stroke:var(--p);stroke-width:2}"
    )
