"""A folder that is replaced whole: made beside its place, then put there, one build at a time."""

import fcntl
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MANIFEST = "manifest.json"


class ForeignFilesError(Exception):
    """What stands where the site should go was not made by a build."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no two builds work beside each other in `folder`; the second says so and waits."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is under way here; waiting for it to end.", file=sys.stderr)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def clear(path: Path) -> None:
    """Remove what a build that was killed left behind."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def files(folder: Path) -> dict[str, Path]:
    """Every file below `folder` by its path from there."""
    found = (path for path in sorted(folder.rglob("*")) if not path.is_dir() or path.is_symlink())
    return {path.relative_to(folder).as_posix(): path for path in found}


def refuse_foreign(output: Path) -> None:
    """Raise ForeignFilesError unless `output` is free, or a site whose every file we made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ForeignFilesError(f"{output} is not a folder - move it away or build elsewhere (-o)")
    if not output.exists() or not any(output.iterdir()):
        return
    try:
        made = json.loads((output / MANIFEST).read_bytes())["files"].keys() | {MANIFEST}
    except (OSError, ValueError, KeyError, AttributeError):
        made = set()
    foreign = sorted(files(output).keys() - made)
    if foreign:
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        raise ForeignFilesError(
            f"{output} holds files that no build made, and is replaced whole: move away"
            f" {', '.join(foreign[:3])}{more}"
        )


def seal(folder: Path) -> None:
    """Write the manifest: the SHA-256 of every file."""
    sums = {
        path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files(folder).items()
    }
    text = json.dumps({"files": sums}, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


@contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Give a folder to build in, which takes the place of `output` if all went well.

    Raises ForeignFilesError before anything is made. A build that was killed between its two
    renames is healed: the former site goes back to its place.
    """
    staging, old = (output.with_name(f".{output.name}.{part}") for part in ("staging", "old"))
    with alone(output.parent):
        if old.is_dir() and not output.exists():
            old.rename(output)
        refuse_foreign(output)
        clear(staging)
        clear(old)
        try:
            yield staging
            seal(staging)
            if output.exists():
                output.rename(old)
            staging.rename(output)
        finally:
            clear(staging)
            clear(old)
