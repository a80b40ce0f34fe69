"""Does the same to many things in several processes at once, forked from this one.

What the function and the things refer to is there by the fork; only results travel, so they are
small and plain. Where the system cannot fork, all is done here.
"""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from engine.forks.crew import Crew, LostWorkerError

__all__ = ["LostWorkerError", "cores", "in_forks"]

SHARES = 16  # for each process: the more, the more evenly they end
MOST = 255  # shares, as the number of each is a byte

T, R = TypeVar("T"), TypeVar("R")


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_forks(
    function: Callable[[T], R], things: Sequence[T], workers: int | None = None, few: int = 2
) -> list[R]:
    """`function` of every thing, in their order; a process for each core, or as many as `workers`.

    Fewer things than `few` are done here. Raises again what the function raised, with the traceback
    as a note, and LostWorkerError. However it ends, no process is left.
    """
    workers = min(workers or cores(), len(things), MOST)
    if workers < 2 or len(things) < few or not hasattr(os, "fork"):
        return [function(thing) for thing in things]
    shares = runs(things, min(workers * SHARES, MOST))
    with Crew(function, shares) as crew:
        for _ in range(workers):
            crew.start()
        done = crew.results()
    return [result for share in done for result in share]


def runs(things: Sequence, count: int) -> list[Sequence]:
    """The things in at most so many runs, in their order."""
    size = -(-len(things) // count)
    return [things[start : start + size] for start in range(0, len(things), size)]
