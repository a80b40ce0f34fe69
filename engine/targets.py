"""The files that a build writes: targets with keys, and only those whose key changed are made."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pelican.utils import sanitised_join

from contract import Collection
from contract.services import OutOfTimeError
from engine.cache import ImageCache, run_image_jobs
from engine.disk import list_files
from engine.keys import TemplateFacts
from engine.limits import CLOCK, time_limit
from engine.staging import Staging
from engine.workers import parallel_map
from graphics import ImageJob

FEW = 48  # targets that one process makes as soon as several would be ready to
MOST_SECONDS = 120  # that one target may take; a page takes a few thousandths, a picture a few
HANGS = (
    "{}: making it was stopped after {} s - look for a loop without an end in its template, or in"
    " what plugins give to it. The site is as it was."
)
Files = Iterable[tuple[str, bytes]]  # each path from the site's root with its bytes
Render = Callable[[], Files]


class DuplicateTargetError(Exception):
    """Two targets want the same place in the site."""


class HangingError(Exception):
    """A file of the site does not get done."""


class Target(NamedTuple):
    """One or several files that are made together.

    `name` is the path of the first from the site's root. `key` changes whenever their bytes can;
    where it is None, nobody can know, and they are made every time.
    """

    name: str
    key: str | None
    render: Render


class TargetRecord(NamedTuple):
    """What is recorded of a target: its key, and its files with their SHA-256."""

    key: str | None
    sums: dict[str, str]


class TargetGraph(dict[str, Target]):
    """The targets of one build by their name, in the order in which they were added."""

    def add_target(self, name: str, key: str | None, render: Render) -> None:
        """Raises DuplicateTargetError where there is one of this name already."""
        if name in self:
            message = f"{name} is written twice - give one of the two another address"
            raise DuplicateTargetError(message)
        self[name] = Target(name, key, render)

    def add_image(self, path: str, job: ImageJob, cache: ImageCache) -> None:
        """Add the target of a file that is the one image of a job."""
        (key,) = job.endings

        def render() -> Files:
            run_image_jobs(cache, [job])
            if (data := cache.find(key)) is None:
                raise RuntimeError(f"{path} was not made")
            return [(path, data)]

        self.add_target(path, key, render)


@dataclass
class Build:
    """One build. Every generator and the writer have it in `build`.

    `fingerprint` stands for what all files depend on, None where nobody can know that;
    `template_facts` has what is known of the texts of templates, by their SHA-256.
    """

    collection: Collection
    fingerprint: str | None = None
    template_facts: dict[str, TemplateFacts] = field(default_factory=dict)
    targets: TargetGraph = field(default_factory=TargetGraph)


def make_stale(
    targets: TargetGraph, staging: Staging, records: Mapping[str, TargetRecord]
) -> tuple[dict[str, TargetRecord], list[str]]:
    """Make the targets that changed. Gives the records of all, and the names of those made.

    `records` are those of the last build. What somebody else has put into the staging folder stays
    as it is.
    """
    fresh = {name for name, record in records.items() if is_fresh(targets, name, record, staging)}
    stale_targets = [target for name, target in targets.items() if name not in fresh]
    folder, existing_paths = str(staging.folder), frozenset(list_files(staging.folder))
    sums = parallel_map(partial(make, folder, existing_paths), stale_targets, few=FEW)
    new = {t.name: TargetRecord(t.key, s) for t, s in zip(stale_targets, sums, strict=True)}
    current = {name: new.get(name) or records[name] for name in targets}
    for record in current.values():
        staging.sums.update(record.sums)
    return current, [*new]


def is_fresh(targets: TargetGraph, name: str, record: TargetRecord, staging: Staging) -> bool:
    """Whether a target is as it was, and its files stand in the site as they were made."""
    if name not in targets or record.key is None or targets[name].key != record.key:
        return False
    return all(staging.previous.sum(path) == total for path, total in record.sums.items())


def make(folder: str, existing_paths: frozenset[str], target: Target) -> dict[str, str]:
    """Write the files of a target. Gives the SHA-256 of each by its path. Raises HangingError."""
    try:
        with time_limit(MOST_SECONDS, CLOCK):
            files = list(target.render())
    except OutOfTimeError:
        raise HangingError(HANGS.format(target.name, MOST_SECONDS)) from None
    sums = {}
    for path, data in files:
        if path in existing_paths:
            continue
        file = sanitised_join(folder, path)
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - a third of the time
        Path(file).write_bytes(data)
        sums[path] = sha256(data).hexdigest()
    return sums
