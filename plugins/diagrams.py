"""Adds `article.diagram`: the drawing that it names, from content/diagrams/.

Its panels are files of their own, so that the page grows by their words alone.
"""

from pathlib import Path
from typing import NamedTuple

from pelican import signals

from graphics.drawing import drawn
from graphics.drawing_file import DrawingFile, filed
from graphics.palette import Palette, palettes


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


FLOW = {"both": "{one} and {other}, both ways", "one": "{one} to {other}", "none": "{one}, {other}"}


def sentences(panel: dict) -> list[str]:
    """What the lines and frames of a panel say."""
    nodes = {name: node["label"] for name, node in panel["nodes"].items()}
    told = [
        f"{FLOW[link['flow']].format(one=nodes[link['from']], other=nodes[link['to']])}:"
        f" {link['label']}"
        for link in panel["links"]
    ]
    framed = [
        f"{frame['label']}: {', '.join(nodes[name] for name in frame['around'])}"
        for frame in panel["frames"] or []
    ]
    return told + framed


def diagram(described: dict, name: str, colors: tuple[Palette, Palette]) -> Diagram:
    """The diagram as content/diagrams/ describes it, drawn in light and dark colors."""
    panels = [
        Panel(
            panel["title"],
            panel["note"] or "",
            filed(drawn(panel), f"{name}-{number}", panel["title"], colors),
            sentences(panel),
        )
        for number, panel in enumerate(described["panels"], 1)
    ]
    return Diagram(described["title"], described["caption"], panels)


def add_diagrams(generator):
    settings = generator.settings
    documents, colors = generator.build.collection.documents, palettes(Path(settings["THEME"]))
    named = {a.metadata.get("diagram") for a in generator.articles} - {None}
    found = {n: diagram(documents[f"diagrams/{n}.yaml"].metadata, n, colors) for n in named}
    for article in generator.articles:
        article.diagram = found.get(article.metadata.get("diagram"))
    files = {panel.file for one in found.values() for panel in one.panels}
    for file in sorted(files):
        generator.build.targets.add_target(
            file.path, file.path, lambda file=file: [(file.path, file.data)]
        )


def register():
    signals.article_generator_finalized.connect(add_diagrams)
