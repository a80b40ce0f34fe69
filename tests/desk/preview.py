"""`make serve` at work on a copy of the project, and that project to be edited."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path

from engine import PACKAGES
from tests.support.sample import ROOT

NAMES = ("content", "theme", "desk", *PACKAGES, "pelicanconf.py", "requirements.txt")
ABOUT = "content/pages/about.md"
STORY = "content/articles/2023-07-05-salvage-ends.md"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str) -> tuple[int, str]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def eventually(claim, seconds: float = 60):
    """Wait until `claim` gives something true, and give that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError):
            if found := claim():
                return found
        time.sleep(0.05)
    raise AssertionError("it never came true")


def copy_project(folder: Path) -> None:
    for name in NAMES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)


class Preview:
    """Runs meanwhile. What is edited goes back to what it was with `restore`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self._said = folder / ".said"
        self.before: dict[str, bytes | None] = {}
        copy_project(folder)
        self._about, self._settled = (folder / ABOUT).read_bytes(), 0

    def start(self) -> None:
        command = [sys.executable, "-m", "desk.serve", "--port", str(self.port)]
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                command, cwd=self.folder, stdout=said, stderr=subprocess.STDOUT
            )
        eventually(lambda: self.address in self.said())

    def said(self) -> str:
        return self._said.read_text("utf-8")

    def stop(self, sign: int = signal.SIGTERM) -> tuple[int, str]:
        """End it as its user would. Gives its exit code and what it said."""
        self.process.send_signal(sign)
        return self.process.wait(30), self.said()

    def __enter__(self) -> "Preview":
        self.start()
        return self

    def __exit__(self, *_) -> None:
        self.process.kill()
        self.process.wait()

    def write(self, name: str, data: bytes) -> None:
        file = self.folder / name
        self.before.setdefault(name, file.read_bytes() if file.exists() else None)
        file.write_bytes(data)

    def edit(self, name: str, old: str, new: str) -> None:
        """Save a file with the first match of the pattern `old` replaced."""
        text, count = re.subn(old, new, (self.folder / name).read_text("utf-8"), count=1)
        assert count, f"{name} has no {old}"
        self.write(name, text.encode())

    def restore(self) -> None:
        for name, data in self.before.items():
            if data is None:
                (self.folder / name).unlink()
            else:
                (self.folder / name).write_bytes(data)
        self.before.clear()

    def settle(self) -> None:
        """Restore, and wait until all that was saved so far is served."""
        self.restore()
        self._settled += 1
        sentence = f"Settled {self._settled} times."
        (self.folder / ABOUT).write_bytes(self._about + f"\n{sentence}\n".encode())
        eventually(lambda: sentence in get(self.port, "/about/")[1])
