"""Build the site twice under different conditions and show the first difference."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from desk import ROOT

NOT_THE_SITE = shutil.ignore_patterns(".*", "output", "tests", "docs", "node_modules")
HOW = "The clock was the same in both: faketime shifts it (sudo apt install faketime)."
WIDTH = 60


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
    ("desk.contrary", "1", "pelican"),
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
        done = subprocess.run(
            command,
            cwd=project,
            env=environment,
            umask=condition.umask,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            said = done.stdout.decode(errors="replace")
            sys.exit(f"{said}A build failed with exit code {done.returncode}: {condition}")


def built(condition: Condition, folder: Path) -> Path:
    """Copy the project below `folder` and build it there. Gives the folder of the site."""
    project = folder / condition.folder
    shutil.copytree(ROOT, project, ignore=NOT_THE_SITE)
    build(condition, project, "content")
    return project / "output"


def difference(one: Path, other: Path) -> str | None:
    """A sentence about the first file that two folders do not share; None if all are the same."""
    names = [{p.relative_to(f) for p in f.rglob("*") if p.is_file()} for f in (one, other)]
    for name in sorted(names[0] | names[1]):
        if name not in names[0] & names[1]:
            return f"{name} is only in the {'first' if name in names[0] else 'second'}"
        data = (one / name).read_bytes(), (other / name).read_bytes()
        if data[0] != data[1]:
            return f"{name} differs {where(*data)}"
    return None


def where(first: bytes, second: bytes) -> str:
    """The line and the byte from which two texts differ, and what stands there in each."""
    pairs = enumerate(zip(first, second, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))
    line, begin = first.count(b"\n", 0, at) + 1, max(0, at - WIDTH // 3)
    shown = [data[begin : begin + WIDTH].decode(errors="replace") for data in (first, second)]
    return f"at line {line}, byte {at}:\n  first:  {shown[0]!r}\n  second: {shown[1]!r}"


def main() -> None:
    with TemporaryDirectory() as folder:
        one, other = (built(condition, Path(folder)) for condition in (HERE, ELSEWHERE))
        found = difference(one, other)
        number = sum(path.is_file() for path in one.rglob("*"))
    if found:
        sys.exit(f"Two builds of the same files differ: {found}")
    print(
        f"All {number} files are the same, over zone, locale, hash seed, umask, home, path, order"
        " of files, cores and earlier builds,"
    )
    print("and over a year." if shutil.which("faketime") else HOW)


if __name__ == "__main__":
    main()
