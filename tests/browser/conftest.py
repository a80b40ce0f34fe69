"""One browser for all tests of this folder; what a feature does has a file named after it."""

from pathlib import Path

import pytest

from desk.static_server import serve_folder
from tests.browser.reader import Reader
from tests.newsroom import Newsroom
from tests.stretched import fill


@pytest.fixture(scope="package")
def reader(chromium, site) -> Reader:
    """Opens pages of the collection."""
    with serve_folder(site.folder) as address:
        yield Reader(chromium, address)


@pytest.fixture(scope="package")
def stretched(chromium, tmp_path_factory) -> Reader:
    """Opens pages of a site whose texts are as awkward as the contract allows."""
    newsroom = Newsroom(Path(tmp_path_factory.mktemp("stretched")))
    fill(newsroom)
    with serve_folder(newsroom.output) as address:
        yield Reader(chromium, address)
