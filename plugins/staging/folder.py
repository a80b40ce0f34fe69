"""The folder beside the site, from its beginning to the swap."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.interruptions import ignore_interruptions

from .finish import keep_times, open_to_all
from .lock import alone
from .manifest import refuse_foreign, seal
from .swap import put_in_place, settle


@contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Give a folder to build in, which takes the place of `output` if all went well.

    Raises ForeignFilesError before anything is made, or when somebody put a file into `output`
    meanwhile. What a killed build left is removed. The caller's exceptions leave `output` alone.
    """
    staging, old = (output.parent / f".{output.name}.{part}" for part in ("staging", "old"))
    with alone(output.parent):
        if old.is_dir() and not output.exists():
            old.rename(output)
        refuse_foreign(output)
        clear(staging)
        clear(old)
        try:
            yield staging
            _complete(staging, output)
            ignore_interruptions()
            put_in_place(staging, output, old)
            settle(output.parent)
        finally:
            ignore_interruptions()
            for path in (staging, old):
                shutil.rmtree(path, ignore_errors=True)


def _complete(staging: Path, output: Path) -> None:
    seal(staging)
    keep_times(staging, output)
    open_to_all(staging)
    settle(staging)
    refuse_foreign(output)


def clear(path: Path) -> None:
    """Remove what a build that was killed left behind."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
