"""The front matter of a draft: every key in the order of README, empty if it is not known."""

from datetime import date, datetime
from textwrap import shorten

from contract.schema import ARTICLE, IMAGE
from contract.values import name

from .clipping import Caption, Clipping, Stamp
from .notes import Notes
from .shelf import Shelf, address
from .source import source
from .vocabulary import propose_tags

LONGEST_TITLE = 140
OWN = "this is the report's {} - write our own"


def metadata(clipping: Clipping, slug: str, shelf: Shelf, notes: Notes) -> dict:
    """Values for `front_matter`; what the contract would refuse goes into the notes."""
    return {
        "title": title(clipping, notes),
        "slug": slug,
        "date": (published := when(clipping.published, notes)),
        **byline(clipping.authors, shelf, notes),
        "tags": tags(clipping, shelf, notes),
        "summary": summary(clipping.deck, notes),
        "dateline": notes.accept("dateline", ARTICLE["dateline"].validator, clipping.dateline),
        "kind": notes.accept("kind", ARTICLE["kind"].validator, clipping.kind),
        "source": source(clipping, published, shelf, notes),
        **photographs(clipping.captions, notes),
    }


def title(clipping: Clipping, notes: Notes) -> str:
    """The report's headline as a stand-in, or else its first words."""
    words = clipping.headline or next((block.text for block in clipping.blocks), "")
    kind = "headline" if clipping.headline else "first words, as no headline was found"
    notes.need(f"title: {OWN.format(kind)}")
    short = shorten(words, LONGEST_TITLE, placeholder="…")
    return short if short.strip("…") else words[: LONGEST_TITLE - 1] + "…"


def when(stamp: Stamp | None, notes: Notes) -> str:
    if stamp and stamp.doubt:
        notes.need(f"date: {stamp.doubt}")
    value = stamp.value if stamp else None
    return notes.accept("date", ARTICLE["date"].validator, iso(value) if value else "")


def iso(moment: date | datetime) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def byline(authors: tuple[str, ...], shelf: Shelf, notes: Notes) -> dict:
    """`author` for one or none, `authors` for several; each address once."""
    apart = list({address(words): words for words in reversed(authors)}.values())[::-1]
    sound = [notes.accept("author", name, a, shelf.objection("author", a)) for a in apart]
    sound = [words for words in sound if words]
    return {"authors": sound} if len(sound) > 1 else {"author": "".join(sound)}


def tags(clipping: Clipping, shelf: Shelf, notes: Notes) -> list[str]:
    texts = [clipping.headline, clipping.deck, *(block.text for block in clipping.blocks)]
    slugs = propose_tags(texts, shelf.vocabulary)
    vocabulary = ", ".join(shelf.vocabulary)
    notes.need(
        "tags: these were proposed because their words occur - keep what fits, the best one first"
        if slugs
        else f"tags: no word of the vocabulary occurs - choose from {vocabulary}"
    )
    return slugs


def summary(deck: str, notes: Notes) -> str:
    sound = notes.accept("summary", ARTICLE["summary"].validator, deck)
    if sound:
        notes.need(f"summary: {OWN.format('deck')}")
    return sound


def photographs(captions: tuple[Caption, ...], notes: Notes) -> dict:
    """What the photographs showed; a caption that is too long stays as printed alone."""
    images = []
    for number, caption in enumerate(captions, start=1):
        values = {"caption": caption.text, "credit": caption.credit}
        key = f"images.{number}"
        sound = {k: notes.accept(f"{key}.{k}", IMAGE[k].validator, v) for k, v in values.items()}
        if f"{caption.text} ({caption.credit})" != caption.verbatim:
            notes.verbatim.append(f"line {caption.line}: {caption.verbatim}")
        images.append(sound)
    if images:
        notes.need("images: these are the report's captions - write our own")
    return {"images": images} if images else {}
