"""One browser for all tests of this folder; what a feature does has a file named after it."""

from pathlib import Path

import pytest

from desk import browser as desk_browser
from tests.browser.reader import Reader
from tests.newsroom import Newsroom
from tests.stretched import fill


@pytest.fixture(scope="package")
def reader(chromium, site) -> Reader:
    """Opens pages of the collection."""
    with desk_browser.serving(site.folder) as address:
        yield Reader(chromium, address)


@pytest.fixture(scope="package")
def stretched(chromium, tmp_path_factory) -> Reader:
    """Opens pages of a site whose texts are as awkward as the contract allows."""
    newsroom = Newsroom(Path(tmp_path_factory.mktemp("stretched")))
    fill(newsroom)
    with desk_browser.serving(newsroom.output) as address:
        yield Reader(chromium, address)
