"""What a page claims of its outlet, its address and its language, as the contract wants it."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from .claims import Claim

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def first(key: str, claims: list[Claim], parse: Callable[[str], str]) -> tuple[str, list[str]]:
    """The first claim that `read` makes something of, and a doubt for each that is another."""
    values = [(claim, value) for claim in claims if (value := parse(claim.value))]
    if not values:
        return "", []
    best = values[0][1]
    others = {value: claim for claim, value in values if value.casefold() != best.casefold()}
    return best, [f"{key}: {claim.where} has {value}" for value, claim in others.items()]


def address(text: str) -> str:
    """A whole http or https address without fragment, or nothing."""
    try:
        parts = urlsplit(text.strip())
        sound = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        return ""
    return parts._replace(fragment="").geturl() if sound and not re.search(r"\s", text) else ""


def language(text: str) -> str:
    """The language of a tag such as `en_US` or `ko-KR`, without its region."""
    match = LANGUAGE.fullmatch(text.strip())
    return re.split("[-_]", match[0])[0].lower() if match else ""


def outlet(text: str) -> str:
    """A name; an address or a user name of Twitter is none."""
    return "" if "://" in text or text.startswith("@") else text
