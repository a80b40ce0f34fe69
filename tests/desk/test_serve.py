"""`make serve` on a copy of the project: pages, the 404 page, rebuilding, a taken port, Ctrl-C."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from tests.newsroom import ROOT

STORY = "content/articles/2023-07-05-salvage-ends.md"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def eventually(claim, seconds: float = 60):
    """Wait until `claim` gives something true, and give that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := claim():
                return found
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError("it never came true")


@pytest.fixture
def project(tmp_path):
    names = ("content", "theme", "plugins", "desk", "pelicanconf.py")
    for name in names:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    return tmp_path


@contextmanager
def serving(project, port):
    command = [sys.executable, "-m", "desk.serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_site_is_served_rebuilt_and_ended(project):
    port = free_port()
    with serving(project, port) as process:
        eventually(lambda: get(port, "/")[0] == 200)
        assert f"http://127.0.0.1:{port}/archive/" in get(port, "/archive/")[1]
        status, page = get(port, "/nope/")
        assert (status, "There is no page at this address" in page) == (404, True)

        story = project / STORY
        sound = story.read_text("utf-8")
        story.write_text(sound.replace("title: ", "title: Freshly changed. ", 1), "utf-8")
        eventually(lambda: "Freshly changed." in get(port, "/2023/07/salvage-ends/")[1])
        story.write_text("spoilt")
        time.sleep(2)
        assert "Freshly changed." in get(port, "/2023/07/salvage-ends/")[1]
        story.write_text(sound, "utf-8")
        eventually(lambda: "Freshly changed." not in get(port, "/2023/07/salvage-ends/")[1])

        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=20)[0]
        assert process.returncode == 0
        assert "2023-07-05-salvage-ends.md:1: no metadata" in said
        assert "Traceback" not in said


def test_a_taken_port_is_named_with_the_cure(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(project, port) as process:
            said = process.communicate(timeout=60)[0]
        assert process.returncode == 1
        assert f"Cannot listen on port {port}" in said
        assert f"make serve PORT={port + 1}" in said
