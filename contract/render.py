"""Every text as HTML, its links resolved and its terms marked on the way.

No text keeps the build waiting: rendering has a limit of marks, of time and of depth.
"""

from dataclasses import dataclass, field

from markdown import Markdown

from contract.documents import Collection, Document
from contract.faults import Fault
from contract.figures import pictures_of
from contract.files import hidden_entities
from contract.links import LinkResolver, find_targets
from contract.names import Names, page_of
from contract.safety import find_excess, sanitize
from contract.services import OutOfTimeError, Services, Site, TimeLimit
from contract.terms import Terms

# Seconds of computing: ten times what prose needs, and never less than one for a text.
LEAST_SECONDS, SECONDS_PER_CHARACTER = 1, 25e-6


@dataclass
class Text:
    """A rendered text, its faults, and what of the collection its HTML depends on.

    `terms` are the slugs of the glossary's entries in it. `targets` has the files under `content/`
    and `names` the slugs of the registry that it leads to, each with its address; for `term_links`
    see Document.
    """

    html: str = ""
    terms: list[str] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    term_links: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class TooMuchError(ValueError):
    """The text takes too long to render, or is nested too deeply."""


class Renderer:
    """Renders texts, each in the same way, with one Markdown object for all.

    The site says how, and to which addresses links lead.
    """

    def __init__(self, collection: Collection, site: Site, services: Services):
        self.services = services
        self.targets = find_targets(collection, site.urls)
        self.registry = collection.registry
        self.names, self.links = Names(self.registry), LinkResolver()
        self.terms = Terms(collection.glossary)
        self.md = Markdown(**site.markdown)
        for place, processor in enumerate((self.names, self.links, self.terms), start=1):
            self.md.treeprocessors.register(processor, type(processor).__name__, -place)

    def is_current(self, document: Document, text: Text) -> bool:
        """Whether all that a text led to is there, at the same address."""
        addresses = self.targets[document.published].addresses
        return all(
            addresses.get(path) == address for path, address in text.targets.items()
        ) and all(page_of(slug, self.registry) == page for slug, page in text.names.items())

    def render(self, document: Document) -> Text:
        """A document's text. Its faults are in there; none are raised."""
        body, text = document.body, Text()

        def refuse(message: str, line: int = 0) -> None:
            text.faults.append(Fault(document.place.path, document.body_line + line, message))

        if not body.strip():
            refuse("no text below the metadata")
        for line, entity in hidden_entities(body):
            refuse(f"{entity} is an invisible character", line)
        if excess := list(find_excess(body)):
            for line, message in excess:
                refuse(message, line)
            return text
        is_article = document.path.startswith("articles/")
        targets = self.targets[document.published]
        self.links.begin(document, targets, pictures_of(document), refuse)
        self.names.begin(self.links.refuse, enabled=is_article)
        self.terms.begin(enabled=is_article)
        try:
            text.html = sanitize(to_html(self.md, body, self.services.limit_computing))
        except TooMuchError as error:
            refuse(str(error))
        text.terms, text.term_links = self.terms.used, self.terms.links
        text.targets, text.names = self.links.used, self.names.pages
        return text


def to_html(md: Markdown, text: str, limit: TimeLimit) -> str:
    """The text as HTML. Raises TooMuchError where that takes too long or goes too deep."""
    seconds = max(LEAST_SECONDS, len(text) * SECONDS_PER_CHARACTER)
    try:
        with limit(seconds):
            return md.reset().convert(text)
    except OutOfTimeError:
        message = f"rendering was stopped after {seconds:.0f} s of computing - divide the longest"
        raise TooMuchError(f"{message} paragraph, list or table") from None
    except RecursionError:
        raise TooMuchError("lists or quotations are nested too deeply - flatten them") from None
    finally:
        del md.parser.state[:]
