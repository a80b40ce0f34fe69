"""The colors of the site for what is drawn and not styled, and SVG files in light and dark."""

import re
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
SVG = "http://www.w3.org/2000/svg"
register_namespace("", SVG)


class Palette(NamedTuple):
    """Hexadecimal sRGB colors by what they are for."""

    paper: str
    raised: str
    ink: str
    quiet: str
    line: str
    mark: str


Colors = tuple[Palette, Palette]  # light and dark


def palettes(theme: Path) -> Colors:
    """The light and the dark palette, from css/tokens.css. KeyError where that lacks a color."""
    tokens = TOKEN.findall((theme / "css/tokens.css").read_text(encoding="utf-8"))
    light, dark = ({name: colors[i] for name, *colors in tokens} for i in (0, 1))
    fields = Palette._fields
    return Palette(*(light[key] for key in fields)), Palette(*(dark[key] for key in fields))


def new_svg(attributes: dict[str, str]) -> Element:
    """The root of an SVG file."""
    return Element(f"{{{SVG}}}svg", attributes)


def add_text(root: Element, tag: str, words: str, **attributes: str) -> None:
    SubElement(root, tag, attributes).text = words


def color_scheme(colors: Colors, names: tuple[str, ...], rules: str) -> str:
    """CSS of the root, by which a file follows the reader's choice of light or dark.

    `color` is the ink; each other color is a custom property named by its first letter, such as
    `--p` for paper. `rules` are further ones of the root.
    """
    light, dark = (
        f"color:{of.ink};" + ";".join(f"--{name[0]}:{getattr(of, name)}" for name in names)
        for of in colors
    )
    return f"svg{{{light};{rules}}}@media(prefers-color-scheme:dark){{svg{{{dark}}}}}"


def write_svg(root: Element) -> bytes:
    return tostring(root, encoding="unicode").encode()
