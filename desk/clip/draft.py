"""Write a clipping as a draft: what is known under its key, what is not as a need of the draft.

The body is the clipped text. What the keys leave of a line, such as the words around a date, stands
as printed in comments below them, so that with the debris nothing of the clipping is lost.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from contract.schema import ARTICLE, SOURCE
from contract.sentences import fingerprints
from desk.slugs import slug_of_headline

from .clipping import Block, Clipping, Line
from .markdown import body
from .metadata import metadata
from .notes import Notes
from .shelf import Shelf
from .unseen import doubt, one_line, reveal
from .yaml_text import FoldedScalar, front_matter


@dataclass(frozen=True)
class Draft:
    """An article file: its path below `content/`, its text, and what to tell the editor.

    `missing` has the keys that are empty, each with what it is for.
    """

    path: str
    text: str
    needs: tuple[str, ...]
    missing: tuple[str, ...]
    debris: tuple[Line, ...]


def make_draft(clipping: Clipping, shelf: Shelf) -> Draft:
    """The draft of a clipping. The same clipping and shelf give the same bytes."""
    notes = Notes()
    clipping, counts = clean_clipping(clipping)
    text = body(clipping.blocks or [Block("paragraph", clipping.headline or clipping.deck, 1)])
    slug = slug_of_headline(clipping.headline, text)

    def path_of(slug: str) -> str:
        stamp = clipping.published and clipping.published.value
        return f"articles/{f'{stamp:%Y-%m-%d}' if stamp else 'undated'}-{slug}.md"

    slug = shelf.free(slug, path_of)
    values = metadata(clipping, slug, shelf, notes)
    for words in [*clipping.doubts, *([doubt(counts)] if counts else [])]:
        notes.need(words)
    verbatim = [*(f"line {line.line}: {line.text}" for line in clipping.verbatim), *notes.verbatim]
    values |= {"status": "draft", "needs": notes.needs}
    others = [clipping.headline, clipping.deck, *(caption.text for caption in clipping.captions)]
    if marks := fingerprints("\n\n".join([text, *others])):
        values["clipped"] = FoldedScalar(" ".join(marks))
    whole = f"{front_matter(values, verbatim)}\n{text}\n"
    return Draft(path_of(slug), whole, tuple(notes.needs), missing(values), clipping.debris)


def clean_clipping(clipping: Clipping) -> tuple[Clipping, dict[str, int]]:
    """The clipping with each text on one line and unseen characters named, and their counts."""
    counts: dict[str, int] = {}

    def clean(value: Any) -> Any:
        if isinstance(value, str):
            text, numbers = reveal(value)
            counts.update({name: counts.get(name, 0) + number for name, number in numbers.items()})
            return one_line(text)
        if isinstance(value, tuple):
            return tuple(map(clean, value))
        if is_dataclass(value):
            return replace(value, **{f.name: clean(getattr(value, f.name)) for f in fields(value)})
        return value

    return clean(clipping), counts


def missing(values: dict) -> tuple[str, ...]:
    """The keys without which the draft cannot be published, each with what it is for."""
    keys = {**ARTICLE, **{f"source.{name}": key for name, key in SOURCE.items()}}
    all_values = values | {f"source.{name}": value for name, value in values["source"].items()}
    empty = [name for name, value in all_values.items() if value in ("", [])]
    return tuple(f"{name}: {keys[name].meaning}".removesuffix(": ") for name in empty)
