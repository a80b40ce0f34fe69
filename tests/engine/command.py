"""The build as a process of its own, as make starts it."""

import os
import subprocess
import sys

from tests.support.sample import ROOT, SampleSite


def start(sample: SampleSite, *arguments: str, **environment: str) -> subprocess.Popen:
    paths = [str(sample.folder / "content"), "-o", str(sample.output)]
    return subprocess.Popen(
        [sys.executable, "-m", "desk", "build", *paths, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def refusal(sample: SampleSite, *arguments: str, **environment: str) -> str:
    """What a build says that has to end with exit code 1, in words and not in a traceback."""
    build = start(sample, *arguments, **environment)
    out, err = build.communicate()
    assert build.returncode == 1, out + err
    assert "Traceback" not in out + err
    return err
