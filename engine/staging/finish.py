"""What does not change stays the same file, and what is published can be read by everybody."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

FOLDER, FILE = 0o755, 0o644


def link(paths: Iterable[str], place: Path, folder: Path) -> None:
    """Let `folder` have files of the site at `place`: the same files, or else copies.

    Hosts and browsers tell by the time of a file what they need not fetch again.
    """
    made = set()
    for path in paths:
        parent = path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(f"{folder}/{parent}", exist_ok=True)  # noqa: PTH103
            made.add(parent)
        try:
            os.link(f"{place}/{path}", f"{folder}/{path}")
        except PermissionError:  # a disk that knows no hard links
            shutil.copy2(f"{place}/{path}", f"{folder}/{path}")


def open_to_all(folder: Path, new: Iterable[str], paths: Iterable[str]) -> None:
    """Set the modes of new files and all folders, whatever the umask: the host is another user."""
    for path in new:
        Path(folder, path).chmod(FILE)
    folders: set[str] = set()
    for path in paths:
        while path and (path := path.rpartition("/")[0]) not in folders:
            folders.add(path)
    for path in folders | {""}:
        Path(folder, path).chmod(FOLDER)
