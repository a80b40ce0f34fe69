"""Plain values in, SVG or pixels out: maps, diagrams, charts, pictures, social cards.

Images that take long to make are made by jobs, which the caller runs in worker processes; their
results are in the caller's cache, an `ImageStore`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Protocol

from formats.text import hash_parts


class ImageStore(Protocol):
    """A cache of image files by keys, which are paths without an ending."""

    def find(self, key: str) -> bytes | None:
        """The bytes of a key, or None."""

    def keep(self, key: str, ending: str, data: bytes) -> None:
        """Store the bytes of a key."""


class SingleImageJob(ABC):
    """Makes one image, of values that can be sent to another process."""

    ending: ClassVar[str]

    @property
    @abstractmethod
    def key(self) -> str:
        """The key of the image in the cache: other values or other code have another one."""

    @abstractmethod
    def render(self) -> bytes:
        """The bytes of the image file."""

    @property
    def wanted(self) -> dict[str, str]:
        """The ending of the file by its key, as the runner of jobs asks for it."""
        return {self.key: self.ending}

    def make(self, keys: list[str], _store: ImageStore) -> Iterator[tuple[str, bytes]]:
        yield keys[0], self.render()


def hash_files(files: Iterable[Path]) -> str:
    """The SHA-256 of files, such as the code that draws and what it reads."""
    return hash_parts(*(file.read_bytes() for file in sorted(files) if file.is_file()))
