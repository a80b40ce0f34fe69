"""The search index of a build: within a time, and from the cache where no page changed."""

from collections.abc import Callable, Container, Iterable
from pathlib import Path

from contract.services import OutOfTimeError
from engine.cache import ImageCache
from engine.limits import CLOCK, time_limit
from engine.staging import Staging
from search.index import MAX_VOLUMES, build_volumes, manifest
from search.pagefind import Files, SearchIndexError, write_files

LIMIT = 600  # seconds; 10,000 reports take less than one of ten minutes
MAX_OTHERS = 3 * MAX_VOLUMES


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being built; volumes are cached in `folder`.

    Raises SearchIndexError.
    """
    write_files(staging.folder, index_files(staging.sums, staging.read, folder))


def index_files(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> Files:
    """The files of the index of a site, by their path in it. Raises SearchIndexError."""
    try:
        with time_limit(LIMIT, CLOCK):
            volumes = build_volumes(paths, read, ImageCache(folder))
    except OutOfTimeError as error:
        raise SearchIndexError(f"stopped after {LIMIT} s") from error
    remove_others(folder, {volume.key for volume in volumes})
    files = manifest(volumes)
    for volume in volumes:
        files |= volume.files()
    return files


def remove_others(folder: Path, used: Container[str]) -> None:
    """Of volumes with other keys keep the newest few: the preview has its own, and each branch."""
    others = (entry for entry in folder.glob("[!.]*") if entry.name.partition(".")[0] not in used)
    for entry in sorted(others, key=lambda entry: entry.stat().st_mtime)[:-MAX_OTHERS]:
        entry.unlink(missing_ok=True)
