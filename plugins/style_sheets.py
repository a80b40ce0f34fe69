"""Gives templates `style_sheet`, which makes the style sheet that stands in a page.

What every page needs is in it, and of `css/pages/` what the page's template asks for:
`{% set styles = ["story"] %}`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pelican import signals
from rcssmin import cssmin

LAYERS = ("tokens", "base", "layout", "components", "print")
PARTS = "pages"


@dataclass(frozen=True)
class StyleSheets:
    """The texts of all CSS files by their path, and the parts that every page has."""

    texts: tuple[tuple[str, str], ...]
    always: tuple[str, ...] = ()

    def __call__(self, parts: list[str]) -> str:
        return bundle(self.texts, tuple(sorted({*parts, *self.always})))


@cache
def bundle(texts: tuple[tuple[str, str], ...], parts: tuple[str, ...]) -> str:
    """All CSS, each in the cascade layer of its file or folder, minified.

    `parts` are names of files in `pages/`, which belong to the components. Raises KeyError where
    there is none of that name.
    """
    by_path = dict(texts)
    sheets = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        selected = [text for path, text in texts if path.split("/")[0] in {layer, f"{layer}.css"}]
        if layer == "components":
            selected += [by_path[f"{PARTS}/{part}.css"] for part in parts]
        text = "\n".join(selected)
        sheets.append(f"@layer {layer}{{{text}}}")
    return cssmin("\n".join(sheets))


def load(folder: Path) -> tuple[tuple[str, str], ...]:
    files = sorted(folder.rglob("*.css"))
    return tuple((f.relative_to(folder).as_posix(), f.read_text(encoding="utf-8")) for f in files)


def add_css(generator):
    always = ("draft",) if generator.settings["SHOW_DRAFTS"] else ()
    sheets = StyleSheets(load(Path(generator.theme, "css")), always)
    generator.env.globals["style_sheet"] = sheets


def register():
    signals.generator_init.connect(add_css)
