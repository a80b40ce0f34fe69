"""What must be settled before a draft is published, and whose words it may have then."""

from collections.abc import Iterator

from contract.clipped import still_clipped
from contract.document import Document
from contract.faults import Fault
from contract.ledger import counted

MOST = 5
FIRST_WORDS = 8


def licensed(document: Document) -> None:
    """Refuse a report's own text without its licence, and a licence without such a text."""
    licence, clipping = document.metadata.get("licence"), document.metadata.get("kind")
    if clipping == "clipping" and not licence:
        what = "its name or address, or public domain"
        document.place.into("kind").lack(
            f'"kind" is clipping, the report\'s own text: write "licence" - {what}',
            f"licence: {what}, as the text is the report's own",
        )
    if licence and clipping not in {"clipping", None}:
        document.place.into("licence").refuse(
            f'"licence" is for a text that is republished; this is "{clipping}", a digest of ours'
            " - write kind: clipping, or take the licence out"
        )


def settled(document: Document) -> None:
    """Refuse a published article that needs something, or still has sentences of the report."""
    if not document.published:
        return
    for i, need in enumerate(document.metadata.get("needs") or []):
        if need:
            document.place.into("needs", i).refuse(
                f'still needed: "{need}" - settle it and take the line out, or write status: draft'
            )
    if document.metadata.get("kind") != "clipping" or not document.metadata.get("licence"):
        _refuse_clipped(document)


def _refuse_clipped(document: Document) -> None:
    marks = document.metadata.get("clipped")
    if not marks:
        return
    for trail, words in _own_words(document.metadata):
        if still_clipped(words, marks):
            place = document.place.into(*trail)
            place.refuse(f'"{place.name}" is still the report\'s - write it in your own words')
    found = still_clipped(document.front.body, marks)
    told = [
        (offset, f'this sentence is still the report\'s: "{first_words(sentence)}"')
        for offset, sentence in found[:MOST]
    ]
    if found[MOST:]:
        more = counted(len(found[MOST:]), "more sentence")
        told.append((found[MOST][0], f"still the report's from here on: {more}"))
    for offset, message in told:
        line = document.front.body_line + offset
        message += " - write it in your own words"
        document.place.faults.append(Fault(document.place.path, line, message))


def _own_words(metadata: dict) -> Iterator[tuple[tuple, str]]:
    """What stands beside the text in words of ours, each with its trail of keys."""
    yield ("title",), metadata.get("title") or ""
    yield ("summary",), metadata.get("summary") or ""
    for i, image in enumerate(metadata.get("images") or []):
        yield ("images", i, "caption"), (image or {}).get("caption") or ""


def first_words(sentence: str) -> str:
    """Enough of a sentence to find it by."""
    words = sentence.split()
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")
