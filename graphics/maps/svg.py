"""Writes a map as an SVG file that follows the reader's choice of light or dark."""

from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from graphics.maps.countries import SMALL
from graphics.maps.draw import TYPE, Map
from graphics.maps.label import Label
from graphics.palette import Palette

SVG = "http://www.w3.org/2000/svg"
register_namespace("", SVG)


def svg(one: Map, title: str, description: str, light: Palette, dark: Palette) -> bytes:
    """The map as a file that follows the reader's choice of light or dark."""
    root = Element(f"{{{SVG}}}svg", viewBox=f"0 0 {one.frame.width} {one.frame.height}")
    root.attrib |= {"width": str(one.frame.width // 2), "height": str(one.frame.height // 2)}
    root.set("text-anchor", "middle")
    root.attrib |= {"role": "img", "aria-labelledby": "t", "aria-describedby": "d"}
    SubElement(root, "title", id="t").text = title
    SubElement(root, "desc", id="d").text = description
    SubElement(root, "style").text = style(light, dark)
    SubElement(root, "path", {"class": "l", "d": one.land})
    for name, line in (("b", one.borders), ("u", one.disputed)):
        if line:
            SubElement(root, "path", {"class": name, "d": line})
    for label in one.countries:
        lettered(root, label, "c")
    for label in filter(None, one.labels):
        lettered(root, label, "n")
    leaders = "".join(led(label) for label in filter(None, one.labels) if label.leader)
    if leaders:
        SubElement(root, "path", {"class": "b", "d": leaders})
    for x, y in one.dots:
        SubElement(root, "circle", cx=str(round(x)), cy=str(round(y)), r="6")
    return tostring(root, encoding="unicode").encode()


def led(label: Label) -> str:
    x, y, u, v = (round(value) for value in label.leader)
    return f"M{x} {y}L{u} {v}"


def lettered(root: Element, label: Label, name: str) -> None:
    """One element of text for each line of a name."""
    anchor, x = label.anchor
    for line, down in zip(label.lines, label.baselines(), strict=True):
        at = {"x": str(round(x)), "y": str(round(down)), "class": name}
        SubElement(
            root, "text", at | ({} if anchor == "middle" else {"text-anchor": anchor})
        ).text = line


def style(light: Palette, dark: Palette) -> str:
    def colors(of: Palette) -> str:
        return f"color:{of.ink};--p:{of.paper};--l:{of.line};--q:{of.quiet};--m:{of.mark}"

    return (
        f"svg{{{colors(light)};font:{TYPE}px system-ui,sans-serif}}"
        f"@media(prefers-color-scheme:dark){{svg{{{colors(dark)}}}}}"
        ".l{fill:var(--l)}.b,.u{fill:none;stroke:var(--q);stroke-width:1.6}"
        ".u{stroke:currentColor;stroke-width:2;stroke-dasharray:7 5}"
        "text{fill:currentColor;stroke:var(--p);stroke-width:4;stroke-linejoin:round;"
        "paint-order:stroke}.n{font-weight:600}"
        f".c{{fill:var(--q);stroke:var(--l);stroke-width:3;font-size:{SMALL}px}}"
        "circle{fill:var(--m);stroke:var(--p);stroke-width:2}"
    )
