"""What a page says of its report, as far as it says it without contradicting itself."""

from ..tongue import language_of
from . import words
from .claims import Claim
from .people import authors

ENOUGH = 20_000  # characters that tell a language


def facts(said: dict[str, list[Claim]], linked: dict, text: str) -> tuple[dict, list[str]]:
    """Fields of a clipping that need no look at the text, and what is doubtful about them."""
    language, of_language = words.first("source.language", said["language"], words.language)
    outlet, of_outlet = words.first("source.outlet", said["outlet"], words.outlet)
    url, of_url = words.first("source.url", said["url"], words.address)
    names, of_names = authors(said["authors"], outlet)
    doubts = [*of_language, *of_outlet, *of_url, *of_names]
    paid = str(linked.get("isAccessibleForFree", "")).lower() == "false"
    if paid:
        doubts.append("source.seen: only subscribers get the whole - write whole if you saw it")
    language = language or language_of(text[:ENOUGH])
    known = {"language": language, "outlet": outlet, "url": url, "authors": names}
    return {**known, "seen": "excerpt" if paid else ""}, doubts
