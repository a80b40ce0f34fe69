"""What a build made: the manifest names every file, and what it does not name is not ours."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "manifest.json"


class ForeignFilesError(Exception):
    """What stands where the site should go was not made by a build."""


def files(folder: Path) -> dict[str, os.DirEntry]:
    """Every file below `folder` by its path from there, in order."""
    return dict(sorted(walk(str(folder), ""))) if folder.is_dir() else {}


def walk(folder: str, before: str) -> Iterator[tuple[str, os.DirEntry]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from walk(entry.path, f"{before}{entry.name}/")
            else:
                yield before + entry.name, entry


def seal(folder: Path, sums: dict[str, str]) -> None:
    """Write the manifest: the SHA-256 of every file."""
    text = json.dumps({"files": sums}, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def made(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that a build made in `folder`; none without its manifest."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {path: str(total) for path, total in told.items()} | {MANIFEST: ""}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def refuse_unusable(output: Path) -> None:
    """Raise ForeignFilesError where no folder can be put in the place of `output`."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ForeignFilesError(f"{output} is not a folder - move it away or build elsewhere (-o)")
    if output.is_mount():
        raise ForeignFilesError(
            f"{output} is a mounted disk, which cannot be replaced whole - build into a folder on"
            f" it: -o {output / 'site'}"
        )


def refuse_foreign(output: Path) -> dict[str, os.DirEntry]:
    """Raise ForeignFilesError unless `output` is free, or a site whose every file we made.

    Gives the files.
    """
    refuse_unusable(output)
    found = files(output)
    foreign = sorted(found.keys() - made(output).keys())
    if foreign:
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        raise ForeignFilesError(
            f"{output} holds files that no build made, and is replaced whole: move away"
            f" {', '.join(foreign[:3])}{more}"
        )
    return found
