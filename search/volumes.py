"""The volumes of the index of /search/: runs of reports, each with an index of its own.

An edit asks for one volume to be made anew, and the browser merges them all:
https://pagefind.app/docs/multisite/
"""

import io
import json
import re
from collections import Counter
from functools import cached_property
from zipfile import ZipFile, ZipInfo

from formats.text import hash_parts

DATE = re.compile(r'datetime="([^"]*)"[^>]*\sdata-pagefind-sort="date\[datetime\]"')
LEAST, MOST = 250, 10  # reports in a volume, and volumes: each costs a reader seven requests
PLACE, COUNTS = "pagefind", "counts.json"


def volumes(pages: dict[str, str]) -> list[dict[str, str]]:
    """The pages in runs of one length by their date, the oldest first.

    So a new report goes into the last, and results by date are those of one volume after another.
    """
    size = LEAST
    while size * MOST < len(pages):
        size *= 2
    ordered = sorted(pages, key=lambda path: (dated(pages[path]), path))
    starts = range(0, max(len(ordered), 1), size)
    return [{path: pages[path] for path in ordered[n : n + size]} for n in starts]


def dated(page: str) -> str:
    """The date that Pagefind sorts a page by, as text."""
    found = DATE.search(page)
    return found[1] if found else ""


class Volume:
    """A volume in one packet: a zip that tells nothing of times and people."""

    def __init__(self, packet: bytes):
        self.packet = packet
        self.place = f"{PLACE}/{hash_parts(packet)[:8]}/"

    @cached_property
    def zip(self) -> ZipFile:
        return ZipFile(io.BytesIO(self.packet))

    def paths(self) -> list[str]:
        """Its files by their path in the site."""
        return [self.place + name for name in self.zip.namelist() if name != COUNTS]

    def read(self, path: str) -> bytes:
        return self.zip.read(path.removeprefix(self.place))

    def words(self) -> Counter[str]:
        """How often each word is in its pages."""
        return Counter(json.loads(self.zip.read(COUNTS)))


def packed(files: dict[str, bytes], words: Counter[str]) -> bytes:
    """The packet of a volume with these files."""
    told = json.dumps(dict(sorted(words.items())), ensure_ascii=False)
    packet = io.BytesIO()
    with ZipFile(packet, "w") as archive:
        for path, data in sorted({**files, COUNTS: told.encode()}.items()):
            archive.writestr(ZipInfo(path), data)
    return packet.getvalue()
