"""Makes the images that the cache lacks, several at a time where there are many."""

import os
import signal
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Protocol

from plugins.image_cache import ImageCache

FEW = 4


class Job(Protocol):
    """Makes one or several entries from one original; `wanted` maps their keys to endings.

    It travels to another process and back, so it holds plain values only.
    """

    @property
    def wanted(self) -> Mapping[str, str]: ...

    def make(self, keys: list[str], cache: ImageCache) -> Iterable[tuple[str, bytes]]: ...


def produce(cache: ImageCache, jobs: Iterable[Job], workers: int | None = None) -> list[str]:
    """See that the cache holds all that the jobs want. Gives the keys that had to be made.

    The bytes do not depend on `workers`; without it there is one for each core, or none for so few
    jobs that starting them takes longer than the work.
    """
    missing = [(job, [key for key in job.wanted if cache.find(key) is None]) for job in jobs]
    missing = [(job, keys, cache) for job, keys in missing if keys]
    if workers is None:
        workers = 1 if len(missing) < FEW else min(os.cpu_count() or 1, len(missing))
    if workers < 2:
        return [key for task in missing for key in _do(task)]
    with ProcessPoolExecutor(workers, initializer=_end_with_the_parent) as pool:
        return [key for made in pool.map(_do, missing) for key in made]


def _do(task: tuple[Job, list[str], ImageCache]) -> list[str]:
    job, keys, cache = task
    made = []
    for key, data in job.make(keys, cache):
        cache.keep(key, job.wanted[key], data)
        made.append(key)
    return made


def _end_with_the_parent() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: its lock would stay with this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=_watch, args=(parent_process().sentinel,), daemon=True).start()


def _watch(parent: int) -> None:
    wait([parent])
    os._exit(1)
