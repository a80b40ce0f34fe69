"""One browser for all tests of this folder; what a feature does has a file named after it."""

import pytest

from desk import browser as desk_browser
from tests.browser.reader import Reader


@pytest.fixture(scope="package")
def reader(chromium, site) -> Reader:
    """Opens pages of the collection."""
    with desk_browser.serving(site.folder) as address:
        yield Reader(chromium, address)


@pytest.fixture(scope="package")
def awkward(chromium, stretched) -> Reader:
    """Opens pages of the site with awkward texts."""
    with desk_browser.serving(stretched.folder) as address:
        yield Reader(chromium, address)
