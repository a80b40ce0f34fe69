"""A file as the contract sees it, how it is read, and the collection of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from contract.article_rules import check_article
from contract.faults import Fault, Place
from contract.files import decode, printable
from contract.front_matter import UnreadableError, read_front_matter, read_yaml
from contract.schema import (
    ARTICLE_PLACEHOLDERS,
    PICTURE_PLACEHOLDERS,
    SOURCE,
    SOURCE_PLACEHOLDERS,
    VALIDATORS,
)

Metadata = dict[str, Any]  # what the validators of `schema` give, with None for keys not there


@dataclass
class Document:
    """An article, a page or a data file: its valid metadata, where its keys stand, its texts.

    `body` is the Markdown below the metadata, from `body_line` of the file on. `terms` are the
    slugs of the glossary's entries that the text uses, `names` the ids of the registry's that it
    marks with their pages, in reading order; `term_links` has the pages of terms that are names.
    """

    path: str
    metadata: Metadata
    place: Place
    body: str = ""
    body_line: int = 1
    html: str = ""
    terms: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    term_links: dict[str, str] = field(default_factory=dict)

    @property
    def published(self) -> bool:
        return self.metadata.get("status") != "draft"

    @property
    def needs(self) -> list[tuple[int, str]]:
        """What a draft lacks and what its editor noted, each with its line in the file."""
        notes = self.place.entries(self.metadata, "needs")
        return [*(self.place.needs or []), *((here.line, text) for here, text in notes)]

    def preview_metadata(self) -> Metadata:
        """The metadata of a draft of an article with a placeholder for what it does not have yet.

        A correction or an event that has no date or no words yet is left out.
        """
        metadata = self.metadata
        corrections = [c for c in metadata["corrections"] or [] if c["date"] and c["note"]]
        return {
            **fill(metadata, ARTICLE_PLACEHOLDERS),
            "source": fill(metadata["source"] or dict.fromkeys(SOURCE), SOURCE_PLACEHOLDERS),
            "images": [fill(image, PICTURE_PLACEHOLDERS) for image in metadata["images"] or []],
            "corrections": corrections if metadata["modified"] else [],
            "events": [e for e in metadata["events"] or [] if e["date"] and e["label"]],
            "needs": [need for _, need in self.needs],
        }


def fill(values: Metadata, placeholders: Mapping[str, Any]) -> Metadata:
    """The values, with the placeholder, if there is one, for each that is None."""
    return {k: placeholders.get(k) if value is None else value for k, value in values.items()}


def read_document(path: str, raw: bytes, name: str) -> tuple[Document | None, list[Fault]]:
    """Take a file apart and check what needs no other file.

    `path` begins below `content/`; `name` is what editors call the file. There is no document
    where the file cannot be read; else its place collects the same list of faults.
    """
    text, faults = decode(raw, name)
    if faults:
        return None, faults
    try:
        front = read_yaml(text) if path.endswith(".yaml") else read_front_matter(text)
    except UnreadableError as error:
        return None, [Fault(name, error.line, str(error))]
    faults += [
        Fault(name, line, f'key "{key}" a second time - keep one of them')
        for key, line in front.duplicates
    ]
    is_article = path.startswith("articles/")
    is_draft = is_article and front.values.get("status") == "draft"
    place = Place(name, front.lines, faults, needs=[] if is_draft else None)
    validate = VALIDATORS.get(path) or VALIDATORS[path.split("/")[0]]
    metadata = validate(front.values, place) or {}
    if is_article:
        check_article(metadata, front, place)
    return Document(path, metadata, place, front.body, front.body_line), faults


@dataclass
class Collection:
    """All that is under `content/`, by its path from there, accounted for.

    `exclusions` names the files that are left out, with the reason. With `show_drafts` the articles
    that are drafts are in the site as well.
    """

    root: Path
    show_drafts: bool = False
    documents: dict[str, Document] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    exclusions: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of(self, folder: str, *, published: bool = True) -> list[Document]:
        """The published documents of `articles`, `pages` or `data`, or else the drafts."""
        here = (d for path, d in self.documents.items() if path.startswith(folder + "/"))
        return [document for document in here if document.published is published]

    def in_site(self, folder: str) -> list[Document]:
        """The documents of `articles` or `pages` that get a page of their own."""
        drafts = self.of(folder, published=False) if self.show_drafts else []
        return [*self.of(folder), *(d for d in drafts if folder == "articles")]

    def name_of(self, path: str) -> str:
        """What editors call a file: its path from the folder that holds `content/`."""
        return printable(f"{self.root.name}/{path}")

    def refuse(self, path: str, message: str, line: int = 1) -> None:
        self.faults.append(Fault(self.name_of(path), line, message))

    @property
    def vocabulary(self) -> dict[str, Metadata]:
        """The name and description of every tag."""
        return self._data("tags")

    @property
    def glossary(self) -> dict[str, Metadata]:
        """The sound entries of the glossary: the term, its expansion and meaning."""
        sound = ((s, e) for s, e in self._data("glossary").items() if e and e["term"])
        return {s: {**e, "also": [way for way in e["also"] or [] if way]} for s, e in sound}

    @property
    def registry(self) -> dict[str, Metadata]:
        """The sound entries of the registry of names, by id: their kind, name and description."""
        entries = self._data("registry").items()
        return {s: e for s, e in entries if e and e["kind"] and e["name"]}

    @property
    def lead(self) -> str | None:
        """The slug of the story that leads the front page."""
        return self._data("front").get("lead")

    def _data(self, name: str) -> Metadata:
        file = self.documents.get(f"data/{name}.yaml")
        return file.metadata if file else {}
