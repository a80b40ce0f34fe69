"""Builds beside each other, and what outlives one that was killed."""

import fcntl
import os
import re
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

from engine.cache import ImageCache, run_image_jobs
from engine.disk import lock_folder
from tests.engine.command import refusal, start
from tests.support.sample import ROOT

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def eventually(claim) -> None:
    """Wait until `claim` is true."""
    end = time.monotonic() + 60
    while not claim():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def is_free(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


@contextmanager
def forked(work, *arguments):
    process = get_context("fork").Process(target=work, args=arguments)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def hold(folder: Path) -> None:
    with lock_folder(folder):
        time.sleep(90)


def test_the_second_build_says_who_is_first_and_waits(sample):
    with forked(hold, sample.folder) as first:
        eventually(lambda: not is_free(sample.folder))
        second = start(sample)
        message = second.stderr.readline()
        assert re.fullmatch(
            rf"Another build \(process {first.pid}, since \d+ s\) is under way in"
            rf" {sample.folder}; waiting for it to end \(Ctrl-C gives up\)\.\n",
            message,
        )
        assert not sample.output.exists()
        first.kill()
        second.communicate()
    assert second.returncode == 0
    assert sample.output.exists()


@dataclass(frozen=True)
class Endless:
    """A picture that is never finished."""

    place: Path
    number: int

    @property
    def endings(self):
        return {str(self.number): "png"}

    def make(self, keys, cache):
        (self.place / keys[0]).touch()
        time.sleep(90)
        return []


def paint(folder: Path) -> None:
    with lock_folder(folder):
        run_image_jobs(
            ImageCache(folder / "cache"), [Endless(folder, n) for n in range(4)], workers=2
        )


def test_workers_end_with_a_build_that_is_killed(tmp_path):
    with forked(paint, tmp_path) as build:
        eventually(lambda: {"0", "1"} <= {path.name for path in tmp_path.iterdir()})
        assert not is_free(tmp_path)
        build.kill()
        build.join()
        eventually(lambda: is_free(tmp_path))


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_an_interrupted_build_says_so_in_a_sentence(sample, number):
    sample.build()
    before = sample.published()
    build = start(sample)
    eventually(sample.output.with_name(".output.staging").exists)
    build.send_signal(number)
    out, err = build.communicate()
    assert build.returncode == ENDS[number], out + err
    assert err == "Interrupted; the site is as it was.\n"
    assert sample.published() == before
    assert {path.name for path in sample.folder.iterdir()} == {"content", "output"}


def settings(folder: Path, then: str) -> str:
    """A file of settings that does `then` once it has told that it is being read."""
    file = folder.parent / "settings.py"
    file.write_text(f"from pathlib import Path\nPath({str(folder / 'read')!r}).touch()\n{then}\n")
    return str(file)


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_a_build_interrupted_while_it_loads_says_so_too(sample, number):
    build = start(sample, "-s", settings(sample.folder, "import time; time.sleep(90)"))
    eventually((sample.folder / "read").exists)
    build.send_signal(number)
    out, err = build.communicate()
    assert build.returncode == ENDS[number], out + err
    assert err == "Interrupted; the site is as it was.\n"
    assert not sample.output.exists()


@pytest.mark.parametrize("where", ["end(None)", "signals.all_generators_finalized.connect(end)"])
def test_a_plugin_that_ends_the_build_does_not_pass_for_a_success(sample, where):
    (sample.folder.parent / "ending.py").write_text(
        "import sys\nfrom pelican import signals\n\n\ndef end(_):\n    sys.exit()\n\n\n"
        f"def register():\n    {where}\n"
    )
    folder = str(sample.folder.parent)
    text = f"from pelicanconf import *\nPLUGIN_PATHS.append({folder!r})\nPLUGINS = [*PLUGINS, 'ending']"
    message = refusal(sample, "-s", settings(sample.folder, text), PYTHONPATH=str(ROOT))
    assert message.startswith("A plugin ended the build with exit code 0")
    assert not sample.output.exists()
