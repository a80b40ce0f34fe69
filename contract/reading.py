"""What a file is by itself: its metadata, and all of its faults that need no other file."""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from contract.document import Document
from contract.drafts import licensed, settled
from contract.faults import Fault
from contract.files import decoded
from contract.front_matter import FrontMatter, UnreadableError, read_front_matter, read_yaml
from contract.keys import (
    article_shape,
    diagram_shape,
    dossier_shape,
    front_shape,
    glossary_shape,
    page_shape,
    registry_shape,
    vocabulary_shape,
)
from contract.place import Place
from contract.within import agree

SHAPES = {
    "articles": article_shape,
    "diagrams": diagram_shape,
    "dossiers": dossier_shape,
    "pages": page_shape,
    "data/tags.yaml": vocabulary_shape,
    "data/front.yaml": front_shape,
    "data/glossary.yaml": glossary_shape,
    "data/registry.yaml": registry_shape,
}


class Again:
    """The front matter of a sound file, taken apart again once a line of it is asked for."""

    def __init__(self, file: Path, body: str | None = None, body_line: int = 0):
        self.file = file
        if body is not None:
            self.body, self.body_line = body, body_line

    @cached_property
    def front(self) -> FrontMatter:
        return read_front_matter(decoded(self.file.read_bytes(), "")[0])

    @cached_property
    def body(self) -> str:
        return self.front.body

    @cached_property
    def body_line(self) -> int:
        return self.front.body_line

    @property
    def values(self) -> dict:
        return self.front.values

    @property
    def lines(self) -> "LinesAgain":
        return LinesAgain(self)


class LinesAgain(NamedTuple):
    """The lines of its keys, likewise."""

    again: Again

    def __contains__(self, trail) -> bool:
        return trail in self.again.front.lines

    def __getitem__(self, trail) -> int:
        return self.again.front.lines[trail]


class Reading(NamedTuple):
    """What was read; `metadata` is None where there was nothing to read.

    `needs` are those of a draft, None of anything else. Of a sound article `front` has the text
    alone: the rest would take longer to bring from another process than to read again.
    """

    metadata: dict | None
    needs: list[tuple[int, str]] | None
    faults: list[Fault]
    front: FrontMatter | None = None


def reading(path: str, raw: bytes, named: str) -> Reading:
    """Take a file below `content/` apart. The editor knows it as `named`."""
    text, faults = decoded(raw, named)
    if faults:
        return Reading(None, None, faults)
    try:
        front = read_yaml(text) if path.endswith(".yaml") else read_front_matter(text)
    except UnreadableError as error:
        return Reading(None, None, [Fault(named, error.line, str(error))])
    draft = path.startswith("articles/") and front.values.get("status") == "draft"
    place = Place(named, front.lines, faults, needs=[] if draft else None)
    for trail in front.twice:
        place.into(*trail).refuse(f'key "{trail[-2]}" a second time - keep one of them')
    shape = SHAPES.get(path) or SHAPES[path.split("/")[0]]
    document = Document(path, shape(front.values, place) or {}, front, place)
    if path.startswith("articles/"):
        agree(document.metadata, front.values, place)
        licensed(document)
        settled(document)
    if path.endswith(".md") and not faults:
        front = FrontMatter({}, {}, [], front.body, front.body_line)
    return Reading(document.metadata, place.needs, faults, front)
