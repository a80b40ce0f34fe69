"""A diagram's parts fit together: nodes in a grid, links between neighbors, frames around nodes."""

from pathlib import PurePosixPath

from contract.document import Collection, Document
from contract.faults import did_you_mean
from contract.place import Place


def diagrams(collection: Collection) -> None:
    """Refuse a diagram that cannot be drawn, and an article that names one that is not there."""
    known = {}
    for path, document in collection.documents.items():
        if path.startswith("diagrams/"):
            known[PurePosixPath(path).stem] = document
            _panels(document)
    for path, document in collection.documents.items():
        name = document.metadata.get("diagram") if path.startswith("articles/") else None
        if name and name not in known:
            document.place.into("diagram").refuse(
                f'no diagram "{name}" in content/diagrams/{did_you_mean(name, known)}'
            )


def _panels(document: Document) -> None:
    for i, panel in enumerate(document.metadata.get("panels") or []):
        if panel and all(panel.get(key) for key in ("nodes", "links")):
            _panel(panel, document.place.into("panels", i))


def _panel(panel: dict, place: Place) -> None:
    nodes, cells = panel["nodes"], {}
    for name, node in nodes.items():
        if node and node["row"] and node["column"]:
            cell = (node["column"], node["row"])
            first = cells.setdefault(cell, name)
            if first != name:
                place.into("nodes", name).refuse(
                    f'"{name}" stands where "{first}" does - give it another row or column'
                )
    for i, frame in enumerate(panel.get("frames") or []):
        _known((frame or {}).get("around") or [], nodes, place.into("frames", i, "around"))
    for i, link in enumerate(panel["links"]):
        ends = [link["from"], link["to"]] if link else []
        if ends and _known(ends, nodes, place.into("links", i)):
            _neighbors(*ends, {name: cell for cell, name in cells.items()}, place.into("links", i))


def _known(names: list, nodes: dict, place: Place) -> bool:
    unknown = [name for name in names if name and name not in nodes]
    for name in unknown:
        place.refuse(f'no node "{name}" in this panel{did_you_mean(name, nodes)}')
    return all(names) and not unknown


def _neighbors(one: str, other: str, cells: dict[str, tuple[int, int]], place: Place) -> None:
    if not {one, other} <= cells.keys():
        return
    (x, y), (u, v) = cells[one], cells[other]
    between = {
        name
        for name, (a, b) in cells.items()
        if min(x, u) <= a <= max(x, u) and min(y, v) <= b <= max(y, v)
    } - {one, other}
    if one == other or (x != u and y != v) or between:
        place.refuse(
            f'"{one}" and "{other}" cannot be linked by a straight line - put them next to each'
            " other in one row or one column"
        )
