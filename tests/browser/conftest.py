"""One browser for all tests of this folder; what a feature does has a file named after it."""

import pytest

from desk.static_server import serve_folder
from tests.browser.reader import Reader


@pytest.fixture(scope="package")
def reader(chromium, site) -> Reader:
    """Opens pages of the collection."""
    with serve_folder(site.folder) as address:
        yield Reader(chromium, address)


@pytest.fixture(scope="package")
def awkward(chromium, stretched) -> Reader:
    """Opens pages of the site with awkward texts."""
    with serve_folder(stretched.folder) as address:
        yield Reader(chromium, address)
