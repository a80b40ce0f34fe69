"""What a page says of its report, as far as it says it without contradicting itself."""

from ..tongue import language_of
from . import words
from .claims import Claim
from .people import authors

ENOUGH = 20_000  # characters that tell a language


def facts(claims: dict[str, list[Claim]], article: dict, text: str) -> tuple[dict, list[str]]:
    """Fields of a clipping that need no look at the text, and what is doubtful about them."""
    language, of_language = words.first("source.language", claims["language"], words.language)
    outlet, of_outlet = words.first("source.outlet", claims["outlet"], words.outlet)
    url, of_url = words.first("source.url", claims["url"], words.address)
    names, of_names = authors(claims["authors"], outlet)
    doubts = [*of_language, *of_outlet, *of_url, *of_names]
    paid = str(article.get("isAccessibleForFree", "")).lower() == "false"
    if paid:
        doubts.append("source.seen: only subscribers get the whole - write whole if you saw it")
    language = language or language_of(text[:ENOUGH])
    fields = {"language": language, "outlet": outlet, "url": url, "authors": names}
    return {**fields, "seen": "excerpt" if paid else ""}, doubts
