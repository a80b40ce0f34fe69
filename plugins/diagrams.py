"""Adds `article.diagram`: the drawing that it names, from content/diagrams/."""

from typing import NamedTuple

from pelican import signals

from plugins.drawing import Drawing, drawn


class Panel(NamedTuple):
    """One picture of a diagram and the same in words."""

    title: str
    note: str
    drawing: Drawing
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


def diagram(described: dict) -> Diagram:
    """The diagram as content/diagrams/ describes it, drawn."""
    panels = [
        Panel(panel["title"], panel["note"] or "", drawn(panel), sentences(panel))
        for panel in described["panels"]
    ]
    return Diagram(described["title"], described["caption"], panels)


def add_diagrams(generator):
    documents = generator.settings["COLLECTION"].documents
    for article in generator.articles:
        name = article.metadata.get("diagram")
        article.diagram = name and diagram(documents[f"diagrams/{name}.yaml"].metadata)


def register():
    signals.article_generator_finalized.connect(add_diagrams)
