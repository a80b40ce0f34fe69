"""One folder takes the place of another at once, and not before it is on the disk."""

import ctypes
import errno
import os
import sys
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True)
AT_FDCWD = -100
EXCHANGE = 2
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def settle(folder: Path) -> None:
    """Wait until everything on the disk of `folder` would outlive a power cut.

    syncfs(2) is one call for all files, where fsync(2) is one for each. Raises OSError.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(LIBC, "syncfs"):
            os.sync()
        elif LIBC.syncfs(handle):
            raise _failure(folder)
    finally:
        os.close(handle)


def put_in_place(new: Path, place: Path, aside: Path) -> None:
    """Move folder `new` to `place`; the former one is then at `new`, or at `aside`.

    Where the system cannot exchange two folders at once, two renames do, and `place` is empty for
    an instant; a sentence says so. Raises OSError with everything where it was.
    """
    if not place.exists():
        new.rename(place)
    elif not exchange(new, place):
        print(
            f"This disk cannot exchange two folders at once; {place} was missing for an instant.",
            file=sys.stderr,
        )
        place.rename(aside)
        try:
            new.rename(place)
        except OSError:
            aside.rename(place)
            raise


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change their names in one step. False where system or disk cannot.

    renameat2(2) with RENAME_EXCHANGE on Linux, renamex_np(2) with RENAME_SWAP on macOS.
    """
    paths = bytes(one), bytes(other)
    if hasattr(LIBC, "renameat2"):
        done = LIBC.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], EXCHANGE)
    elif hasattr(LIBC, "renamex_np"):
        done = LIBC.renamex_np(*paths, EXCHANGE)
    else:
        return False
    if done and ctypes.get_errno() not in UNABLE:
        raise _failure(other)
    return not done


def _failure(path: Path) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), str(path))
