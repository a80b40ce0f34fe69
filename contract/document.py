"""A file as the contract sees it, and the collection of all of them."""

from dataclasses import dataclass, field
from pathlib import Path

from contract.faults import Fault
from contract.files import shown
from contract.front_matter import FrontMatter
from contract.place import Place


@dataclass
class Document:
    """An article, a page or a data file: its typed metadata, where its keys stand, its HTML.

    `terms` are the slugs of the glossary's entries that the text uses, `names` the ids of the
    registry's that it marks with their pages, in reading order; `term_links` has the pages of terms
    that are names.
    """

    path: str
    metadata: dict
    front: FrontMatter
    place: Place
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
        noted = enumerate(self.metadata.get("needs") or [])
        lines = [(self.place.into("needs", i).line, text) for i, text in noted if text]
        return [*(self.place.needs or []), *lines]


@dataclass
class Collection:
    """All that is under `content/`, by its path from there, accounted for.

    With `show_drafts` the articles that are drafts are in the site as well.
    """

    root: Path
    show_drafts: bool = False
    documents: dict[str, Document] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def of(self, folder: str, *, published: bool = True) -> list[Document]:
        """The published documents of `articles`, `pages` or `data`, or else the drafts."""
        here = (d for path, d in self.documents.items() if path.startswith(folder + "/"))
        return [document for document in here if document.published is published]

    def in_site(self, folder: str) -> list[Document]:
        """The documents of `articles` or `pages` that get a page of their own."""
        drafts = self.of(folder, published=False) if self.show_drafts else []
        return [*self.of(folder), *(d for d in drafts if folder == "articles")]

    def named(self, path: str) -> str:
        """A path as the editor knows it, from the folder that holds `content/`."""
        return shown(f"{self.root.name}/{path}")

    def refuse(self, path: str, message: str, line: int = 1) -> None:
        self.faults.append(Fault(self.named(path), line, message))

    @property
    def vocabulary(self) -> dict[str, dict]:
        """The name and description of every tag."""
        tags = self.documents.get("data/tags.yaml")
        return tags.metadata if tags else {}

    @property
    def glossary(self) -> dict[str, dict]:
        """The sound entries of the glossary: the term, its expansion and meaning."""
        file = self.documents.get("data/glossary.yaml")
        sound = ((s, e) for s, e in (file.metadata if file else {}).items() if e and e["term"])
        return {s: {**e, "also": [way for way in e["also"] or [] if way]} for s, e in sound}

    @property
    def registry(self) -> dict[str, dict]:
        """The sound entries of the registry of names, by id: their kind, name and description."""
        file = self.documents.get("data/registry.yaml")
        entries = (file.metadata if file else {}).items()
        return {s: e for s, e in entries if e and e["kind"] and e["name"]}

    @property
    def lead(self) -> str | None:
        """The slug of the story that leads the front page."""
        front = self.documents.get("data/front.yaml")
        return front.metadata.get("lead") if front else None
