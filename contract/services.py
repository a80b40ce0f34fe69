"""What the contract is handed by whoever runs it: workers, caches, a limit of time, the site.

`engine.services` makes both values of Pelican's settings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

from graphics import ImageJob, ImageStore

T = TypeVar("T")
R = TypeVar("R")

TimeLimit = Callable[[float], AbstractContextManager[object]]


class OutOfTimeError(Exception):
    """The work took longer than it may."""


class ParallelMap(Protocol):
    """Calls a function with every item, in several processes unless there are fewer than `few`.

    Gives the results in the order of the items.
    """

    def __call__(
        self, function: Callable[[T], R], items: Sequence[T], *, few: int = 2
    ) -> list[R]: ...


class CachedDocument(NamedTuple):
    """All texts. `metadata` and `uses` are JSON; `html` holds as long as `dependency_hash` does."""

    metadata: str
    dependency_hash: str
    uses: str
    html: str


class DocumentStore(Protocol):
    """Keeps what was made of documents, by a hash of their files, until the next inspection."""

    def find(self, key: str) -> CachedDocument | None: ...

    def keep(self, key: str, document: CachedDocument) -> None: ...

    def write(self) -> None: ...


@dataclass(frozen=True)
class Services:
    """Machinery that the contract uses and does not know.

    `run_image_jobs` sees that `images` has all that the jobs want. `limit_computing` raises
    OutOfTimeError in its block after so many seconds of computing.
    """

    images: ImageStore
    run_image_jobs: Callable[[Iterable[ImageJob]], object]
    documents: DocumentStore
    parallel_map: ParallelMap
    limit_computing: TimeLimit


@dataclass(frozen=True)
class Site:
    """What the contract has to know of the site.

    `markdown` are the arguments of Python-Markdown, `slug_rules` the substitutions that make a slug
    of a name, as of `pelican.utils.slugify`; `reserved` are the first parts of its own addresses,
    `urls` the patterns of addresses by folder, as in `{date:%Y}/{slug}/`.
    """

    markdown: Mapping[str, Any]
    slug_rules: Sequence[tuple[str, str]]
    reserved: frozenset[str]
    urls: Mapping[str, str]
