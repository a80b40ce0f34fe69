"""Findings as commands that GitHub turns into notes beside the lines of a change.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from .finding import Finding


def as_github(faults: list[Finding], advice: list[Finding]) -> str:
    """One command a line: an error for each fault, a notice for each piece of advice."""
    levels = [("error", finding) for finding in faults]
    levels += [("notice", finding) for finding in advice]
    return "\n".join(_command(level, finding) for level, finding in levels)


def _command(level: str, finding: Finding) -> str:
    message = " - ".join(filter(None, (finding.cause, finding.cure)))
    return f"::{level} file={_property(finding.file)},line={finding.line}::{_data(message)}"


def _data(text: str) -> str:
    """Text as the runner takes it apart again: https://github.com/actions/toolkit, command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
