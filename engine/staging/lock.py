"""No two builds work beside each other in one folder."""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(folder: Path) -> Iterator[None]:
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
                f"Another build{holder(handle)} is under way in {folder}; waiting for it to end"
                " (Ctrl-C gives up).",
                file=sys.stderr,
            )
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def holder(handle: int) -> str:
    """Who holds the lock of an open folder and for how long, where the system tells (Linux).

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
