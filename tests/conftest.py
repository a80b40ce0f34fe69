import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desk import screenshots
from desk.static_server import serve_folder
from engine.search_index import index_files
from search import index as search_index
from search.pagefind import write_files
from tests.browser.reader import Reader
from tests.browser.searcher import Searcher
from tests.support import properties  # noqa: F401 - registers the profiles
from tests.support.awkward import fill
from tests.support.kinds import find_kinds
from tests.support.missing import do_without
from tests.support.sample import ROOT, SampleSite
from tests.support.sharing import build_once
from tests.support.site import Site
from tests.support.templates import share_compiled

# What runs the tests in the background may ignore these, and every process started here would too.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

LOCAL, SITEURL = "http://127.0.0.1:8000", "https://example.org/news/watch"


def build(folder: Path, siteurl: str, *arguments: str) -> None:
    """Build the collection in a process of its own, into `output/` in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "desk", "build", "-o", str(folder / "output"), *arguments],
        cwd=ROOT,
        env={**os.environ, "SITEURL": siteurl},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a browser or another process."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items):
    """Files with slow tests begin, so that no core is left alone with one in the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Path:
    """A folder of this run that all workers share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(shared) -> None:
    share_compiled(shared / "templates")


@pytest.fixture(scope="session")
def site(shared) -> Site:
    """The collection as `make html` builds it."""
    folder = build_once(shared / "site", lambda folder: build(folder, LOCAL))
    return Site(folder / "output", LOCAL)


@pytest.fixture(scope="session")
def published(shared) -> Site:
    """The collection as `make publish` builds it for an address below a path."""
    production = ("-s", "publishconf.py")
    folder = build_once(shared / "published", lambda folder: build(folder, SITEURL, *production))
    return Site(folder / "output", SITEURL)


@pytest.fixture(scope="session")
def stretched(shared) -> Site:
    """A site whose texts are as awkward as the contract allows."""
    folder = build_once(shared / "stretched", lambda folder: fill(SampleSite(folder)))
    return Site(folder / "output", LOCAL)


@pytest.fixture(scope="session")
def chromium():
    """The one browser of all tests."""
    if screenshots.find_chromium() is None:
        do_without(screenshots.INSTALL_HINT)
    with screenshots.launch_chromium() as started:
        yield started


@pytest.fixture(scope="session")
def reader(chromium, site) -> Reader:
    """Opens pages of the collection."""
    with serve_folder(site.folder) as address:
        yield Reader(chromium, address, find_kinds(site))


@pytest.fixture(scope="session")
def awkward(chromium, stretched) -> Reader:
    """Opens pages of the site with awkward texts."""
    with serve_folder(stretched.folder) as address:
        yield Reader(chromium, address)


@pytest.fixture
def searcher(reader: Reader):
    somebody = Searcher(reader.browser, reader.address)
    yield somebody
    assert somebody.wrong == []
    somebody.context.close()


@pytest.fixture(scope="session")
def bound(chromium, site, tmp_path_factory):
    """A search over the same reports in several volumes."""
    folder = tmp_path_factory.mktemp("bound") / "site"
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("pagefind"))
    pages = [file.relative_to(folder).as_posix() for file in folder.rglob("*.html")]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search_index, "VOLUME_SIZE", 3)
        files = index_files(
            pages, lambda page: (folder / page).read_bytes(), folder.parent / "cache"
        )
    assert sum(path.endswith("pagefind-entry.json") for path in files) > 2
    write_files(folder, files)
    with serve_folder(folder) as address:
        somebody = Searcher(chromium, address)
        yield somebody
        assert somebody.wrong == []
        somebody.context.close()


def pytest_terminal_summary(terminalreporter):
    """One line for each thing that a machine lacks, however many tests it ends."""
    reasons = {report.longrepr[2] for report in terminalreporter.getreports("skipped")}
    for reason in sorted(reasons):
        terminalreporter.write_line(reason)


@pytest.fixture(scope="module")
def shared_sample(tmp_path_factory) -> SampleSite:
    """A sample site that the tests of a file build once and only read."""
    return SampleSite(tmp_path_factory.mktemp("sample") / "sample")


@pytest.fixture
def sample(tmp_path) -> SampleSite:
    return SampleSite(tmp_path)
