"""A machine without a browser is told how to get one, and fails where that must not be."""

import os
import subprocess
import sys

import pytest

from desk.screenshots import INSTALL_HINT, find_chromium
from tests.support.missing import do_without
from tests.support.sample import ROOT


@pytest.mark.slow
def test_where_there_is_no_chromium_the_run_says_so_in_one_line():
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/browser/test_reflow.py", "-k", "awkward"],
        cwd=ROOT,
        env={**kept, "CHROMIUM": "/nowhere/chromium"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(INSTALL_HINT) == 1
    assert "passed" not in done.stdout


@pytest.mark.parametrize(("ci", "end"), [("true", pytest.fail), ("", pytest.skip)])
def test_what_is_missing_is_a_failure_in_ci_alone(monkeypatch, ci, end):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(end.Exception, match="no bread"):
        do_without("There is no bread.")


def test_a_chromium_that_is_named_is_the_only_one(monkeypatch):
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert find_chromium() == sys.executable
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert find_chromium() is None
