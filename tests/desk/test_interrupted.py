"""Ctrl-C ends a command of the desk in a word."""

import os
import signal
import subprocess
import sys

from tests.support.sample import ROOT


def test_a_clipping_that_is_interrupted_says_so_and_writes_nothing(sample, tmp_path):
    """It waits for a pipe, so that it is at work when the signal comes."""
    pipe, content = tmp_path / "report", sample.folder / "content"
    os.mkfifo(pipe)
    before = sorted(content.rglob("*"))
    command = [sys.executable, "-m", "desk", "clip", "--content", content, pipe]
    former = signal.signal(signal.SIGINT, signal.default_int_handler)  # not deaf to it
    clip = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8")
    signal.signal(signal.SIGINT, former)
    with pipe.open("wb"):
        clip.send_signal(signal.SIGINT)
        _, said = clip.communicate(timeout=120)
    assert (clip.returncode, said) == (130, "\nInterrupted.\n")
    assert sorted(content.rglob("*")) == before
