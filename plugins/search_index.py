"""Lets Pagefind index a built site: what /search/ reads, in `pagefind/` under a name of its bytes.

Only what lies within `data-pagefind-body` is found; other attributes of Pagefind in the templates
say what to filter and to sort by. https://pagefind.app/docs/indexing/

Pagefind sees the `main` of those pages and nothing else, so the index is kept until one changes.
"""

import io
import json
import re
import tarfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from plugins.image_cache import ImageCache, digest
from plugins.pagefind import made
from plugins.staging import Staging

BODY = "data-pagefind-body"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
PAGE = '<!doctype html><html lang="{}"><body>{}</body></html>'
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
EDITION, PLACE = "search/edition.json", "pagefind"
KEPT = 4
FORM = "2"  # of what is kept: another number, and all is made anew


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being made; indexes are kept in `folder`. Raises SearchIndexError."""
    if not changed(staging):
        staging.keep(is_of_index)
        return
    for path, data in index_of(staging.sums, staging.read, folder).items():
        file = staging.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def index_of(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> dict[str, bytes]:
    """The files of the index of a site, by their path in it. Raises SearchIndexError."""
    cache, pages = ImageCache(folder), indexed(paths, read)
    key = digest(FORM, version("pagefind-bin"), *(part for page in pages.items() for part in page))
    packet = cache.find(key)
    if packet is None:
        packet = packed(made(pages))
        cache.keep(key, "tar", packet)
        forget(folder)
    place = f"{PLACE}/{digest(packet)[:8]}/"
    return {EDITION: f"{json.dumps({'index': place})}\n".encode()} | unpacked(packet, place)


def is_of_index(path: str) -> bool:
    """Whether a file of the site is written here, after all others."""
    return path == EDITION or path.startswith(f"{PLACE}/")


def changed(staging: Staging) -> bool:
    """Whether a page of the former site is another now, or gone, or its index is not whole."""
    now, former = staging.sums.keys(), staging.former
    gone = any(path.endswith(".html") and path not in now for path in former.sums)
    new = any(path.endswith(".html") for path in staging.files())
    index = [path for path in former.sums if is_of_index(path)]
    return gone or new or not index or any(former.sum(p) != former.sums[p] for p in index)


def indexed(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, str]:
    """The pages that want to be found by their path, in order: their `main` alone."""
    found = {}
    for path in sorted(path for path in paths if path.endswith(".html")):
        text = read(path).decode()
        if BODY in text:
            main = PAGE.format(LANGUAGE.search(text)[1], MAIN.search(text)[0])
            found[path] = main
    return found


def packed(files: dict[str, bytes]) -> bytes:
    """A tar of files that tells nothing of times and people."""
    packet = io.BytesIO()
    with tarfile.open(fileobj=packet, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, data in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return packet.getvalue()


def unpacked(packet: bytes, place: str) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(packet)) as tar:
        return {place + entry.name: tar.extractfile(entry).read() for entry in tar}


def forget(folder: Path) -> None:
    """Keep the newest few indexes: the preview has one of its own, and so has each branch."""
    entries = sorted(folder.glob("*.tar"), key=lambda entry: entry.stat().st_mtime)
    for entry in entries[:-KEPT]:
        entry.unlink(missing_ok=True)
