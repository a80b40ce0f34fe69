"""The search index of a build: within a time, from the cache, untouched where no page changed."""

from collections.abc import Callable, Container, Iterable
from pathlib import Path

from contract.services import OutOfTimeError
from engine.cache import ImageCache
from engine.limits import CLOCK, time_limit
from engine.staging import Staging
from engine.workers import parallel_map
from search.index import MAX_VOLUMES, Volume, build_volumes, is_index_file, manifest
from search.pagefind import Files, SearchIndexError, write_files

LIMIT = 600  # seconds; 10,000 reports take less than one of ten minutes
MAX_OTHERS = 3 * MAX_VOLUMES


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being built; volumes are cached in `folder`.

    Raises SearchIndexError.
    """
    if not pages_changed(staging):
        staging.keep(is_index_file)
        return
    volumes = build(staging.sums, staging.read, folder)
    for volume in volumes:
        paths = volume.paths()
        if is_whole(staging, paths):
            staging.keep(set(paths).__contains__)
        else:
            write_files(staging.folder, volume.files())
    write_files(staging.folder, manifest(volumes))


def index_files(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> Files:
    """The files of the index of a site, by their path in it. Raises SearchIndexError."""
    volumes = build(paths, read, folder)
    files = manifest(volumes)
    for volume in volumes:
        files |= volume.files()
    return files


def build(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> list[Volume]:
    """The volumes of the index of a site, cached in `folder`. Raises SearchIndexError."""
    try:
        with time_limit(LIMIT, CLOCK):
            volumes = build_volumes(paths, read, ImageCache(folder), parallel_map)
    except OutOfTimeError as error:
        raise SearchIndexError(f"stopped after {LIMIT} s") from error
    remove_others(folder, {volume.key for volume in volumes})
    return volumes


def pages_changed(staging: Staging) -> bool:
    """Whether a page of the previous site is another now, or gone, or its index is not whole."""
    now, previous = staging.sums.keys(), staging.previous
    gone = any(path.endswith(".html") and path not in now for path in previous.sums)
    new = any(path.endswith(".html") for path in staging.files())
    index = [path for path in previous.sums if is_index_file(path)]
    return gone or new or not index or not is_whole(staging, index)


def is_whole(staging: Staging, paths: Iterable[str]) -> bool:
    """Whether files stand in the previous site as they were written."""
    previous = staging.previous
    return all(
        path in previous.sums and previous.sum(path) == previous.sums[path] for path in paths
    )


def remove_others(folder: Path, used: Container[str]) -> None:
    """Of volumes with other keys keep the newest few: the preview has its own, and each branch."""
    others = (entry for entry in folder.glob("[!.]*") if entry.name.partition(".")[0] not in used)
    for entry in sorted(others, key=lambda entry: entry.stat().st_mtime)[:-MAX_OTHERS]:
        entry.unlink(missing_ok=True)
