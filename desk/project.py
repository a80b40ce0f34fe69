"""The settings of the site, and the collection under `content/`, checked as a build checks it."""

import sys

from pelican.settings import read_settings

from contract import Collection
from desk import ROOT
from engine.services import inspect_content

CONTENT = ROOT / "content"


def load_settings() -> dict:
    """The site's settings as `pelicanconf.py` and Pelican's defaults give them."""
    return read_settings(str(ROOT / "pelicanconf.py"))


def load_collection() -> Collection:
    """Read and check everything under `content/`. Ends the process where that is not there."""
    if not CONTENT.is_dir():
        sys.exit(f"There is no folder {CONTENT} - is this a whole checkout?")
    return inspect_content({**load_settings(), "PATH": str(CONTENT)})
