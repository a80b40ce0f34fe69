"""Makes the images that the cache lacks, several at a time where there are many."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Protocol

from engine.forks import in_forks
from engine.image_cache import ImageCache

FEW = 4


class Job(Protocol):
    """Makes one or several entries from one original; `wanted` maps their keys to endings.

    It is made in another process, and only the keys come back.
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
    missing = [task for task in missing if task[1]]
    made = in_forks(partial(_do, cache), missing, workers, few=1 if workers else FEW)
    return [key for keys in made for key in keys]


def _do(cache: ImageCache, task: tuple[Job, list[str]]) -> list[str]:
    job, keys = task
    made = []
    for key, data in job.make(keys, cache):
        cache.keep(key, job.wanted[key], data)
        made.append(key)
    return made
