"""A site that is replaced whole: made in a folder beside it, then put in its place.

The manifest of a site names every file that a build made there; what it does not name is not ours
and is never deleted. One build works in a folder at a time.
"""

import json
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from pelican.plugins.signals import signal

from engine.disk import (
    FILE_MODE,
    link_files,
    list_files,
    lock_folder,
    make_readable,
    remove,
    replace_folder,
    sync_to_disk,
)
from engine.interruptions import ignore_interruptions

MANIFEST = "manifest.json"
Stamps = Mapping[str, list[int]]  # by the path of a file
on_publish = signal("on_publish")  # sent as soon as a site is in its place


class ForeignFilesError(Exception):
    """What stands where the site should go was not made by a build."""


class PreviousBuild:
    """The site at `output` before a build. Raises ForeignFilesError where some files are not ours.

    `sums` are the SHA-256 of its files, as its manifest has them. A file is read anew if its stamp
    is not the one that `stamps` has.
    """

    def __init__(self, output: Path, stamps: Stamps):
        self.folder, self.files = output, refuse_foreign(output)
        self.sums = load_manifest(output)
        self.current_sums: dict[str, str | None] = {
            path: self.sums[path]
            for path, entry in self.files.items()
            if stamps.get(path) == stamp(entry)
        }

    def sum(self, path: str) -> str | None:
        """The SHA-256 of a file as it is now; None where there is none that anybody can read."""
        if path in self.files and path not in self.current_sums:
            self.current_sums[path] = hash_file(self.files[path])
        return self.current_sums.get(path)

    def equals(self, sums: dict[str, str]) -> bool:
        """Whether these are all files of the site, and its manifest names them so."""
        return self.sums == sums | {MANIFEST: ""} and self.files.keys() == self.sums.keys()


@dataclass
class Staging:
    """Where a site is made: a folder, and the previous site.

    `sums` has the SHA-256 of files that are known already. What of them is not in the folder stays
    as it is in the previous site.
    """

    folder: Path
    previous: PreviousBuild
    sums: dict[str, str] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """The bytes of a file of the new site. Raises FileNotFoundError."""
        new = self.folder / path
        return (new if new.exists() else self.previous.folder / path).read_bytes()

    def complete(self) -> bool:
        """Add to the folder what stays, and the manifest. False where nothing changed at all."""
        new = list_files(self.folder)
        for path in new.keys() - self.sums.keys():
            self.sums[path] = sha256((self.folder / path).read_bytes()).hexdigest()
        same = {path for path in new if self.previous.sum(path) == self.sums[path]}
        if len(same) == len(new) and self.previous.equals(self.sums):
            return False
        for path in same:
            (self.folder / path).unlink()
        unchanged = sorted(self.sums.keys() - (new.keys() - same))
        link_files(unchanged, self.previous.folder, self.folder)
        text = json.dumps({"files": self.sums}, indent=1, sort_keys=True)
        (self.folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")
        make_readable(self.folder, {MANIFEST, *new} - same)
        return True


@contextmanager
def replace_site(output: Path, stamps: Stamps = MappingProxyType({})) -> Iterator[Staging]:
    """Give a place to build in, which takes that of `output` if all went well and it is another.

    Raises ForeignFilesError before anything is made, or when somebody put a file into `output`
    meanwhile. What a killed build left is removed. The caller's exceptions leave `output` alone.
    """
    folder, old = (output.parent / f".{output.name}.{part}" for part in ("staging", "old"))
    with lock_folder(output.parent):
        if old.is_dir() and not output.exists():
            old.rename(output)
        staging = Staging(folder, PreviousBuild(output, stamps))
        remove(folder)
        remove(old)
        folder.mkdir()
        try:
            yield staging
            if staging.complete():
                publish(folder, output, old)
        finally:
            ignore_interruptions()
            for path in (folder, old):
                shutil.rmtree(path, ignore_errors=True)


def publish(folder: Path, output: Path, old: Path) -> None:
    """Put a complete site in the place of `output`. Raises ForeignFilesError and OSError."""
    sync_to_disk(folder)
    refuse_foreign(output)
    ignore_interruptions()
    replace_folder(folder, output, old)
    sync_to_disk(output.parent)
    on_publish.send()


def refuse_foreign(output: Path) -> dict[str, os.DirEntry[str]]:
    """Raise ForeignFilesError unless `output` is free, or a site whose every file we made.

    Gives the files.
    """
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ForeignFilesError(f"{output} is not a folder - move it away or build elsewhere (-o)")
    if output.is_mount():
        raise ForeignFilesError(
            f"{output} is a mounted disk, which cannot be replaced whole - build into a folder on"
            f" it: -o {output / 'site'}"
        )
    files = list_files(output)
    foreign = sorted(files.keys() - load_manifest(output).keys())
    if foreign:
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        raise ForeignFilesError(
            f"{output} holds files that no build made, and is replaced whole: move away"
            f" {', '.join(foreign[:3])}{more}"
        )
    return files


def load_manifest(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that a build made in `folder`; none without its manifest."""
    try:
        sums = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {path: str(total) for path, total in sums.items()} | {MANIFEST: ""}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def stamp(entry: os.DirEntry[str]) -> list[int]:
    """The size, and the times of the last change and of the inode's: nobody can set that back."""
    status = entry.stat(follow_symlinks=False)
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns]


def hash_file(entry: os.DirEntry[str]) -> str | None:
    """The SHA-256 of a file that hosts can read; None of any other."""
    mode = entry.stat(follow_symlinks=False).st_mode
    if not stat.S_ISREG(mode) or stat.S_IMODE(mode) != FILE_MODE:
        return None
    return sha256(Path(entry.path).read_bytes()).hexdigest()
