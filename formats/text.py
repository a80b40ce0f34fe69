"""Addresses in texts, JSON and hashes: what every format needs."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

# Stands for the site's address in a rendered text. No editor can type it: the contract refuses it.
SITE = "\x1a"

JsonObject: TypeAlias = dict[str, Any]


def add_root(html: str, root: str) -> str:
    """A rendered text in which `root` completes every address that begins with SITE."""
    return html.replace(SITE, root)


def is_address(words: str) -> bool:
    """Whether a license or terms are given by their web address."""
    return urlsplit(words).scheme in {"http", "https"} and " " not in words


def hash_parts(*parts: str | bytes) -> str:
    """The SHA-256 of the parts, each with its length, in hexadecimal."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        sha.update(b"%d:" % len(data) + data)
    return sha.hexdigest()


def to_json(value: object, indent: int | None = 1) -> bytes:
    """A value as a JSON file in UTF-8 that ends in a line feed."""
    return f"{json.dumps(value, ensure_ascii=False, indent=indent)}\n".encode()


def drop_empty(values: Mapping[str, Any]) -> JsonObject:
    """The values without those that are empty."""
    return {key: value for key, value in values.items() if value}
