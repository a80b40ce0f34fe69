"""Characters that cannot be seen: named in the open, or taken out where they stand for nothing.

Controls and marks that reorder text could hide what a report says; they come out as `⟨U+202E⟩`.
Zero-width spaces, byte order marks and soft hyphens only mark places where a line may break.
"""

import unicodedata

from contract.files import INVISIBLE

EMPTY = {"\u200b", "\u2060", "\ufeff", "\u00ad"}
JOINERS = {"\u200c", "\u200d"}  # letters of Persian and parts of emoji need them


def reveal(text: str) -> tuple[str, dict[str, int]]:
    """The text with every unseen character named or taken out, and how many there were of each."""
    names = {c: f"U+{ord(c):04X}" for c in set(text) if not c.isspace() and is_unseen(c)}
    instead = {ord(c): "" if c in EMPTY else f"⟨{name}⟩" for c, name in names.items()}
    return text.translate(instead), {name: text.count(c) for c, name in names.items()}


def is_unseen(character: str) -> bool:
    """Whether a character is a control, a mark of format, half of a pair or none at all."""
    is_control = unicodedata.category(character) in {"Cc", "Cf", "Cs"} or INVISIBLE.match(character)
    return bool(is_control) and character not in JOINERS


def doubt(counts: dict[str, int]) -> str:
    """A sentence for the editor about what `reveal` counted."""
    names = ", ".join(f"{name} ({count})" for name, count in sorted(counts.items()))
    return f"text: invisible characters were taken out or written as ⟨U+…⟩: {names}"


def one_line(text: str) -> str:
    """Text on one line with single spaces."""
    return " ".join(text.split())
