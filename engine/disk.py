"""Folders on the disk: locked for one build, linked, made whole, exchanged at once."""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o755, 0o644
LIBC = ctypes.CDLL(None, use_errno=True)
AT_FDCWD = -100
EXCHANGE = 2
NOT_SUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`; whoever comes second says who holds it and waits.

    The system lets go of it when the process ends, however it ends. Nothing is left in the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(
                f"Another build{_describe_holder(handle)} is under way in {folder}; waiting for it"
                " to end (Ctrl-C gives up).",
                file=sys.stderr,
            )
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _describe_holder(handle: int) -> str:
    """Who holds the lock of an open folder and for how long, where the system says so (Linux).

    The lines of /proc/locks are described in proc_locks(5), those of /proc/PID/stat in
    proc_pid_stat(5): the 22nd field is the start, in ticks since the machine was started.
    """
    inode = f":{os.fstat(handle).st_ino}"
    try:
        lines = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
        pid = next(line[4] for line in lines if line[1] == "FLOCK" and line[5].endswith(inode))
        ticks = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])
    except (OSError, StopIteration, IndexError):
        return ""
    seconds = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    return f" (process {pid}, since {seconds:.0f} s)"


def list_files(folder: Path) -> dict[str, os.DirEntry[str]]:
    """Every file below `folder` by its path from there, in order; none where there is no folder."""
    return dict(sorted(_walk(str(folder), ""))) if folder.is_dir() else {}


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry


def link_files(paths: Collection[str], source: Path, folder: Path) -> None:
    """Let `folder` have files of `source`: the same files, or else copies.

    Hosts and browsers see by the time of a file what they need not fetch again.
    """
    for parent in {path.rpartition("/")[0] for path in paths}:
        Path(folder, parent).mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            os.link(f"{source}/{path}", f"{folder}/{path}")
        except PermissionError:  # a disk that knows no hard links
            shutil.copy2(f"{source}/{path}", f"{folder}/{path}")


def make_readable(folder: Path, new: Iterable[str]) -> None:
    """Set the modes of new files and all folders, whatever the umask: the host is another user."""
    for path in new:
        Path(folder, path).chmod(FILE_MODE)
    for parent, _, _ in os.walk(folder):
        Path(parent).chmod(FOLDER_MODE)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that it has, if it is there."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def sync_to_disk(folder: Path) -> None:
    """Wait until everything on the disk of `folder` would outlive a power cut.

    syncfs(2) is one call for all files, where fsync(2) is one for each. Raises OSError.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(LIBC, "syncfs"):
            os.sync()
        elif LIBC.syncfs(handle):
            raise _last_error(folder)
    finally:
        os.close(handle)


def replace_folder(new: Path, place: Path, aside: Path) -> None:
    """Move folder `new` to `place`; what was there is then at `new`, or at `aside`.

    Where the system cannot exchange two folders at once, two renames do, and `place` is empty for
    an instant; a sentence says so. Raises OSError with everything where it was.
    """
    if not place.exists():
        new.rename(place)
    elif not exchange_folders(new, place):
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


def exchange_folders(one: Path, other: Path) -> bool:
    """Let two folders change their names in one step. False where system or disk cannot.

    renameat2(2) with RENAME_EXCHANGE on Linux, renamex_np(2) with RENAME_SWAP on macOS.
    """
    paths = bytes(one), bytes(other)
    if hasattr(LIBC, "renameat2"):
        failure = LIBC.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], EXCHANGE)
    elif hasattr(LIBC, "renamex_np"):
        failure = LIBC.renamex_np(*paths, EXCHANGE)
    else:
        return False
    if failure and ctypes.get_errno() not in NOT_SUPPORTED:
        raise _last_error(other)
    return not failure


def _last_error(path: Path) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), str(path))
