"""Hashes of plain values, by which files and cache entries are named."""

import hashlib


def hash_parts(*parts: str | bytes) -> str:
    """The SHA-256 of the parts, each with its length, in hexadecimal."""
    sha = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        sha.update(b"%d:" % len(data) + data)
    return sha.hexdigest()
