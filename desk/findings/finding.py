"""A fault or a piece of advice with the line it is about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from contract import Fault
from contract.files import LARGEST, printable

# A message is the cause, then the cure; what stands in quotation marks belongs to neither.
PARTS = re.compile(r'((?:"[^"]*"|.)*?)(?: - |; (?=allowed|the nearest))(.*)', re.DOTALL)


@dataclass(frozen=True)
class Finding:
    """`line` counts from 1; `excerpt` is that line, empty where the file has none to show.

    `cure` is empty where the cause says it all.
    """

    file: str
    line: int
    cause: str
    cure: str
    excerpt: str

    @property
    def mark(self) -> tuple[int, int]:
        """Where in the excerpt the words stand that the cause quotes last; (0, 0) for nowhere."""
        quoted = [words for words in re.findall('"([^"]+)"', self.cause) if words in self.excerpt]
        if not quoted:
            return 0, 0
        start = self.excerpt.rindex(quoted[-1])
        return start, start + len(quoted[-1])


def findings(root: Path, faults: Iterable[Fault]) -> list[Finding]:
    """The findings in the order of files and lines; `root` is the folder that holds `content/`."""
    texts: dict[str, list[str]] = {}
    found = []
    for fault in sorted(faults):
        lines = texts.setdefault(fault.path, _lines(root / fault.path))
        excerpt = lines[fault.line - 1] if fault.line <= len(lines) else ""
        parts = PARTS.fullmatch(fault.message)
        cause, cure = parts.groups() if parts else (fault.message, "")
        found.append(
            Finding(fault.path, fault.line, printable(cause), printable(cure), printable(excerpt))
        )
    return found


def _lines(file: Path) -> list[str]:
    """The lines of a text file as the contract counts them; never through a symbolic link."""
    if file.suffix not in {".md", ".yaml"} or file.is_symlink() or not file.is_file():
        return []
    with file.open("rb") as opened:
        text = opened.read(LARGEST).decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
