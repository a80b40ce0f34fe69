"""A dossier chooses published articles, each once, and every event of its own has its source."""

from pathlib import PurePosixPath

from contract.document import Collection, Document
from contract.events import named, refuse_unknown, told_once
from contract.place import Place


def dossiers(collection: Collection) -> None:
    """Refuse what names no article, and turn names of files into slugs."""
    names = _names(collection.of("articles"))
    everything = names | _names(collection.of("articles", published=False))
    for document in collection.documents.values():
        if document.path.startswith("dossiers/"):
            _dossier(document, names if document.published else everything)
        elif document.path.startswith("articles/"):
            told_once(document.metadata, document.place)


def _names(documents: list[Document]) -> dict[str, str]:
    """The slug of every article by its slug and by its file's name without ending."""
    slugs = {PurePosixPath(d.path).stem: d.metadata.get("slug") for d in documents}
    return {name: slug for name, slug in slugs.items() if slug} | {
        s: s for s in slugs.values() if s
    }


def _dossier(document: Document, names: dict[str, str]) -> None:
    metadata, place = document.metadata, document.place
    chosen = metadata.get("articles") or []
    for i, word in enumerate(chosen):
        chosen[i] = _resolved(word, names, place.into("articles", i))
        if chosen[i] and chosen[i] in chosen[:i]:
            place.into("articles", i).refuse(f'article "{word}" a second time - keep one')
    for i, event in enumerate(metadata.get("events") or []):
        if event:
            event["article"] = _resolved(
                event["article"], names, place.into("events", i, "article")
            )
    told_once(metadata, place)


def _resolved(word: str | None, names: dict[str, str], place: Place) -> str | None:
    slug = named(word, names) if word else None
    if word and not slug:
        refuse_unknown(word, names, place)
    return slug
