"""What a command costs, whole processes and all that they start."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple

LOOK = 0.05  # seconds between two looks at the memory


class Cost(NamedTuple):
    """Seconds by the clock, and of computing by all processes together."""

    wall: float
    cpu: float


class FailedError(RuntimeError):
    """A command that is measured has to do its work."""


def run(command: list[str], cwd: Path) -> Cost:
    """Raises FailedError with what the command said."""
    start = time.perf_counter()
    with Popen(command, cwd=cwd, env=environment(), stdout=DEVNULL, stderr=PIPE) as process:
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}\n{errors.decode()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def memory(command: list[str], cwd: Path) -> int:
    """The most bytes that all its processes held at once; what they share counts once.

    The sum of Pss: https://docs.kernel.org/filesystems/proc.html
    """
    most = 0
    with Popen(command, cwd=cwd, env=environment(), stdout=DEVNULL, stderr=DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(pss_bytes, process_tree(process.pid))))
            time.sleep(LOOK)
    return most


def environment() -> dict[str, str]:
    """The environment, without what keeps Python from keeping what it compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def process_tree(number: int) -> Iterator[int]:
    """A process and all below it."""
    yield number
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from process_tree(int(child))


def pss_bytes(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
