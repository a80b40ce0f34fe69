"""Starts builds, one process each: the next one is started ahead and waits for its word."""

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from subprocess import PIPE, Popen, TimeoutExpired

from desk import ROOT

PATIENCE = 1.5  # seconds for a build to clear away what it had begun


@dataclass(frozen=True)
class Outcome:
    """`faults` are those of desk.live.faults, none after a good build; `said` is a traceback."""

    faults: list[dict] = field(default_factory=list)
    said: str = ""


class Builder:
    """Builds with these arguments of Pelican, and ends what is under way when it is left."""

    def __init__(self, arguments: list[str]):
        self.command = [sys.executable, "-m", "desk.live.build", *arguments]
        self._clearing: Popen | None = None

    def __enter__(self) -> "Builder":
        self._waiting = self._started()
        return self

    def _started(self) -> Popen:
        # Python takes a plugin that was saved twice within a second, in the same size, for the
        # one that it compiled; so a build keeps nothing compiled by time. The session is one of
        # its own for Ctrl-C to reach the server alone, and for all processes of a build to end
        # together.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        return Popen(
            self.command,
            cwd=ROOT,
            env=environment,
            stdin=PIPE,
            stdout=PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def build(self) -> Outcome:
        """Read everything anew and build. Returns when the site is in its place."""
        if self._clearing:
            self._clearing.wait()
        with suppress(BrokenPipeError), self._waiting.stdin as word:
            word.write("build\n")
        with self._waiting.stdout as outcome:
            told = outcome.read()
        self._clearing, self._waiting = self._waiting, self._started()
        if not told:
            code = self._clearing.wait()
            message = f"The build broke off with code {code}; the terminal has what it said."
            return Outcome([{"path": "", "line": 0, "message": message, "excerpt": []}])
        return Outcome(**json.loads(told))

    def __exit__(self, *_) -> None:
        for process in (self._waiting, self._clearing):
            if process and process.returncode is None:  # its number is nobody else's
                end(process)


def end(process: Popen) -> None:
    """End a build and all that it has begun."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(PATIENCE)
        except ProcessLookupError:
            process.wait()
        except TimeoutExpired:
            continue
        return
