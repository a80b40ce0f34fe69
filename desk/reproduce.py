"""Build the site twice under different conditions and show the first difference.

`python -m desk.reproduce --disturb CORES MODULE …` runs a module where folders list their files
backwards and the processor has that many cores: what a build makes depends on neither.
"""

import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from desk import ROOT

NOT_THE_SITE = shutil.ignore_patterns(".*", "output", "tests", "docs", "node_modules")
SAME_CLOCK = "The clock was the same in both: faketime shifts it (sudo apt install faketime)."
WIDTH = 60
DISTURB = "--disturb"


@dataclass(frozen=True)
class Condition:
    """Where and how a build runs. `clock` is an offset as faketime(1) knows it."""

    folder: str
    umask: int
    runner: tuple[str, ...]
    clock: str = ""
    builds: int = 1
    environment: dict[str, str] = field(default_factory=dict)


HERE = Condition(
    "here",
    0o022,
    ("pelican",),
    environment={"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/"},
)
ELSEWHERE = Condition(
    "some where/élse/deep",
    0o077,
    ("desk.reproduce", DISTURB, "1", "pelican"),
    clock="+370d",
    builds=2,
    environment={"TZ": "EAST-14", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "HOME": "/nowhere"},
)


def build(condition: Condition, project: Path, *arguments: str) -> None:
    """Run Pelican in the folder of a project. Ends the process where that fails."""
    command = [sys.executable, "-m", *condition.runner, *arguments, "--fatal=warnings"]
    if condition.clock and shutil.which("faketime"):
        command = ["faketime", "-m", "-f", condition.clock, *command]
    environment = {**os.environ, **condition.environment, "DONT_FAKE_MONOTONIC": "1"}
    for _ in range(condition.builds):
        result = subprocess.run(
            command,
            cwd=project,
            env=environment,
            umask=condition.umask,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if result.returncode:
            log = result.stdout.decode(errors="replace")
            sys.exit(f"{log}A build failed with exit code {result.returncode}: {condition}")


def build_copy(condition: Condition, folder: Path) -> Path:
    """Copy the project below `folder` and build it there. Gives the folder of the site."""
    project = folder / condition.folder
    shutil.copytree(ROOT, project, ignore=NOT_THE_SITE)
    build(condition, project, "content")
    return project / "output"


def find_difference(one: Path, other: Path) -> str | None:
    """A sentence about the first file that two folders do not share; None if all are the same."""
    names = [{p.relative_to(f) for p in f.rglob("*") if p.is_file()} for f in (one, other)]
    for name in sorted(names[0] | names[1]):
        if name not in names[0] & names[1]:
            return f"{name} is only in the {'first' if name in names[0] else 'second'}"
        data = (one / name).read_bytes(), (other / name).read_bytes()
        if data[0] != data[1]:
            return f"{name} differs {locate_difference(*data)}"
    return None


def locate_difference(first: bytes, second: bytes) -> str:
    """The line and the byte from which two texts differ, and what stands there in each."""
    pairs = enumerate(zip(first, second, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))
    line, begin = first.count(b"\n", 0, at) + 1, max(0, at - WIDTH // 3)
    excerpts = [data[begin : begin + WIDTH].decode(errors="replace") for data in (first, second)]
    return f"at line {line}, byte {at}:\n  first:  {excerpts[0]!r}\n  second: {excerpts[1]!r}"


class ReversedEntries(Iterator, AbstractContextManager):
    """What os.scandir gives, from the last name to the first."""

    def __init__(self, entries):
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __next__(self):
        return next(self.entries)

    def __exit__(self, *_):
        return None


def disturb(cores: int) -> None:
    """Make the file system and the processor of this process other than they are."""
    scandir, listdir = os.scandir, os.listdir
    os.scandir = lambda path=".": ReversedEntries(scandir(path))
    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
    os.cpu_count = lambda: cores
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def main() -> None:
    if sys.argv[1:2] == [DISTURB]:
        cores, *command = sys.argv[2:]
        sys.argv = command
        disturb(int(cores))
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
        return
    with TemporaryDirectory() as folder:
        one, other = (build_copy(condition, Path(folder)) for condition in (HERE, ELSEWHERE))
        difference = find_difference(one, other)
        number = sum(path.is_file() for path in one.rglob("*"))
    if difference:
        sys.exit(f"Two builds of the same files differ: {difference}")
    print(
        f"All {number} files are the same, over zone, locale, hash seed, umask, home, path, order"
        " of files, cores and earlier builds,"
    )
    print("and over a year." if shutil.which("faketime") else SAME_CLOCK)


if __name__ == "__main__":
    main()
