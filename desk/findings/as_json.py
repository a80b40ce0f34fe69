"""Findings for programs, as one JSON object. Keys are added to it, and never taken away."""

import json
from dataclasses import asdict

from .finding import Finding


def as_json(faults: list[Finding], advice: list[Finding]) -> str:
    """`{"faults": […], "advice": […]}`, in the order of files and lines.

    Each entry has `file` (from the folder that holds `content/`), `line` (from 1), `cause`, `cure`
    and `excerpt` (the line itself), the last two empty where there is none, and `start` and `end`:
    the part of the excerpt that is meant, in characters from 0, both 0 where it is the whole line.
    """
    lists = {"faults": faults, "advice": advice}
    told = {name: [_entry(finding) for finding in found] for name, found in lists.items()}
    return json.dumps(told, indent=2, ensure_ascii=False)


def _entry(finding: Finding) -> dict:
    start, end = finding.mark
    return {**asdict(finding), "start": start, "end": end}
