"""Gives templates `style_sheet`, which makes the style sheet that stands in a page.

What every page needs is in it, and of `css/pages/` what the page's template asks for:
`{% set styles = ["story"] %}`.
"""

from functools import cache
from pathlib import Path

from pelican import signals
from rcssmin import cssmin

LAYERS = ("tokens", "base", "layout", "components", "print")
PARTS = "pages"


def bundle(folder: Path, parts: tuple[str, ...] = ()) -> str:
    """The CSS files below `folder`, each in the cascade layer of its file or folder, minified.

    `parts` are names of files in `pages/`, which belong to the components. Raises
    FileNotFoundError where there is none of that name.
    """
    sheets = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        files = sorted((folder / layer).glob("*.css")) or [folder / f"{layer}.css"]
        if layer == "components":
            files += [folder / PARTS / f"{part}.css" for part in parts]
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        sheets.append(f"@layer {layer}{{{text}}}")
    return cssmin("\n".join(sheets))


def add_css(generator):
    folder = Path(generator.theme, "css")
    always = {"draft"} if generator.settings["SHOW_DRAFTS"] else set()
    of = cache(lambda parts: bundle(folder, parts))
    generator.env.globals["style_sheet"] = lambda parts: of(tuple(sorted(always.union(parts))))


def register():
    signals.generator_init.connect(add_css)
