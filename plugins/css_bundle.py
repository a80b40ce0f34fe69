"""Gives templates `css`: the whole style sheet, small enough to stand in every page."""

from pathlib import Path

from pelican import signals
from rcssmin import cssmin

LAYERS = ("tokens", "base", "layout", "components", "print")


def bundle(folder: Path) -> str:
    """All CSS files below `folder`, each in the cascade layer of its file or folder, minified."""
    sheets = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        files = sorted((folder / layer).glob("*.css")) or [folder / f"{layer}.css"]
        text = "\n".join(file.read_text(encoding="utf-8") for file in files)
        sheets.append(f"@layer {layer}{{{text}}}")
    return cssmin("\n".join(sheets))


def add_css(generator):
    generator.env.globals["css"] = bundle(Path(generator.theme, "css"))


def register():
    signals.generator_init.connect(add_css)
