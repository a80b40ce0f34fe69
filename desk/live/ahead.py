"""Compiles plugins while nobody waits, so that the next build need not.

What is compiled is known by the SHA of its source (PEP 552), not by its time: a plugin that is
saved meanwhile, even twice within a second, is read as it is.
"""

import py_compile
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path

CHECKED = (0b11).to_bytes(4, "little")


def compile_ahead(folder: Path) -> list[Path]:
    """Compile what is not yet below a folder, and give it. Faults wait for the build."""
    stale = [file for file in sorted(folder.rglob("*.py")) if not compiled(file)]
    for file in stale:
        with suppress(OSError):
            mode = py_compile.PycInvalidationMode.CHECKED_HASH
            py_compile.compile(str(file), quiet=2, invalidation_mode=mode)
    return stale


def compiled(file: Path) -> bool:
    """Whether there is bytecode of this very source, and of this Python."""
    expected = MAGIC_NUMBER + CHECKED + source_hash(file.read_bytes())
    try:
        with open(cache_from_source(str(file)), "rb") as known:  # noqa: PTH123 - named by importlib
            return known.read(len(expected)) == expected
    except OSError:
        return False
