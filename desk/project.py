"""The settings of the site, and the collection under `content/`, checked as a build checks it."""

import sys
from pathlib import Path

from pelican.settings import read_settings

from contract import Collection, inspect
from contract.links import url_patterns
from desk import ROOT
from engine.cache import ImageCache, open_document_store

CONTENT = ROOT / "content"


def load_settings() -> dict:
    """The site's settings as `pelicanconf.py` and Pelican's defaults give them."""
    return read_settings(str(ROOT / "pelicanconf.py"))


def load_collection() -> Collection:
    """Read and check everything under `content/`. Ends the process where that is not there."""
    if not CONTENT.is_dir():
        sys.exit(f"There is no folder {CONTENT} - is this a whole checkout?")
    settings = load_settings()
    cache = ImageCache(Path(settings["IMAGE_CACHE"]))
    rules = settings["SLUG_REGEX_SUBSTITUTIONS"]
    store, urls = open_document_store(settings), url_patterns(settings)
    return inspect(CONTENT, settings["MARKDOWN"], rules, cache, store, urls=urls)
