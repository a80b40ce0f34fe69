"""Makes the sheets that changed, several at a time, and leaves alone those that did not."""

import os
from functools import partial
from hashlib import sha256
from pathlib import Path

from pelican.utils import sanitised_join

from engine.forks import in_forks
from engine.staging import Staging
from engine.targets import Target, TargetGraph
from engine.time_limit import CLOCK, OutOfTimeError, time_limit

FEW = 48  # sheets that one process makes as soon as several would be ready to
MOST = 120  # seconds that one sheet may take; a page takes a few thousandths, a picture a few
HANGS = (
    "{}: making it was stopped after {} s - look for a loop without an end in its template, or in"
    " what plugins give to it. The site is as it was."
)
Made = list[tuple[str, str]]


class HangingError(Exception):
    """A file of the site does not get done."""


def run(
    sheets: TargetGraph, staging: Staging, known: dict[str, list]
) -> tuple[dict[str, list], list]:
    """Make what changed. Gives what is to be known of the sheets, and the names of those made.

    `known` are the key of each sheet of the last build, and its files with their SHA-256. What
    somebody else has put into the folder stays as it is.
    """
    kept = {name: told for name, told in known.items() if still(sheets.get(name), told, staging)}
    due = [sheet for name, sheet in sheets.items() if name not in kept]
    taken = frozenset(staging.files())
    results = in_forks(partial(attempted, str(staging.folder), taken), due, few=FEW)
    made = {
        sheet.name: [sheet.key, files or printed(str(staging.folder), taken, sheet)]
        for sheet, files in zip(due, results, strict=True)
    }
    told = {name: kept.get(name) or made[name] for name in sheets}
    staging.sums.update((path, total) for _, files in told.values() for path, total in files)
    return told, [sheet.name for sheet in due]


def still(sheet: Target | None, told: list, staging: Staging) -> bool:
    """Whether a sheet is as it was, and its files stand in the site as they were made."""
    if sheet is None or sheet.key is None or sheet.key != told[0]:
        return False
    return all(staging.former.sum(path) == total for path, total in told[1])


def attempted(folder: str, taken: frozenset[str], sheet: Target) -> Made | None:
    """None where it cannot be made: whoever asked tries again, and fails with all that is said."""
    try:
        return printed(folder, taken, sheet)
    except HangingError:
        raise
    except Exception:
        return None


def printed(folder: str, taken: frozenset[str], sheet: Target) -> Made:
    """Write the files of a sheet. Gives the path and the SHA-256 of each. Raises HangingError."""
    try:
        with time_limit(MOST, CLOCK):
            files = list(sheet.render())
    except OutOfTimeError:
        raise HangingError(HANGS.format(sheet.name, MOST)) from None
    sums = []
    for path, data in files:
        if path in taken:
            continue
        file = sanitised_join(folder, path)
        os.makedirs(file.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - a third of the time
        Path(file).write_bytes(data)
        sums.append((path, sha256(data).hexdigest()))
    return sums
