"""Remembers the last day on which each outside link answered, in a file that is committed."""

import json
import os
from collections.abc import Iterable
from pathlib import Path


def read(file: Path) -> dict[str, str]:
    """The day, as in 2026-11-22, by address. Raises ValueError where the file is damaged."""
    if not file.exists():
        return {}
    try:
        known = json.loads(file.read_text("utf-8"))
        if not isinstance(known, dict):
            raise ValueError("not an object")
    except ValueError as error:
        raise ValueError(
            f"{file.name} is damaged: {error} - restore it with git, or delete it"
        ) from None
    return known


def remember(file: Path, urls: Iterable[str], good: set[str], today: str) -> None:
    """Write today for the good ones, keep what is known of the others, forget all that is gone."""
    known = read(file)
    days = {url: today if url in good else known.get(url) for url in sorted(set(urls))}
    fresh = file.with_suffix(".new")
    told = {url: day for url, day in days.items() if day}
    fresh.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    os.replace(fresh, file)  # noqa: PTH105 - Path.replace has no better name for it
