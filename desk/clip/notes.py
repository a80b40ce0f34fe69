"""What a draft tells the editor beside its keys."""

from dataclasses import dataclass, field
from textwrap import shorten

from contract.faults import Place
from contract.validators import Validator

LONGEST = 300


@dataclass
class Notes:
    """`needs` are what the editor has to see to; `verbatim` stands as it was in the report."""

    needs: list[str] = field(default_factory=list)
    verbatim: list[str] = field(default_factory=list)

    def need(self, words: str) -> None:
        """Add a need: the key it is about, a colon, and a sentence."""
        words = shorten(words, LONGEST, placeholder=" …")
        if words not in self.needs:
            self.needs.append(words)

    def accept(self, key: str, validate: Validator, value: str, objection: str = "") -> str:
        """The value if the contract takes it; else nothing, and why, and the value as printed."""
        place = Place("", {}, [], tuple(key.split(".")))
        if value:
            validate(value, place)
        reasons = [fault.message for fault in place.faults] + [objection] * bool(objection)
        for reason in reasons:
            self.need(f"{key}: {reason}")
        if reasons:
            self.verbatim.append(f"{key}: {value}")
        return "" if reasons else value
