"""Addresses in rendered texts, where the site does not know yet where it will stand."""

from urllib.parse import urlsplit

# Stands for the site's address in a rendered text. No editor can type it: the contract refuses it.
SITE = "\x1a"


def rooted(html: str, root: str) -> str:
    """A rendered text with every address of a picture below `root`."""
    return html.replace(SITE, root)


def is_address(words: str) -> bool:
    """Whether a license or terms are given by their web address."""
    return urlsplit(words).scheme in {"http", "https"} and " " not in words
