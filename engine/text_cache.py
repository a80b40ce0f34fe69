"""Keeps what texts were made into, in a file of SQLite, until they change.

Rows are data. Each has the SHA-256 of what it holds, and the file the edition of the code that made
it: what was damaged, or made by others, is never read. The file can be deleted at any time.
"""

import platform
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from contract.services import CachedDocument
from formats.hashing import hash_parts

TABLE = (
    "CREATE TABLE texts (key TEXT PRIMARY KEY, metadata, dependency_hash, uses, html, sum)"
    " WITHOUT ROWID"
)
CODE = ("contract", "formats", "graphics", "engine")
MADE_WITH = ("markdown", "nh3", "pillow", "pyyaml")
SPARE = 200  # rows that nothing uses now, beyond as many as are used


@cache
def edition() -> str:
    """Changes with all code that texts pass through."""
    here = Path(__file__).parent.parent
    places = [here / name for name in CODE]
    files = sorted(file for place in places for file in place.rglob("*.py"))
    versions = [platform.python_version(), *map(version, MADE_WITH)]
    return hash_parts(*versions, *(file.read_bytes() for file in files))


def text_cache(settings: Mapping) -> "TextCache":
    """The cache of a site with these settings of Pelican's."""
    return TextCache(Path(settings["BUILD_CACHE"]), repr(settings["MARKDOWN"]))


class TextCache:
    """The rows of a folder's file, for texts that are made with these `settings`.

    Two may be open at once: each reads what is there, and writes at its end what it made.
    """

    def __init__(self, folder: Path, settings: str):
        self.file, self.edition = folder / "texts.sqlite", hash_parts(edition(), settings)
        self.made: dict[str, CachedDocument] = {}
        self.used: set[str] = set()
        try:
            self.rows = self._read()
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            print(f"The cache of texts is thrown away: {error}.", file=sys.stderr)
            with suppress(OSError):
                self.file.unlink()
            self.rows = {}

    def _read(self) -> dict[str, CachedDocument]:
        """Raises sqlite3.Error, ValueError and TypeError where the file is not as it was left."""
        if not self.file.exists():
            return {}
        with closing(sqlite3.connect(self.file)) as base:
            ((edition,),) = base.execute("SELECT edition FROM made_by")
            if edition != self.edition:
                return {}
            rows = base.execute("SELECT key, metadata, dependency_hash, uses, html, sum FROM texts")
            told = {key: (CachedDocument(*row), total) for key, *row, total in rows}
        if any(hash_parts(key, *row) != total for key, (row, total) in told.items()):
            raise ValueError("a row is not as it was left")
        return {key: row for key, (row, _) in told.items()}

    def find(self, key: str) -> CachedDocument | None:
        self.used.add(key)
        return self.made.get(key) or self.rows.get(key)

    def keep(self, key: str, document: CachedDocument) -> None:
        self.made[key] = document

    def write(self) -> None:
        """Write what was made since, if anything was. A disk that takes nothing is no fault."""
        if not self.made:
            return
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file)) as base, base:
                base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is not read
                self._begin(base)
                rows = [(key, *row, hash_parts(key, *row)) for key, row in self.made.items()]
                base.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?)", rows)
                self._prune(base)

    def _begin(self, base: sqlite3.Connection) -> None:
        """A table of this edition."""
        base.execute("CREATE TABLE IF NOT EXISTS made_by (edition)")
        if base.execute("SELECT edition FROM made_by").fetchall() != [(self.edition,)]:
            base.execute("DROP TABLE IF EXISTS texts")
            base.execute("DELETE FROM made_by")
            base.execute("INSERT INTO made_by VALUES (?)", (self.edition,))
            base.execute(TABLE)

    def _prune(self, base: sqlite3.Connection) -> None:
        unused = [(key,) for key in self.rows if key not in self.used]
        if len(unused) > len(self.used) + SPARE:
            base.executemany("DELETE FROM texts WHERE key = ?", unused)
