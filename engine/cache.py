"""Caches of images and documents, outside the site. Both can be deleted at any time.

Images are plain files, `<key>.<first half of the SHA-256 of its bytes>.<ending>`: what was cut
short or altered on the disk no longer fits its name and is rendered again. Documents are rows of
SQLite, each with the SHA-256 of what it holds, in a file with the version of the code that wrote
it: what was damaged, or written by other code, is never read.
"""

import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from contract.services import CachedDocument
from engine.disk import remove
from engine.keys import hash_code
from engine.workers import parallel_map
from formats.text import hash_parts
from graphics import ImageJob

UNFINISHED = ".unfinished-"
HOUR = 3600
FEW_JOBS = 4  # that are done sooner than processes start
TABLE = """CREATE TABLE texts (
    key TEXT PRIMARY KEY, metadata, dependency_hash, uses, html, sum
) WITHOUT ROWID"""
SPARE = 200  # rows that nothing uses now, beyond as many as are used


@dataclass(frozen=True)
class ImageCache:
    """A folder of entries. A key is a path such as `<SHA-256 of the original>/master`."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        """The bytes of a key; None where there are none, or damaged ones."""
        place = self.folder / key
        for entry in sorted(place.parent.glob(f"{place.name}.*")):
            data = entry.read_bytes()
            if entry.name.split(".")[1] == hash_parts(data)[:32]:
                return data
            entry.unlink(missing_ok=True)
        return None

    def keep(self, key: str, ending: str, data: bytes) -> None:
        """Store bytes under a key, whole or not at all."""
        place = self.folder / f"{key}.{hash_parts(data)[:32]}.{ending}"
        place.parent.mkdir(parents=True, exist_ok=True)
        _remove_unfinished(place.parent)
        with TemporaryDirectory(dir=place.parent, prefix=UNFINISHED) as folder:
            unfinished = Path(folder, place.name)
            unfinished.write_bytes(data)
            unfinished.replace(place)


def _remove_unfinished(folder: Path) -> None:
    """Remove what a killed build began an hour ago or earlier, so what another one is at stays."""
    for path in folder.glob(f"{UNFINISHED}*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - HOUR:
                remove(path)


def run_image_jobs(
    cache: ImageCache, jobs: Iterable[ImageJob], workers: int | None = None
) -> list[str]:
    """See that the cache holds all that the jobs make. Gives the keys of what it did not hold.

    The bytes do not depend on `workers`; without it there is one for each core, or none for so few
    jobs that starting them takes longer than the work.
    """
    tasks = [(job, [key for key in job.endings if cache.find(key) is None]) for job in jobs]
    tasks = [(job, missing) for job, missing in tasks if missing]
    few = 1 if workers else FEW_JOBS
    results = parallel_map(partial(_run, cache), tasks, workers, few=few)
    return [key for keys in results for key in keys]


def _run(cache: ImageCache, task: tuple[ImageJob, list[str]]) -> list[str]:
    job, missing = task
    keys = []
    for key, data in job.make(missing, cache):
        cache.keep(key, job.endings[key], data)
        keys.append(key)
    return keys


def open_document_store(settings: Mapping[str, Any]) -> "DocumentStore":
    """The store of a site with these settings of Pelican's."""
    return DocumentStore(Path(settings["BUILD_CACHE"]), repr(settings["MARKDOWN"]))


class DocumentStore:
    """Documents by key, in a file of `folder`, for texts that are rendered with these `settings`.

    Two may be open at once: each reads what is there, and writes at its end what it added.
    """

    def __init__(self, folder: Path, settings: str):
        self.file, self.version = folder / "texts.sqlite", hash_parts(hash_code(), settings)
        self.new: dict[str, CachedDocument] = {}
        self.keys_in_use: set[str] = set()
        try:
            self.rows = self._read()
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            print(f"The cache of texts is discarded: {error}.", file=sys.stderr)
            with suppress(OSError):
                self.file.unlink()
            self.rows = {}

    def _read(self) -> dict[str, CachedDocument]:
        """Raises sqlite3.Error, ValueError and TypeError where the file is not as it was left."""
        if not self.file.exists():
            return {}
        with closing(sqlite3.connect(self.file)) as base:
            ((version_of_file,),) = base.execute("SELECT * FROM made_by")
            if version_of_file != self.version:
                return {}
            rows = base.execute("SELECT key, metadata, dependency_hash, uses, html, sum FROM texts")
            documents = {key: (CachedDocument(*row), total) for key, *row, total in rows}
        if any(hash_parts(key, *row) != total for key, (row, total) in documents.items()):
            raise ValueError("a row is not as it was left")
        return {key: row for key, (row, _) in documents.items()}

    def find(self, key: str) -> CachedDocument | None:
        self.keys_in_use.add(key)
        return self.new.get(key) or self.rows.get(key)

    def keep(self, key: str, document: CachedDocument) -> None:
        self.new[key] = document

    def write(self) -> None:
        """Write what was added, if anything was. A disk that takes nothing is no fault."""
        if not self.new:
            return
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file)) as base, base:
                base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is not read
                self._create_table(base)
                rows = [(key, *row, hash_parts(key, *row)) for key, row in self.new.items()]
                base.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?)", rows)
                self._prune(base)

    def _create_table(self, base: sqlite3.Connection) -> None:
        """A table of this version."""
        base.execute("CREATE TABLE IF NOT EXISTS made_by (version)")
        if base.execute("SELECT * FROM made_by").fetchall() != [(self.version,)]:
            base.execute("DROP TABLE IF EXISTS texts")
            base.execute("DROP TABLE made_by")
            base.execute("CREATE TABLE made_by (version)")
            base.execute("INSERT INTO made_by VALUES (?)", (self.version,))
            base.execute(TABLE)

    def _prune(self, base: sqlite3.Connection) -> None:
        unused = [(key,) for key in self.rows if key not in self.keys_in_use]
        if len(unused) > len(self.keys_in_use) + SPARE:
            base.executemany("DELETE FROM texts WHERE key = ?", unused)
