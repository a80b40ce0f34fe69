"""Adds `article.diagram`: the drawing that it names, from content/diagrams/.

Its panels are files of their own, so that the page grows by their words alone.
"""

from pathlib import Path

from pelican import signals

from graphics.diagrams import draw_diagram
from graphics.palette import palettes


def add_diagrams(generator):
    settings = generator.settings
    documents, colors = generator.build.collection.documents, palettes(Path(settings["THEME"]))
    names = {a.metadata.get("diagram") for a in generator.articles} - {None}
    diagrams = {
        name: draw_diagram(documents[f"diagrams/{name}.yaml"].metadata, name, colors)
        for name in names
    }
    for article in generator.articles:
        article.diagram = diagrams.get(article.metadata.get("diagram"))
    files = {panel.file for one in diagrams.values() for panel in one.panels}
    for file in sorted(files):
        generator.build.targets.add_target(
            file.path, file.path, lambda file=file: [(file.path, file.data)]
        )


def register():
    signals.article_generator_finalized.connect(add_diagrams)
