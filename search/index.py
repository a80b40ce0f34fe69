"""The index of a site: what /search/ reads, in `pagefind/` under names of its bytes.

Only what lies within `data-pagefind-body` is found; other attributes of Pagefind in the templates
say what to filter and to sort by. https://pagefind.app/docs/indexing/

The index is divided into volumes, runs of reports by date, each with an index of its own, which the
browser merges: https://pagefind.app/docs/multisite/. Pagefind sees the `main` of these pages and
nothing else, so a volume is cached until one of them changes, and an edit costs one volume.
"""

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Protocol
from zipfile import ZipFile, ZipInfo

from formats.text import hash_parts, to_json
from search.pagefind import FRAGMENT, Files, fragment_text, index_pages

BODY = "data-pagefind-body"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
PAGE = '<!doctype html><html lang="{}"><body>{}</body></html>'
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
# The date that Pagefind sorts a page by.
DATE = re.compile(r'datetime="([^"]*)"[^>]*\sdata-pagefind-sort="date\[datetime\]"')
WORD = re.compile(r"[^\W\d_]{2,}(?:['-][^\W\d_]{2,})*")

MANIFEST = "search/edition.json"
FOLDER, COUNTS = "pagefind", "counts.json"
VOLUME_SIZE, MAX_VOLUMES = 250, 10  # pages, at least; each volume costs a reader seven requests
MAX_WORDS = 8_000
FORM = "3"  # of what is cached: another number, and all is built anew


class Cache(Protocol):
    """Bytes by a key. `find` gives None where there are none."""

    def find(self, key: str) -> bytes | None: ...
    def keep(self, key: str, ending: str, data: bytes) -> None: ...


class Volume:
    """The index of a run of pages, packed as a zip without times and owners.

    `key` is that of its pages in the cache; `place` is its folder in the site, which changes with
    its bytes.
    """

    def __init__(self, key: str, packet: bytes):
        self.key, self.zip = key, ZipFile(io.BytesIO(packet))
        self.place = f"{FOLDER}/{hash_parts(packet)[:8]}/"

    def files(self) -> Files:
        """Its files with their bytes, by their path in the site."""
        names = [name for name in self.zip.namelist() if name != COUNTS]
        return {self.place + name: self.zip.read(name) for name in names}

    def words(self) -> Counter[str]:
        """How often each word is in its pages."""
        return Counter(json.loads(self.zip.read(COUNTS)))


def build_volumes(paths: Iterable[str], read: Callable[[str], bytes], cache: Cache) -> list[Volume]:
    """The volumes of the index of a site, the oldest first; `read` gives the bytes of its files.

    Raises SearchIndexError.
    """
    program = version("pagefind-bin")
    runs = {
        hash_parts(FORM, program, *(part for page in pages.items() for part in page)): pages
        for pages in divide(extract_pages(paths, read))
    }
    packets = {key: cache.find(key) for key in runs}
    missing = [key for key, packet in packets.items() if packet is None]
    indexes = index_pages([runs[key] for key in missing])
    for key, files in zip(missing, indexes, strict=True):
        packet = packets[key] = pack(files, count_words(files))
        cache.keep(key, "zip", packet)
    return [Volume(key, packet) for key, packet in packets.items() if packet is not None]


def manifest(volumes: Sequence[Volume]) -> Files:
    """What the script of /search/ asks for first: the volumes, the newest first, and all words."""
    counts: Counter[str] = sum((volume.words() for volume in volumes), Counter())
    words = json.dumps({"words": top_words(counts)}, ensure_ascii=False).encode()
    path = f"{FOLDER}/{hash_parts(words)[:8]}/words.json"
    places = [volume.place for volume in reversed(volumes)]
    return {path: words, MANIFEST: to_json({"volumes": places, "words": path}, indent=None)}


def is_index_file(path: str) -> bool:
    """Whether a file of the site belongs to the index, which is written after all others."""
    return path == MANIFEST or path.startswith(f"{FOLDER}/")


def extract_pages(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, str]:
    """The pages that can be found by their path, in order: their `main` alone."""
    pages = {}
    for path in sorted(path for path in paths if path.endswith(".html")):
        text = read(path).decode()
        if BODY in text:
            language, main = LANGUAGE.search(text), MAIN.search(text)
            if language is None or main is None:
                raise ValueError(f"{path}: no language or no main, of which the index is built")
            pages[path] = PAGE.format(language[1], main[0])
    return pages


def divide(pages: Mapping[str, str]) -> list[dict[str, str]]:
    """The pages in runs of one length by their date, the oldest first.

    So a new report goes into the last, and results by date are those of one volume after another.
    """
    size = VOLUME_SIZE
    while size * MAX_VOLUMES < len(pages):
        size *= 2
    dates = {path: match[1] for path, page in pages.items() if (match := DATE.search(page))}
    ordered = sorted(pages, key=lambda path: (dates.get(path, ""), path))
    starts = range(0, max(len(ordered), 1), size)
    return [{path: pages[path] for path in ordered[n : n + size]} for n in starts]


def pack(files: Files, words: Counter[str]) -> bytes:
    """The packet of a volume with these files."""
    counts = json.dumps(dict(sorted(words.items())), ensure_ascii=False).encode()
    packet = io.BytesIO()
    with ZipFile(packet, "w") as archive:
        for path, data in sorted({**files, COUNTS: counts}.items()):
            archive.writestr(ZipInfo(path), data)
    return packet.getvalue()


def count_words(files: Files) -> Counter[str]:
    """How often each word is in all pages of an index, in lower case."""
    counts: Counter[str] = Counter()
    for path, data in files.items():
        if path.endswith(FRAGMENT):
            counts.update(WORD.findall(fragment_text(data).replace("\u2019", "'").lower()))
    return counts


def top_words(counts: Counter[str]) -> list[str]:
    """The words, the most frequent first; of many, these alone. Whoever mistypes one gets them."""
    return sorted(counts, key=lambda word: (-counts[word], word))[:MAX_WORDS]
