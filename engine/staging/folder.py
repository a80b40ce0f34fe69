"""The folder beside the site, from its beginning to the swap."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pelican.plugins.signals import signal

from engine.interruptions import ignore_interruptions
from engine.staging.finish import link, open_to_all
from engine.staging.former import Former
from engine.staging.lock import alone
from engine.staging.manifest import MANIFEST, files, refuse_foreign, seal
from engine.staging.record import Record
from engine.staging.swap import put_in_place, settle

published = signal("published")  # sent as soon as a site is in its place


@dataclass
class Staging:
    """Where a site is made: a folder, and the former site.

    `sums` has the SHA-256 of files that are known already. What of them is not in the folder stays
    as it is in the former site.
    """

    folder: Path
    former: Former
    sums: dict[str, str] = field(default_factory=dict)

    def files(self) -> dict[str, os.DirEntry]:
        """What is in the folder."""
        return files(self.folder)

    def read(self, path: str) -> bytes:
        """The bytes of a file of the new site. Raises FileNotFoundError."""
        new = self.folder / path
        return (new if new.exists() else self.former.folder / path).read_bytes()

    def keep(self, wanted: Callable[[str], bool]) -> None:
        """Let files of the former site stay as they are."""
        self.sums.update({path: s for path, s in self.former.sums.items() if wanted(path)})

    def complete(self) -> bool:
        """Add to the folder what stays, and the manifest. False where nothing changed at all."""
        own = files(self.folder)
        for path in own.keys() - self.sums.keys():
            self.sums[path] = sha256((self.folder / path).read_bytes()).hexdigest()
        same = {path for path in own if self.former.sum(path) == self.sums[path]}
        if len(same) == len(own) and self.former.holds(self.sums):
            return False
        for path in same:
            (self.folder / path).unlink()
        link(sorted(self.sums.keys() - (own.keys() - same)), self.former.folder, self.folder)
        seal(self.folder, self.sums)
        open_to_all(self.folder, {MANIFEST, *own} - same, self.sums)
        return True


@contextmanager
def replaced(output: Path, record: Record | None = None) -> Iterator[Staging]:
    """Give a place to build in, which takes that of `output` if all went well and it is another.

    Raises ForeignFilesError before anything is made, or when somebody put a file into `output`
    meanwhile. What a killed build left is removed. The caller's exceptions leave `output` alone.
    """
    folder, old = (output.parent / f".{output.name}.{part}" for part in ("staging", "old"))
    with alone(output.parent):
        if old.is_dir() and not output.exists():
            old.rename(output)
        staging = Staging(folder, Former(output, record))
        clear(folder)
        clear(old)
        folder.mkdir()
        changed = False
        try:
            yield staging
            if changed := staging.complete():
                settle(folder)
                refuse_foreign(output)
                ignore_interruptions()
                put_in_place(folder, output, old)
                settle(output.parent)
                published.send()
        finally:
            ignore_interruptions()
            for path in (folder, old):
                shutil.rmtree(path, ignore_errors=True)
        if changed or staging.former.read:
            with suppress(OSError):  # without it the next build takes longer
                staging.former.remember()


def clear(path: Path) -> None:
    """Remove what a build that was killed left behind."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
