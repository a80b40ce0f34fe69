"""The collection under `content/`, inspected as a build inspects it, without building."""

import sys
from pathlib import Path

from pelican.settings import read_settings

from contract import Collection, inspect
from contract.links import url_patterns
from desk import ROOT
from engine.image_cache import ImageCache
from engine.text_cache import text_cache

CONTENT = ROOT / "content"


def settings() -> dict:
    """The site's settings as `pelicanconf.py` and Pelican's defaults give them."""
    return read_settings(str(ROOT / "pelicanconf.py"))


def collection() -> Collection:
    """Read and check everything under `content/`. Ends the process where that is not there."""
    if not CONTENT.is_dir():
        sys.exit(f"There is no folder {CONTENT} - is this a whole checkout?")
    site = settings()
    cache = ImageCache(Path(site["IMAGE_CACHE"]))
    rules = site["SLUG_REGEX_SUBSTITUTIONS"]
    return inspect(
        CONTENT, site["MARKDOWN"], rules, cache, text_cache(site), urls=url_patterns(site)
    )
