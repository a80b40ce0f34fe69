"""A fault: what is wrong, in which line of which file, and what to write instead."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

LONG_LIST = 30  # words: of a longer list a message has only the nearest
Trail = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in one file; its text is `path:line: message`."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def pointer(trail: Iterable[str | int]) -> str:
    """A trail of keys as a JSON Pointer, /images/0/file: https://www.rfc-editor.org/rfc/rfc6901."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in trail)


@dataclass(frozen=True)
class Place:
    """Where a value stands: the file, the trail of keys that leads to it, and so its line.

    `lines` has the line of every key and item in the file, by its JSON Pointer. `needs` takes up
    what a draft still lacks, with lines; it is None where everything must be there.
    """

    path: str
    lines: Mapping[str, int]
    faults: list[Fault] = field(default_factory=list)
    trail: Trail = ()
    needs: list[tuple[int, str]] | None = None

    @property
    def name(self) -> str:
        """The trail as editors count and write it: `images.1.file` is of the first picture."""
        return ".".join(str(k + 1 if isinstance(k, int) else k) for k in self.trail)

    def into(self, *keys: str | int) -> "Place":
        return replace(self, trail=(*self.trail, *keys))

    def entries(self, values: Mapping[str, Any], key: str) -> Iterator[tuple["Place", Any]]:
        """The valid entries of a list under a key of the mapping that stands here, with places."""
        entries = enumerate(values.get(key) or [])
        return ((self.into(key, i), entry) for i, entry in entries if entry)

    @property
    def line(self) -> int:
        """The line of the value, or of the nearest above it that has one."""
        pointers = (pointer(self.trail[:n]) for n in range(len(self.trail), -1, -1))
        return next((self.lines[key] for key in pointers if key in self.lines), 1)

    def refuse(self, message: str) -> None:
        self.faults.append(Fault(self.path, self.line, message))

    def lack(self, message: str, need: str) -> None:
        """Refuse what must be there; a draft only needs it, which `need` says."""
        if self.needs is None:
            self.refuse(message)
        else:
            self.needs.append((self.line, need))


def did_you_mean(word: str, allowed: Iterable[str], elsewhere: Mapping[str, str] = {}) -> str:
    """The nearest word as a question, then what is allowed, ready to append to a message.

    `elsewhere` holds words that are not allowed, with the reason.
    """
    choices, lower = sorted(allowed), word.strip().lower()
    near = get_close_matches(lower, [*choices, *elsewhere], n=1, cutoff=0.7)
    reason = f" - {elsewhere[near[0]]}" if near and near[0] in elsewhere else ""
    question = f' - did you mean "{near[0]}"?' if near and near[0] != word else ""
    options = f"allowed: {', '.join(choices)}"
    if len(choices) > LONG_LIST:
        options = f"the nearest: {', '.join(get_close_matches(lower, choices, n=5, cutoff=0))}"
    return f"{question}{reason}{'' if question and not reason else ';'} {options}"


def quantity(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 page, 2 pages."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
