"""The server's side of builds: the process that builds, and the news of what came of it."""

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from subprocess import PIPE, Popen, TimeoutExpired
from threading import Condition

from desk import ROOT

PATIENCE = 1.5  # seconds for a build to clear away what it had begun


@dataclass(frozen=True)
class Outcome:
    """`faults` are those of desk.preview.build, none after a good build; `log` has a traceback.

    A fault is `{"path": str, "line": int, "message": str, "excerpt": [[line, text], …]}`.
    """

    faults: list[dict] = field(default_factory=list)
    log: str = ""


class Builder:
    """Builds with these arguments of Pelican, and ends what is under way when it is left."""

    def __init__(self, arguments: list[str]):
        self.command = [sys.executable, "-m", "desk.preview.build", *arguments]
        self._process: Popen | None = None
        self._clearing = False  # whether a build that has replied is yet to end

    def __enter__(self) -> "Builder":
        return self

    def build(self, *, reload: bool = False) -> Outcome:
        """Read content and theme anew and build; `reload` is for settings and plugins.

        Returns when the site is in its place.
        """
        self._finish_former()
        if reload and self._process:
            end(self._process)
            self._process = None
        process = self._process = self._process or self._start()
        with suppress(BrokenPipeError):
            process.stdin.write("build\n")
            process.stdin.flush()
        reply = process.stdout.readline()
        self._clearing = reply.startswith("{")
        if self._clearing:
            return Outcome(**json.loads(reply))
        code = reply.strip() or self._reap()
        message = f"The build broke off with code {code}; the terminal has what it said."
        return Outcome([{"path": "", "line": 0, "message": message, "excerpt": []}])

    def _start(self) -> Popen:
        """Start the process in a session of its own: Ctrl-C reaches the server alone, and all
        processes of a build end together."""
        return Popen(
            self.command,
            cwd=ROOT,
            stdin=PIPE,
            stdout=PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def _finish_former(self) -> None:
        """Wait for the exit code of the former build; the process is gone if nothing loaded."""
        reply = "{" if self._clearing else "0"
        while reply.startswith("{"):
            reply = self._process.stdout.readline()
        if not reply:
            self._reap()

    def _reap(self) -> int:
        code, self._process = self._process.wait(), None
        return code

    def __exit__(self, *_) -> None:
        if self._process:
            end(self._process)


def end(process: Popen) -> None:
    """End a build and all that it has begun."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(PATIENCE)
        except ProcessLookupError:
            process.wait()
        except TimeoutExpired:
            continue
        break
    process.stdin.close()
    process.stdout.close()


class OutcomeFeed:
    """The outcome of the latest build, for threads that wait for news of it.

    `number` counts the builds; `has_site` is true once there was a good one.
    """

    def __init__(self):
        self._news = Condition()
        self.number = 0
        self.outcome = Outcome()
        self.has_site = self.closed = False

    def publish(self, outcome: Outcome) -> None:
        with self._news:
            self.number += 1
            self.outcome = outcome
            self.has_site = self.has_site or not outcome.faults
            self._news.notify_all()

    def close(self) -> None:
        """Release every thread that waits."""
        with self._news:
            self.closed = True
            self._news.notify_all()

    def wait_beyond(self, number: int, seconds: float | None = None) -> tuple[int, Outcome]:
        """Wait for a build after that `number`, at most so long. Gives the latest either way."""
        with self._news:
            self._news.wait_for(lambda: self.closed or self.number > number, seconds)
            return self.number, self.outcome
