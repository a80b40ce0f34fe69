"""Who wrote the report, as its page says: persons, and doubts about what is no person."""

import re

from .claims import Claim

ADDRESS = re.compile(r"\w+://|www\.|\S@\S")
NOBODY = {"admin", "administrator", "author", "editor", "none", "null", "unknown", "webmaster"}
BY = re.compile(r"by:?\s+", re.IGNORECASE)


def authors(claims: list[Claim], outlet: str) -> tuple[tuple[str, ...], list[str]]:
    """The names at the first place that has persons, and doubts about what is said elsewhere."""
    places: dict[str, list[str]] = {}
    doubts: dict[str, None] = {}
    for claim in claims:
        name = BY.sub("", claim.value, count=1) if BY.match(claim.value) else claim.value
        if is_person(name, outlet):
            names = places.setdefault(claim.where, [])
            names += [part for part in _apart(name) if part not in names]
        else:
            doubts[f'author: {claim.where} has "{claim.value}", which is no person\'s name'] = None
    if not places:
        return (), list(doubts)
    (_, best), *others = places.items()
    plain_names = {plain(name) for name in best}
    differ = [
        f"author: {where} has {', '.join(names)}"
        for where, names in others
        if not {plain(name) for name in names} <= plain_names
    ]
    return tuple(best), differ


def is_person(name: str, outlet: str) -> bool:
    """Not an address, a user of a content system, or the outlet itself."""
    return bool(plain(name)) and not (
        ADDRESS.search(name) or plain(name) in NOBODY or plain(name) == plain(outlet)
    )


def plain(name: str) -> str:
    """A name for comparing: letters and digits alone, in one case."""
    return "".join(filter(str.isalnum, name.casefold()))


def _apart(names: str) -> list[str]:
    """`Ann Li, Bo Ek and Cy Od` as three names; a comma before a single word is no border."""
    parts = re.split(r"\s+and\s+|\s*[;·]\s*|,\s+(?=\S+\s\S)", names)
    return [part.strip(" ,") for part in parts if part.strip(" ,")]
