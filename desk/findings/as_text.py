"""Findings for people: the place, the cause, the line with its mark, the cure."""

from itertools import groupby
from unicodedata import combining, east_asian_width

from .finding import Finding

WIDEST = 88


def as_text(found: list[Finding]) -> str:
    """The findings, file by file with an empty line between them."""
    files = groupby(found, key=lambda finding: finding.file)
    return "\n\n".join("\n".join(map(_told, group)) for _, group in files)


def _told(finding: Finding) -> str:
    lines = [f"{finding.file}:{finding.line}: {finding.cause}"]
    if finding.excerpt.strip():
        lines += _excerpt(finding)
    if finding.cure:
        lines.append(f"    {finding.cure}")
    return "\n".join(lines)


def _excerpt(finding: Finding) -> list[str]:
    """The line, cut to the part around the mark where it is long, and the mark below it."""
    start, end = finding.mark
    first = max(0, min(start - WIDEST // 3, len(finding.excerpt) - WIDEST))
    before = "…" if first else ""
    after = "…" if len(finding.excerpt) > first + WIDEST else ""
    window = finding.excerpt[first : first + WIDEST]
    lines = [f"{finding.line:>6} | {before}{window}{after}"]
    if end:
        space = len(before) + columns(finding.excerpt[first:start])
        signs = columns(finding.excerpt[start : min(end, first + WIDEST)])
        lines.append(f"{'':6} | {'':{space}}{'^' * signs}")
    return lines


def columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
