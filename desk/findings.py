"""Faults and advice with the lines that they are about, as text, JSON or GitHub's commands."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from unicodedata import combining, east_asian_width

from contract import Fault
from contract.files import LARGEST, printable

WIDEST = 88  # characters of a line that are shown
# A message is the cause, then the cure; what stands in quotation marks belongs to neither.
PARTS = re.compile(r'((?:"[^"]*"|.)*?)(?: - |; (?=allowed|the nearest))(.*)', re.DOTALL)


@dataclass(frozen=True)
class Finding:
    """A fault or a piece of advice.

    `file` is a path from the folder that holds `content/`; `line` counts from 1; `excerpt` is that
    line, empty where the file has none to show. `cure` is empty where the cause says it all.
    """

    file: str
    line: int
    cause: str
    cure: str
    excerpt: str

    @property
    def highlight(self) -> tuple[int, int]:
        """Where in the excerpt the words stand that the cause quotes last; (0, 0) for nowhere."""
        quotes = [words for words in re.findall('"([^"]+)"', self.cause) if words in self.excerpt]
        if not quotes:
            return 0, 0
        start = self.excerpt.rindex(quotes[-1])
        return start, start + len(quotes[-1])


def to_findings(root: Path, faults: Iterable[Fault]) -> list[Finding]:
    """The findings in the order of files and lines; `root` is the folder that holds `content/`."""
    texts: dict[str, list[str]] = {}
    findings = []
    for fault in sorted(faults):
        lines = texts.setdefault(fault.path, _read_lines(root / fault.path))
        excerpt = lines[fault.line - 1] if fault.line <= len(lines) else ""
        parts = PARTS.fullmatch(fault.message)
        cause, cure = parts.groups() if parts else (fault.message, "")
        findings.append(
            Finding(fault.path, fault.line, printable(cause), printable(cure), printable(excerpt))
        )
    return findings


def _read_lines(file: Path) -> list[str]:
    """The lines of a text file as the contract counts them; never through a symbolic link."""
    if file.suffix not in {".md", ".yaml"} or file.is_symlink() or not file.is_file():
        return []
    with file.open("rb") as stream:
        text = stream.read(LARGEST).decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def format_text(findings: list[Finding]) -> str:
    """For people: file by file, each with its place, cause, line, highlight and cure."""
    files = groupby(findings, key=lambda finding: finding.file)
    return "\n\n".join("\n".join(map(_format_finding, group)) for _, group in files)


def _format_finding(finding: Finding) -> str:
    lines = [f"{finding.file}:{finding.line}: {finding.cause}"]
    if finding.excerpt.strip():
        lines += _format_excerpt(finding)
    if finding.cure:
        lines.append(f"    {finding.cure}")
    return "\n".join(lines)


def _format_excerpt(finding: Finding) -> list[str]:
    """The line, cut to the part around the highlight where it is long, and carets below it."""
    start, end = finding.highlight
    first = max(0, min(start - WIDEST // 3, len(finding.excerpt) - WIDEST))
    before = "…" if first else ""
    after = "…" if len(finding.excerpt) > first + WIDEST else ""
    window = finding.excerpt[first : first + WIDEST]
    lines = [f"{finding.line:>6} | {before}{window}{after}"]
    if end:
        space = len(before) + count_columns(finding.excerpt[first:start])
        carets = count_columns(finding.excerpt[start : min(end, first + WIDEST)])
        lines.append(f"{'':6} | {'':{space}}{'^' * carets}")
    return lines


def count_columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def format_json(faults: list[Finding], advice: list[Finding]) -> str:
    """For programs: `{"faults": […], "advice": […]}`, in the order of files and lines.

    Each entry has `file` (from the folder that holds `content/`), `line` (from 1), `cause`, `cure`
    and `excerpt` (the line itself), the last two empty where there is none, and `start` and `end`:
    the part of the excerpt that is meant, in characters from 0, both 0 where it is the whole line.
    Keys are added to it, and never removed.
    """
    lists = {"faults": faults, "advice": advice}
    data = {name: [_to_entry(finding) for finding in each] for name, each in lists.items()}
    return json.dumps(data, indent=2, ensure_ascii=False)


def _to_entry(finding: Finding) -> dict[str, str | int]:
    start, end = finding.highlight
    return {**asdict(finding), "start": start, "end": end}


def format_github(faults: list[Finding], advice: list[Finding]) -> str:
    """For GitHub, which shows each beside its line: an error a fault, a notice a piece of advice.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    levels = [("error", finding) for finding in faults]
    levels += [("notice", finding) for finding in advice]
    return "\n".join(_format_command(level, finding) for level, finding in levels)


def _format_command(level: str, finding: Finding) -> str:
    message = " - ".join(filter(None, (finding.cause, finding.cure)))
    file = _escape(finding.file).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={file},line={finding.line}::{_escape(message)}"


def _escape(text: str) -> str:
    """Text as the runner decodes it again: https://github.com/actions/toolkit, command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
