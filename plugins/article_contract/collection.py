"""Inspect `content/` whole: what will be published, what is left out, and every fault."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from markdown import Markdown
from pelican.utils import slugify

from plugins.image_cache import ImageCache

from .across import addresses, relations, terms_apart
from .allow_list import only_allowed
from .document import Collection, Document
from .drafts import licensed, settled
from .excess import overloaded
from .files import hidden_entities, objection, read, set_aside, walk
from .former import former_addresses
from .front_matter import UnreadableError, read_front_matter, read_yaml
from .keys import article_shape, front_shape, glossary_shape, page_shape, vocabulary_shape
from .limits import TooMuchError, rendered
from .links import Library, Links
from .pictures import listed, look_at_pictures
from .place import Place
from .terms import Terms
from .within import agree, words_known

SHAPES = {
    "articles": article_shape,
    "pages": page_shape,
    "data/tags.yaml": vocabulary_shape,
    "data/front.yaml": front_shape,
    "data/glossary.yaml": glossary_shape,
}


def inspect(
    content: Path,
    markdown: dict,
    slug_rules: Iterable[tuple[str, str]],
    cache: ImageCache,
    *,
    show_drafts: bool = False,
) -> Collection:
    """Read and check everything under `content`.

    `markdown` holds the arguments of Python-Markdown, `slug_rules` Pelican's substitutions for
    slugs; `cache` keeps the masters of pictures; with `show_drafts` the drafts among the articles
    count as shown. Faults are collected, never raised.
    """
    collection = Collection(content, show_drafts)
    for path, entry in walk(content):
        _account(collection, path, entry)
    for article in (*collection.of("articles"), *collection.of("articles", published=False)):
        agree(article.metadata, article.front.values, article.place)
        words_known(article.metadata, article.place, collection)
        licensed(article)
        settled(article)
    addresses(collection, partial(slugify, regex_subs=slug_rules))
    relations(collection)
    former_addresses(collection)
    terms_apart(collection)
    look_at_pictures(collection, cache)
    _texts(collection, markdown)
    _not_empty(collection)
    collection.faults.sort()
    return collection


def _account(collection: Collection, path: str, entry) -> None:
    if set_aside(entry.name):
        collection.left_out.append(f"{collection.named(path)} (hidden or backup)")
    elif reason := objection(path, entry):
        collection.refuse(path, reason)
    elif path.startswith("images/"):
        collection.pictures.append(path)
    else:
        _text_file(collection, path)


def _text_file(collection: Collection, path: str) -> None:
    text, faults = read(collection.root / path, collection.named(path))
    collection.faults += faults
    if faults:
        return
    try:
        front = read_yaml(text) if path.startswith("data/") else read_front_matter(text)
    except UnreadableError as error:
        collection.refuse(path, str(error), error.line)
        return
    draft = path.startswith("articles/") and front.values.get("status") == "draft"
    place = Place(
        collection.named(path), front.lines, collection.faults, needs=[] if draft else None
    )
    for trail in front.twice:
        place.into(*trail).refuse(f'key "{trail[-2]}" a second time - keep one of them')
    shape = SHAPES.get(path) or SHAPES[path.split("/")[0]]
    collection.documents[path] = Document(path, shape(front.values, place) or {}, front, place)


def _texts(collection: Collection, markdown: dict) -> None:
    """Render every text once, checking its links and marking its terms on the way."""
    links, terms = Links(), Terms(collection.glossary)
    md = Markdown(**{**markdown, "extensions": [*markdown["extensions"], links, terms]})
    texts = {path: d for path, d in collection.documents.items() if path.endswith(".md")}
    pictures = {*collection.pictures}
    live = {path for path, document in texts.items() if document.published}
    library = Library(live | pictures, texts.keys() | pictures)
    among_drafts = Library(library.known, library.known)
    for path, document in texts.items():
        front = document.front
        if not front.body.strip():
            collection.refuse(path, "no text below the metadata", front.body_line)
        for line, entity in hidden_entities(front.body):
            collection.refuse(path, f"{entity} is an invisible character", front.body_line + line)
        folder, known = path.rpartition("/")[0], library if document.published else among_drafts
        links.contract.begin(document.place, folder, front, known, listed(document))
        terms.marks.begin(wanted=path.startswith("articles/"))
        _render(collection, document, md)
        document.terms = terms.marks.used


def _render(collection: Collection, document: Document, md: Markdown) -> None:
    front = document.front
    excess = list(overloaded(front.body))
    for line, message in excess:
        collection.refuse(document.path, message, front.body_line + line)
    if not excess:
        try:
            document.html = only_allowed(rendered(md, front.body))
        except TooMuchError as error:
            collection.refuse(document.path, str(error), front.body_line)


def _not_empty(collection: Collection) -> None:
    named = {fault.path for fault in collection.faults}
    if not collection.vocabulary and collection.named("data/tags.yaml") not in named:
        collection.refuse("data/tags.yaml", "the vocabulary of tags is missing")
    if "about" not in {page.metadata.get("slug") for page in collection.of("pages")}:
        collection.refuse("pages", 'no page has the slug "about", to which all pages link')
    if not collection.in_site("articles") and not any("/articles/" in path for path in named):
        collection.refuse("articles", "no article is published - is the folder empty?")
