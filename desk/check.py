"""Check all that is under `content/` without building: every fault, then advice.

Ends with 1 where there is a fault, with 0 where there is only advice.
"""

import argparse
import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from contract.faults import quantity
from desk import ROOT
from desk.advice import advise
from desk.findings import Finding, format_github, format_json, format_text, to_findings
from desk.project import load_collection

LAST_ZONE = timezone(timedelta(hours=14))  # where every day begins first


def to_project_paths(names: list[str]) -> list[str]:
    """Paths from the project's folder. Ends the process where one is not under `content/`."""
    paths = [Path(os.path.relpath(name, ROOT)).as_posix() for name in names]
    for name, path in zip(names, paths, strict=True):
        if not Path(name).exists() or f"{path}/".split("/")[0] != "content":
            sys.exit(f"There is no {name} under {ROOT / 'content'} - name files or folders there.")
    return paths


def select(findings: list[Finding], paths: list[str]) -> list[Finding]:
    """The findings in these files and folders; all of them where there are no paths."""
    if not paths:
        return findings
    return [f for f in findings if any(f"{f.file}/".startswith(f"{path}/") for path in paths)]


def summarize(faults: list[Finding], advice: list[Finding], elsewhere: int) -> str:
    """The last line: how many findings there are, and how many faults other files have."""
    files = quantity(len({fault.file for fault in faults}), "file")
    summary = f"{quantity(len(faults), 'fault')} in {files}" if faults else "No faults"
    hints = f", {quantity(len(advice), 'piece')} of advice" if advice else ""
    hints += " to read when they are corrected" if faults and advice else ""
    others = f"; {quantity(elsewhere, 'fault')} in other files" if elsewhere else ""
    return f"{summary}{hints}{others}."


def format_report(faults: list[Finding], advice: list[Finding], elsewhere: int) -> str:
    """The findings as text, under what they mean for a build; advice waits for the faults."""
    heading, findings = ("Nothing is built while there is a fault:", faults)
    if not faults:
        heading, findings = "Advice:", advice
    blocks = [f"{heading}\n\n{format_text(findings)}"] if findings else []
    return "\n\n".join([*blocks, summarize(faults, advice, elsewhere)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk check", description=__doc__)
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("files", nargs="*", help="report only these files and folders")
    arguments = parser.parse_args()
    paths, collection = to_project_paths(arguments.files), load_collection()
    every = to_findings(ROOT, collection.faults)
    faults = select(every, paths)
    advice = select(to_findings(ROOT, advise(collection, datetime.now(LAST_ZONE))), paths)
    if arguments.format == "text":
        print(format_report(faults, advice, len(every) - len(faults)))
    else:
        print({"json": format_json, "github": format_github}[arguments.format](faults, advice))
    sys.exit(bool(faults))
