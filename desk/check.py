"""Check all that is under `content/` without building: every fault, then advice.

Ends with 1 where there is a fault, with 0 where there is only advice.
"""

import argparse
import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from contract.faults import quantity
from desk.advice import advice_for
from desk.findings import Finding, as_github, as_json, as_text, findings
from desk.newsroom import ROOT, collection

LAST_ZONE = timezone(timedelta(hours=14))  # where every day begins first


def meant(names: list[str]) -> list[str]:
    """Paths from the project's folder. Ends the process where one is not under `content/`."""
    paths = [Path(os.path.relpath(name, ROOT)).as_posix() for name in names]
    for name, path in zip(names, paths, strict=True):
        if not Path(name).exists() or f"{path}/".split("/")[0] != "content":
            sys.exit(f"There is no {name} under {ROOT / 'content'} - name files or folders there.")
    return paths


def within(found: list[Finding], paths: list[str]) -> list[Finding]:
    """The findings in these files and folders; all of them where none are named."""
    return [f for f in found if not paths or any(f"{f.file}/".startswith(f"{p}/") for p in paths)]


def count(faults: list[Finding], advice: list[Finding], elsewhere: int) -> str:
    """The last line: how much was found, and how many faults other files have."""
    files = quantity(len({fault.file for fault in faults}), "file")
    told = f"{quantity(len(faults), 'fault')} in {files}" if faults else "No faults"
    hints = f", {quantity(len(advice), 'piece')} of advice" if advice else ""
    hints += " to read when they are corrected" if faults and advice else ""
    others = f"; {quantity(elsewhere, 'fault')} in other files" if elsewhere else ""
    return f"{told}{hints}{others}."


def told(faults: list[Finding], advice: list[Finding], elsewhere: int) -> str:
    """The findings as text, under what they mean for a build; advice waits for the faults."""
    heading, found = ("Nothing is built while there is a fault:", faults)
    if not faults:
        heading, found = "Advice:", advice
    blocks = [f"{heading}\n\n{as_text(found)}"] if found else []
    return "\n\n".join([*blocks, count(faults, advice, elsewhere)])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk check", description=__doc__)
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("files", nargs="*", help="tell only of these files and folders")
    arguments = parser.parse_args()
    paths, inspected = meant(arguments.files), collection()
    every = findings(ROOT, inspected.faults)
    faults = within(every, paths)
    advice = within(findings(ROOT, advice_for(inspected, datetime.now(LAST_ZONE))), paths)
    if arguments.format == "text":
        print(told(faults, advice, len(every) - len(faults)))
    else:
        print({"json": as_json, "github": as_github}[arguments.format](faults, advice))
    sys.exit(bool(faults))
