import os
import signal
import subprocess
import sys

import pytest

from desk import screenshots
from tests.machine import do_without
from tests.newsroom import ROOT, Newsroom
from tests.site import Site

# What runs the tests in the background may ignore these, and every process started here would too.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

SITEURL = "https://example.org/news/watch"


def build(folder, siteurl, *arguments):
    command = [sys.executable, "-m", "desk", "build", "-o", str(folder)]
    environment = {**os.environ, "SITEURL": siteurl}
    done = subprocess.run(
        [*command, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder, siteurl)


def pytest_collection_modifyitems(items):
    """Files with slow tests begin, so that no core is left alone with one in the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """The collection as `make html` builds it."""
    return build(tmp_path_factory.mktemp("site") / "output", "http://127.0.0.1:8000")


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> Site:
    """The collection as `make publish` builds it for an address below a path."""
    folder = tmp_path_factory.mktemp("published") / "output"
    return build(folder, SITEURL, "-s", "publishconf.py")


@pytest.fixture(scope="session")
def chromium():
    """The one browser of all tests."""
    if screenshots.find_chromium() is None:
        do_without(screenshots.INSTALL_HINT)
    with screenshots.launch_chromium() as started:
        yield started


def pytest_terminal_summary(terminalreporter):
    """One line for each thing that a machine lacks, however many tests it ends."""
    reasons = {report.longrepr[2] for report in terminalreporter.getreports("skipped")}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason)


@pytest.fixture
def newsroom(tmp_path) -> Newsroom:
    return Newsroom(tmp_path)
