"""A fault: what is wrong, where, and what to write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

MOST = 30


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in one file; its text is `path:line: message`."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def did_you_mean(word: str, allowed: Iterable[str], elsewhere: Mapping[str, str] = {}) -> str:
    """The nearest word as a question, then what is allowed, ready to append to a message.

    `elsewhere` holds words that are not allowed and tells why. Of a long list only the nearest
    are told.
    """
    choices, lower = sorted(allowed), word.strip().lower()
    near = get_close_matches(lower, [*choices, *elsewhere], n=1, cutoff=0.7)
    reason = f" - {elsewhere[near[0]]}" if near and near[0] in elsewhere else ""
    question = f' - did you mean "{near[0]}"?' if near and near[0] != word else ""
    told = f"allowed: {', '.join(choices)}"
    if len(choices) > MOST:
        told = f"the nearest: {', '.join(get_close_matches(lower, choices, n=5, cutoff=0))}"
    return f"{question}{reason}{'' if question and not reason else ';'} {told}"
