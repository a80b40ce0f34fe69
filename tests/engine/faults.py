"""Builds that end where one wants: by a signal, just before their n-th change of the disk."""

import os
import shutil
import signal
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tests.support.sample import SampleSite

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Saboteur:
    """Counts changes of the disk (https://docs.python.org/3/library/audit_events.html).

    Before the change `last` the process gets the signal `number`. With `truncate`, a file that was
    to be written then is left with its first bytes alone.
    """

    last: int
    number: int
    truncate: bool = False
    count: int = 0

    def __call__(self, event: str, arguments: tuple) -> None:
        writes = event == "open" and arguments[2] & WRITING
        if event not in CHANGES and not writes:
            return
        self.count += 1
        if self.count == self.last:
            if writes and self.truncate:
                handle = os.open(arguments[0], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.write(handle, b"<!do")
            os.kill(os.getpid(), self.number)


def build(
    sample: SampleSite, last: int, number: int = signal.SIGKILL, *, truncate: bool = False
) -> int:
    """Build in a process that gets a signal before its change number `last`. Gives how it ended."""
    child = get_context("fork").Process(
        target=_sabotage, args=(sample, Saboteur(last, number, truncate))
    )
    child.start()
    child.join()
    return child.exitcode


def _sabotage(sample: SampleSite, saboteur: Saboteur) -> None:
    sys.addaudithook(saboteur)
    sample.build()


def _count(sample: SampleSite, writer: int) -> None:
    saboteur = Saboteur(0, 0)
    _sabotage(sample, saboteur)
    os.write(writer, str(saboteur.count).encode())


@dataclass
class Change:
    """A sample with a previous site in place, and content for another one."""

    sample: SampleSite
    previous: dict[str, bytes]
    new: dict[str, bytes]

    @property
    def spare(self) -> Path:
        return self.sample.folder.parent / "spare"

    def restore(self) -> None:
        """Put the previous site in its place."""
        shutil.rmtree(self.sample.output, ignore_errors=True)
        shutil.copytree(self.spare, self.sample.output)

    def moments(self) -> int:
        """How many changes of the disk the next build makes."""
        self.restore()
        reader, writer = os.pipe()
        child = get_context("fork").Process(target=_count, args=(self.sample, writer))
        child.start()
        child.join()
        assert child.exitcode == 0
        self.restore()
        return int(os.read(reader, 20))

    def left_behind(self) -> list[str]:
        """What stands beside the content and the site."""
        names = {path.name for path in self.sample.folder.iterdir()}
        return sorted(names - {"content", "output"})


def change(folder: Path) -> Change:
    """A previous site of one article, and content for a new one of two."""
    sample = SampleSite(folder / "sample", {"SEARCH_CACHE": str(folder / "search")})
    sample.build()
    it = Change(sample, sample.published(), {})
    shutil.copytree(sample.output, it.spare)
    sample.article("A sound headline", "A headline that was changed")
    sample.another("b")
    sample.build()
    it.new = sample.published()
    it.restore()
    assert it.previous != it.new
    return it
