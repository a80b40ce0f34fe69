"""What a build made: the manifest names every file, and what it does not name is not ours."""

import hashlib
import json
from pathlib import Path

MANIFEST = "manifest.json"


class ForeignFilesError(Exception):
    """What stands where the site should go was not made by a build."""


def files(folder: Path) -> dict[str, Path]:
    """Every file below `folder` by its path from there, in order."""
    found = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return dict(sorted((path.relative_to(folder).as_posix(), path) for path in found))


def seal(folder: Path) -> None:
    """Write the manifest: the SHA-256 of every file."""
    sums = {
        path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files(folder).items()
    }
    text = json.dumps({"files": sums}, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def made(folder: Path) -> set[str]:
    """The paths of the files that a build made in `folder`; none without its manifest."""
    try:
        return json.loads((folder / MANIFEST).read_bytes())["files"].keys() | {MANIFEST}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def refuse_foreign(output: Path) -> None:
    """Raise ForeignFilesError unless `output` is free, or a site whose every file we made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ForeignFilesError(f"{output} is not a folder - move it away or build elsewhere (-o)")
    if output.is_mount():
        raise ForeignFilesError(
            f"{output} is a mounted disk, which cannot be replaced whole - build into a folder on"
            f" it: -o {output / 'site'}"
        )
    if not output.exists():
        return
    foreign = sorted(files(output).keys() - made(output))
    if foreign:
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        raise ForeignFilesError(
            f"{output} holds files that no build made, and is replaced whole: move away"
            f" {', '.join(foreign[:3])}{more}"
        )
