"""Pictures that were made once are kept, outside `output/`, until what they are made from changes.

An entry is a plain image file, `<key>.<first half of the SHA-256 of its bytes>.<ending>`: what was
cut short or altered on the disk no longer fits its name and is made anew. The folder can be
deleted at any time.
"""

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from formats.text import hash_parts

UNFINISHED = ".unfinished-"
HOUR = 3600


@dataclass(frozen=True)
class ImageCache:
    """A folder of entries. A key is a path such as `<SHA-256 of the original>/master`."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        """The bytes kept under a key; None where there are none, or damaged ones."""
        place = self.folder / key
        for entry in sorted(place.parent.glob(f"{place.name}.*")):
            data = entry.read_bytes()
            if entry.name.split(".")[1] == hash_parts(data)[:32]:
                return data
            entry.unlink(missing_ok=True)
        return None

    def keep(self, key: str, ending: str, data: bytes) -> None:
        """Keep bytes under a key, whole or not at all."""
        place = self.folder / f"{key}.{hash_parts(data)[:32]}.{ending}"
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place.parent)
        with NamedTemporaryFile(dir=place.parent, prefix=UNFINISHED, delete=False) as file:
            try:
                file.write(data)
                file.flush()
                Path(file.name).replace(place)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise


def _sweep(folder: Path) -> None:
    """Remove what a killed build began an hour ago or earlier, so what another one is at stays."""
    for file in folder.glob(f"{UNFINISHED}*"):
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < time.time() - HOUR:
                file.unlink()
