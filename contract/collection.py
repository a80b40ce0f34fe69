"""Inspect `content/` whole: what will be published, what is left out, and every fault."""

from dataclasses import replace
from pathlib import Path

from contract.address_rules import check_addresses
from contract.cache import DocumentCache
from contract.collection_rules import check_collection
from contract.documents import Collection, read_document
from contract.faults import quantity
from contract.figures import add_pictures
from contract.files import is_hidden_or_backup, objection, walk
from contract.render import Renderer
from contract.services import Services, Site
from formats.text import hash_parts

# Files that are read, and texts that are rendered, sooner than processes start.
FEW_FILES, FEW_TEXTS = 16, 8


def inspect(
    content: Path, site: Site, services: Services, *, show_drafts: bool = False
) -> Collection:
    """Read and check everything under `content`. Faults are collected, never raised.

    With `show_drafts` the drafts among the articles count as shown.
    """
    collection, cache = Collection(content, show_drafts), DocumentCache(services.documents)
    _read_files(collection, cache, services)
    check_collection(collection)
    check_addresses(collection, site)
    add_pictures(collection, services)
    _render_texts(collection, site, cache, services)
    _check_completeness(collection)
    collection.faults.sort()
    services.documents.write()
    return collection


def summarize(collection: Collection) -> str:
    """One line that accounts for every file under `content/`, then the names of those left out."""
    folders = ("articles", "dossiers", "pages")
    drafts = [draft for folder in folders for draft in collection.of(folder, published=False)]
    counts = {
        ("article", "articles"): len(collection.of("articles")),
        ("dossier", "dossiers"): len(collection.of("dossiers")),
        ("page", "pages"): len(collection.of("pages")),
        ("picture", "pictures"): len(collection.pictures),
        ("diagram", "diagrams"): len(collection.of("diagrams")),
        ("data file", "data files"): len(collection.of("data")),
        ("draft", "drafts"): len(drafts),
        ("file left out", "files left out"): len(collection.exclusions),
    }
    line = ", ".join(quantity(count, *nouns) for nouns, count in counts.items() if count)
    total = quantity(sum(counts.values()), "file")
    return "\n  ".join([f"{total} under content/: {line}.", *collection.exclusions])


def report_faults(collection: Collection) -> str:
    """Every fault on a line of its own, and what that means."""
    faults = [str(fault) for fault in collection.faults]
    files = quantity(len({fault.path for fault in collection.faults}), "file")
    return "\n".join([*faults, f"{quantity(len(faults), 'fault')} in {files}; nothing was built."])


def _load_files(collection: Collection) -> dict[str, bytes]:
    """The contents of all files but pictures; every file is listed, left out or refused."""
    contents = {}
    for path, entry in walk(collection.root):
        if is_hidden_or_backup(entry.name):
            collection.exclusions.append(f"{collection.name_of(path)} (hidden or backup)")
        elif reason := objection(path, entry):
            collection.refuse(path, reason)
        elif path.startswith("images/"):
            collection.pictures.append(path)
        else:
            try:
                contents[path] = Path(entry.path).read_bytes()
            except OSError as error:
                collection.refuse(path, f"cannot be read: {error.strerror}")
    return contents


def _read_files(collection: Collection, cache: DocumentCache, services: Services) -> None:
    """Take every file apart, unless that was done before."""
    contents = _load_files(collection)
    documents = {
        p: cache.find_document(p, raw, collection.name_of(p)) for p, raw in contents.items()
    }
    new = [path for path, document in documents.items() if document is None]
    results = services.parallel_map(
        lambda path: read_document(path, contents[path], collection.name_of(path)),
        new,
        few=FEW_FILES,
    )
    for path, (document, faults) in zip(new, results, strict=True):
        collection.faults += faults
        documents[path] = document
        if document and not faults:
            cache.add_document(document)
    for path, document in documents.items():
        if document:
            document.place = replace(document.place, faults=collection.faults)
            collection.documents[path] = document


def _render_texts(
    collection: Collection, site: Site, cache: DocumentCache, services: Services
) -> None:
    """Render every text, unless that was done before and all that it depends on is as it was."""
    renderer = Renderer(collection, site, services)
    glossary = hash_parts(repr(collection.glossary))
    documents = [d for path, d in collection.documents.items() if path.endswith(".md")]
    hits = [(document, cache.find_text(document, glossary, renderer)) for document in documents]
    new = [document for document, text in hits if text is None]
    texts = iter(services.parallel_map(renderer.render, new, few=FEW_TEXTS))
    for document, cache_hit in hits:
        text = cache_hit or next(texts)
        document.html, document.terms = text.html, text.terms
        document.names, document.term_links = text.names, text.term_links
        collection.faults += text.faults
        if not cache_hit:
            cache.add_text(document, glossary, text)


def _check_completeness(collection: Collection) -> None:
    """What every site has is there, or has faults of its own already."""
    faulty = {fault.path for fault in collection.faults}
    if not collection.vocabulary and collection.name_of("data/tags.yaml") not in faulty:
        collection.refuse("data/tags.yaml", "the vocabulary of tags is missing")
    if "about" not in {page.metadata.get("slug") for page in collection.of("pages")}:
        collection.refuse("pages", 'no page has the slug "about", to which all pages link')
    if not collection.in_site("articles") and not any("/articles/" in path for path in faulty):
        collection.refuse("articles", "no article is published - is the folder empty?")
