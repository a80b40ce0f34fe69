"""One build for all workers that run the tests."""

import fcntl
from collections.abc import Callable
from pathlib import Path


def build_once(folder: Path, build: Callable[[Path], object]) -> Path:
    """The folder with what `build` writes into it: the first who asks builds, others wait."""
    ready = folder.with_name(f"{folder.name}.ready")
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            folder.mkdir()
            build(folder)
            ready.touch()
    return folder
