"""Notices what is saved."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from watchfiles import watch

LOOK = 200  # milliseconds between two looks at the roots themselves
REST = 20  # milliseconds without a change that end a burst


def identity(roots: list[Path]) -> list[tuple]:
    """What is watched: a root that is replaced by another of the same name counts as changed."""
    stats = (root.stat() if root.exists() else None for root in roots)
    return [
        (stat.st_ino, S_ISREG(stat.st_mode) and stat.st_mtime_ns) if stat else () for stat in stats
    ]


def changes(roots: list[Path]) -> Iterator[None]:
    """Yield once when watching has begun, then after every burst of changes below `roots`.

    What is saved while the caller is at work counts, and gives one more round. A root may be
    replaced, removed or added. Raises OSError where the system lets no more files be watched.
    """
    while True:
        known, owed = identity(roots), True
        with suppress(FileNotFoundError):  # removed since: the next round goes without it
            there = [root for root in roots if root.exists()]
            for changed in watch(*there, step=REST, yield_on_timeout=True, rust_timeout=LOOK):
                if identity(roots) != known:
                    break
                if changed or owed:
                    owed = False
                    yield
