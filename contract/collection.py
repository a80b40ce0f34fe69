"""Inspect `content/` whole: what will be published, what is left out, and every fault."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pelican.utils import slugify

from contract.across import addresses, relations, terms_apart
from contract.diagrams import diagrams
from contract.document import Collection, Document
from contract.dossiers import dossiers
from contract.figures import add_pictures
from contract.files import objection, set_aside, walk
from contract.former import former_addresses
from contract.kept import Kept
from contract.links import DEFAULT_URLS
from contract.place import Place
from contract.reading import Again, reading
from contract.registry import names_agree, names_known
from contract.render import Renderer
from contract.within import words_known
from engine.cache import DocumentStore, ImageCache
from engine.workers import parallel_map
from formats.text import hash_parts

FEW = 16  # files that are read sooner than processes start


def inspect(
    content: Path,
    markdown: dict,
    slug_rules: Iterable[tuple[str, str]],
    cache: ImageCache,
    texts: DocumentStore | None = None,
    *,
    show_drafts: bool = False,
    urls: Mapping[str, str] = DEFAULT_URLS,
) -> Collection:
    """Read and check everything under `content`.

    `markdown` holds the arguments of Python-Markdown, `slug_rules` Pelican's substitutions for
    slugs; `cache` keeps the masters of pictures, `texts` what texts were made into. With
    `show_drafts` the drafts among the articles count as shown. `urls` has the patterns of addresses
    by folder. Faults are collected, never raised.
    """
    collection, kept = Collection(content, show_drafts), Kept(texts)
    for path, entry in walk(content):
        _account(collection, path, entry)
    _read(collection, kept)
    for article in (*collection.of("articles"), *collection.of("articles", published=False)):
        words_known(article.metadata, article.place, collection)
        names_known(article.metadata, article.place, collection)
    addresses(collection, partial(slugify, regex_subs=slug_rules))
    relations(collection)
    former_addresses(collection)
    dossiers(collection)
    diagrams(collection)
    terms_apart(collection)
    names_agree(collection)
    add_pictures(collection, cache)
    _render(collection, Renderer(markdown, collection, urls), kept)
    _not_empty(collection)
    collection.faults.sort()
    kept.write()
    return collection


def _account(collection: Collection, path: str, entry) -> None:
    if set_aside(entry.name):
        collection.left_out.append(f"{collection.named(path)} (hidden or backup)")
    elif reason := objection(path, entry):
        collection.refuse(path, reason)
    elif path.startswith("images/"):
        collection.pictures.append(path)
    else:
        collection.files.append(path)


def _read(collection: Collection, kept: Kept) -> None:
    """Take every file apart, unless it was before."""
    raw = dict(_bytes(collection))
    found = {path: kept.reading(path, data) for path, data in raw.items()}
    missing = [path for path, known in found.items() if known is None]
    new = parallel_map(lambda p: reading(p, raw[p], collection.named(p)), missing, few=FEW)
    for path, read in zip(missing, new, strict=True):
        kept.read(path, read)
    found |= zip(missing, new, strict=True)
    for path, (metadata, needs, faults, front) in found.items():
        collection.faults += faults
        if metadata is not None:
            if path.endswith(".md") and not faults:
                text = (front.body, front.body_line) if front else ()
                front = Again(collection.root / path, *text)
            place = Place(collection.named(path), front.lines, collection.faults, needs=needs)
            collection.documents[path] = Document(path, metadata, front, place)


def _bytes(collection: Collection) -> Iterator[tuple[str, bytes]]:
    for path in collection.files:
        try:
            yield path, (collection.root / path).read_bytes()
        except OSError as error:
            collection.refuse(path, f"cannot be read: {error.strerror}")


def _render(collection: Collection, renderer: Renderer, kept: Kept) -> None:
    """Render every text, unless it was before and nothing that it depends on has changed."""
    glossary = hash_parts(repr(collection.glossary))
    documents = [d for path, d in collection.documents.items() if path.endswith(".md")]
    found = [kept.text(d, glossary, renderer) for d in documents]
    missing = [document for document, text in zip(documents, found, strict=True) if text is None]
    new = iter(renderer.render_all(missing))
    for document, known in zip(documents, found, strict=True):
        text = known or next(new)
        document.html, document.terms = text.html, text.terms
        document.names, document.term_links = text.names, text.term_links
        collection.faults += text.faults
        if text is not known:
            kept.keep(document, glossary, text)


def _not_empty(collection: Collection) -> None:
    named = {fault.path for fault in collection.faults}
    if not collection.vocabulary and collection.named("data/tags.yaml") not in named:
        collection.refuse("data/tags.yaml", "the vocabulary of tags is missing")
    if "about" not in {page.metadata.get("slug") for page in collection.of("pages")}:
        collection.refuse("pages", 'no page has the slug "about", to which all pages link')
    if not collection.in_site("articles") and not any("/articles/" in path for path in named):
        collection.refuse("articles", "no article is published - is the folder empty?")
