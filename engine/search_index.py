"""The search index of a build: within a time limit, untouched where no page changed."""

from collections.abc import Callable, Container, Iterable
from pathlib import Path

from contract.services import OutOfTimeError
from engine.cache import ImageCache
from engine.disk import list_files
from engine.limits import CLOCK, time_limit
from engine.staging import PreviousBuild, Staging
from search.index import MANIFEST, MAX_VOLUMES, build_volumes, is_index_file, manifest
from search.pagefind import Files, SearchIndexError, write_files

LIMIT = 600  # seconds; 10,000 reports take less than one of ten minutes
MAX_OTHERS = 3 * MAX_VOLUMES


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being built; volumes are cached in `folder`.

    Files that stand in the previous site stay the same. Raises SearchIndexError.
    """
    previous = staging.previous
    if not needs_index(staging):
        staging.sums |= {path: s for path, s in previous.sums.items() if is_index_file(path)}
        return
    files = index_files(staging.sums, staging.read, folder)
    # All but the manifest are named by their bytes.
    same = {path for path in files if path != MANIFEST and is_intact(previous, path)}
    staging.sums |= {path: previous.sums[path] for path in same}
    write_files(staging.folder, {path: files[path] for path in files.keys() - same})


def needs_index(staging: Staging) -> bool:
    """Whether a page is new, changed or gone, or the index of the previous site is not intact."""
    previous = staging.previous
    index = [path for path in previous.sums if is_index_file(path)]
    gone = previous.sums.keys() - staging.sums.keys()
    changed = any(path.endswith(".html") for path in [*gone, *list_files(staging.folder)])
    return changed or not index or not all(is_intact(previous, path) for path in index)


def is_intact(previous: PreviousBuild, path: str) -> bool:
    """Whether a file stands in the previous site as it was written."""
    return path in previous.sums and previous.sum(path) == previous.sums[path]


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
