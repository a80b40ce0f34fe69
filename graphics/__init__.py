"""Plain values in, SVG or pixels out: maps, diagrams, charts, pictures, social cards.

Images that take long to make are made by jobs, which the caller runs in worker processes; their
results are in the caller's cache, an `ImageStore`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol

from formats.text import hash_parts


class ImageFile(NamedTuple):
    """Where an image is, from the site's root, what it shows, and its size in pixels."""

    path: str
    alt: str
    width: int
    height: int


class ImageStore(Protocol):
    """A cache of image files by keys, which are paths without an ending."""

    def find(self, key: str) -> bytes | None:
        """The bytes of a key, or None."""

    def keep(self, key: str, ending: str, data: bytes) -> None:
        """Store the bytes of a key."""


class ImageJob(Protocol):
    """Makes images from one original; `endings` has those of their files by key.

    It is done in another process: only keys come back, and the images are in the cache.
    """

    @property
    def endings(self) -> Mapping[str, str]: ...

    def make(self, keys: list[str], cache: ImageStore, /) -> Iterable[tuple[str, bytes]]: ...


class SingleImageJob(ABC):
    """Makes one image, of values that can be sent to another process.

    `code` is a hash of the code that draws it and of all that this reads.
    """

    ending: ClassVar[str] = "png"
    code: ClassVar[str]

    @abstractmethod
    def render(self) -> bytes:
        """The bytes of the image file."""

    @property
    def key(self) -> str:
        """The key of the image in the cache: other values or other code have another one."""
        return f"{hash_parts(self.code, repr(self))}/{self.ending}"

    @property
    def endings(self) -> dict[str, str]:
        return {self.key: self.ending}

    def make(self, keys: list[str], _cache: ImageStore) -> Iterator[tuple[str, bytes]]:
        yield keys[0], self.render()


def hash_files(*files: Path) -> str:
    """The SHA-256 of files, such as the code that draws and what it reads."""
    return hash_parts(*(file.read_bytes() for file in sorted(files)))
