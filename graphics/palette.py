"""The colors of the site for what is drawn and not styled, read from theme/css/tokens.css."""

import re
from pathlib import Path
from typing import NamedTuple

TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


class Palette(NamedTuple):
    """Hexadecimal sRGB colors by what they are for."""

    paper: str
    raised: str
    ink: str
    quiet: str
    line: str
    mark: str


def palettes(theme: Path) -> tuple[Palette, Palette]:
    """The light and the dark palette. Raises KeyError where tokens.css lacks a color."""
    tokens = TOKEN.findall((theme / "css/tokens.css").read_text(encoding="utf-8"))
    light, dark = ({name: colors[i] for name, *colors in tokens} for i in (0, 1))
    return tuple(Palette(**{key: t[key] for key in Palette._fields}) for t in (light, dark))
