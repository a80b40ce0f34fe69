"""Lets Pagefind index a built site: what /search/ reads, in `pagefind/` under names of its bytes.

Only what lies within `data-pagefind-body` is found; other attributes of Pagefind in the templates
say what to filter and to sort by. https://pagefind.app/docs/indexing/

Pagefind sees the `main` of those pages and nothing else, so a volume is kept until one changes.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from importlib.metadata import version
from pathlib import Path

from engine.image_cache import ImageCache
from engine.staging import Staging
from formats.text import hash_parts
from search.pagefind import lay, made
from search.volumes import MOST, PLACE, Volume, packed, volumes
from search.words import known

BODY = "data-pagefind-body"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
PAGE = '<!doctype html><html lang="{}"><body>{}</body></html>'
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
EDITION = "search/edition.json"
KEPT = 3 * MOST
FORM = "3"  # of what is kept: another number, and all is made anew


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being made; volumes are kept in `folder`. Raises SearchIndexError."""
    if not changed(staging):
        staging.keep(is_of_index)
        return
    bound = bound_of(staging.sums, staging.read, folder)
    for volume in bound:
        if whole(staging, volume.paths()):
            staging.keep(set(volume.paths()).__contains__)
        else:
            lay(staging.folder, {path: volume.read(path) for path in volume.paths()})
    lay(staging.folder, edition(bound))


def index_of(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> dict[str, bytes]:
    """The files of the index of a site, by their path in it. Raises SearchIndexError."""
    bound = bound_of(paths, read, folder)
    return edition(bound) | {path: one.read(path) for one in bound for path in one.paths()}


def edition(bound: list[Volume]) -> dict[str, bytes]:
    """What the script of /search/ asks for first: the volumes, the newest first, and all words."""
    words = known(sum((volume.words() for volume in bound), Counter()))
    told = json.dumps({"words": words}, ensure_ascii=False).encode()
    place = f"{PLACE}/{hash_parts(told)[:8]}/words.json"
    named = {"volumes": [volume.place for volume in reversed(bound)], "words": place}
    return {place: told, EDITION: f"{json.dumps(named)}\n".encode()}


def bound_of(paths: Iterable[str], read: Callable[[str], bytes], folder: Path) -> list[Volume]:
    """The volumes of the index of a site, the oldest first. Raises SearchIndexError."""
    cache, maker = ImageCache(folder), version("pagefind-bin")
    due, packets = {}, {}
    for pages in volumes(indexed(paths, read)):
        key = hash_parts(FORM, maker, *(part for page in pages.items() for part in page))
        packets[key] = cache.find(key)
        if packets[key] is None:
            due[key] = pages
    for key, told in zip(due, made([*due.values()]), strict=True):
        packets[key] = packed(*told)
        cache.keep(key, "zip", packets[key])
    if due:
        forget(folder, packets)
    return [Volume(packet) for packet in packets.values()]


def is_of_index(path: str) -> bool:
    """Whether a file of the site is written here, after all others."""
    return path == EDITION or path.startswith(f"{PLACE}/")


def changed(staging: Staging) -> bool:
    """Whether a page of the former site is another now, or gone, or its index is not whole."""
    now, former = staging.sums.keys(), staging.former
    gone = any(path.endswith(".html") and path not in now for path in former.sums)
    new = any(path.endswith(".html") for path in staging.files())
    index = [path for path in former.sums if is_of_index(path)]
    return gone or new or not index or not whole(staging, index)


def whole(staging: Staging, paths: Iterable[str]) -> bool:
    """Whether files stand in the former site as they were made."""
    former = staging.former
    return all(path in former.sums and former.sum(path) == former.sums[path] for path in paths)


def indexed(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, str]:
    """The pages that want to be found by their path, in order: their `main` alone."""
    found = {}
    for path in sorted(path for path in paths if path.endswith(".html")):
        text = read(path).decode()
        if BODY in text:
            main = PAGE.format(LANGUAGE.search(text)[1], MAIN.search(text)[0])
            found[path] = main
    return found


def forget(folder: Path, used: Container[str]) -> None:
    """Of volumes with other keys keep the newest few: the preview has its own, and each branch."""
    others = (entry for entry in folder.glob("[!.]*") if entry.name.partition(".")[0] not in used)
    for entry in sorted(others, key=lambda entry: entry.stat().st_mtime)[:-KEPT]:
        entry.unlink(missing_ok=True)
