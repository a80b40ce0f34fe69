"""The site as it stands before a build: what is still as the last build made it."""

import os
import stat
from hashlib import sha256
from pathlib import Path

from engine.staging.finish import FILE
from engine.staging.manifest import MANIFEST, files, made, refuse_foreign
from engine.staging.record import Record


class Former:
    """The files of the site at `output`. Raises ForeignFilesError where some are not ours.

    A file is read anew if its stamp is not the one that `record` has: its size, and the times of
    its last change and of its inode's, which nobody can set back.
    """

    def __init__(self, output: Path, record: Record | None):
        self.folder, self.record = output, record
        self.found = refuse_foreign(output)
        self.sums = made(output)
        self.stamps = record.read().get("stamps", {}) if record else {}
        self.read: dict[str, str | None] = {}

    def sum(self, path: str) -> str | None:
        """The SHA-256 of a file; None where there is none that anybody can read."""
        if path not in self.found:
            return None
        known = self.stamps.get(path)
        if known and known == stamp(self.found[path]):
            return self.sums.get(path)
        if path not in self.read:
            self.read[path] = read(self.found[path])
        return self.read[path]

    def holds(self, sums: dict[str, str]) -> bool:
        """Whether these are all files of the site, and its manifest names them so."""
        return self.sums == sums | {MANIFEST: ""} and self.found.keys() == self.sums.keys()

    def remember(self) -> None:
        """Record the stamps of all files as they are now."""
        if self.record:
            entries = files(self.folder).items()
            self.record.write({"stamps": {path: stamp(entry) for path, entry in entries}})


def stamp(entry: os.DirEntry) -> list[int]:
    told = entry.stat(follow_symlinks=False)
    return [told.st_size, told.st_mtime_ns, told.st_ctime_ns]


def read(entry: os.DirEntry) -> str | None:
    mode = entry.stat(follow_symlinks=False).st_mode
    if not stat.S_ISREG(mode) or stat.S_IMODE(mode) != FILE:
        return None
    return sha256(Path(entry.path).read_bytes()).hexdigest()
