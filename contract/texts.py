"""Every text as HTML, its links checked and its terms marked on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown

from contract.allow_list import only_allowed
from contract.documents import Collection, Document
from contract.excess import overloaded
from contract.faults import Fault
from contract.files import hidden_entities
from contract.limits import TooMuchError, rendered
from contract.links import Library, Links
from contract.names import Names
from contract.pictures import listed
from contract.services import Services
from contract.terms import Terms

FEW = 8  # texts that are rendered sooner than processes start


@dataclass
class Text:
    """A rendered text, the terms and names in it, and the files under `content/` it leads to.

    `names` have the addresses that their marks lead to; see Document for `term_links`.
    """

    html: str = ""
    terms: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    term_links: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def libraries(collection: Collection) -> dict[bool, Library]:
    """What a text may lead to, by whether it is published: drafts may lead to drafts."""
    texts = {path: d for path, d in collection.documents.items() if path.endswith(".md")}
    pictures = {*collection.pictures}
    live = {path for path, document in texts.items() if document.published}
    known = texts.keys() | pictures
    return {True: Library(live | pictures, known), False: Library(known, known)}


class Renderer:
    """Renders texts, each in the same way, with one Markdown object for all."""

    def __init__(self, markdown: Mapping[str, Any], collection: Collection, services: Services):
        self.services = services
        self.libraries = libraries(collection)
        self.links, self.terms = Links(), Terms(collection.glossary)
        self.names = Names(collection.registry)
        extensions = [*markdown["extensions"], self.links, self.names, self.terms]
        self.md = Markdown(**{**markdown, "extensions": extensions})

    def leads(self, names: dict[str, str]) -> bool:
        """Whether the registry still has each of these names at its address."""
        marks = self.names.marks
        return all(s in marks.registry and marks.page_of(s) == page for s, page in names.items())

    def all(self, documents: list[Document]) -> list[Text]:
        return self.services.parallel_map(self.text, documents, few=FEW)

    def text(self, document: Document) -> Text:
        """A document's text. Its faults are in there; none are raised."""
        path, body, text = document.path, document.body, Text()

        def refuse(message: str, line: int = 0) -> None:
            text.faults.append(Fault(document.place.path, document.body_line + line, message))

        if not body.strip():
            refuse("no text below the metadata")
        for line, entity in hidden_entities(body):
            refuse(f"{entity} is an invisible character", line)
        library = self.libraries[document.published]
        self.links.contract.begin(path, body, library, listed(document), refuse)
        self.names.marks.begin(self.links.contract.refuse, wanted=path.startswith("articles/"))
        self.terms.marks.begin(wanted=path.startswith("articles/"))
        if excess := list(overloaded(body)):
            for line, message in excess:
                refuse(message, line)
            return text
        try:
            text.html = only_allowed(rendered(self.md, body, self.services.limit_computing))
        except TooMuchError as error:
            refuse(str(error))
        text.terms, text.targets = self.terms.marks.used, sorted(self.links.contract.targets)
        text.names, text.term_links = self.names.marks.pages, self.terms.marks.links
        return text
