"""Hands the contract what it needs of this machine and of the site, as settings of Pelican say."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from contract import Collection, Services, Site, inspect
from engine.cache import ImageCache, open_document_store, run_image_jobs
from engine.limits import COMPUTING, time_limit
from engine.workers import parallel_map
from formats.names import FOLDERS
from search.index import FOLDER

Settings = Mapping[str, Any]
# Of each folder with texts the setting that has the pattern of their addresses.
URLS = {"articles": "ARTICLE_URL", "dossiers": "DOSSIER_URL", "pages": "PAGE_URL"}
PAGE = re.compile(r"\w+(?<!_LANG)_SAVE_AS")  # there are no translations
# Folders that no setting names: those of pictures, of kinds of names, and of the search index.
OTHER_FOLDERS = ("images", *FOLDERS.values(), FOLDER)


def inspect_content(settings: Settings, *, show_drafts: bool = False) -> Collection:
    """Read and check the content of a site with these settings, in several processes."""
    images = ImageCache(Path(settings["IMAGE_CACHE"]))
    services = Services(
        images,
        run_image_jobs=partial(run_image_jobs, images),
        documents=open_document_store(settings),
        parallel_map=parallel_map,
        limit_computing=partial(time_limit, by=COMPUTING),
    )
    site = Site(
        settings["MARKDOWN"],
        settings["SLUG_REGEX_SUBSTITUTIONS"],
        reserved_addresses(settings),
        {folder: settings[name] for folder, name in URLS.items()},
    )
    return inspect(Path(settings["PATH"]), site, services, show_drafts=show_drafts)


def reserved_addresses(settings: Settings) -> frozenset[str]:
    """The first parts of the addresses of all pages and folders that the site makes by itself.

    Those that begin with a date or a slug are left out. A single file, such as a feed, is in the
    way of no page. As hosts may serve `index.html` at /index, names without ending are among them.
    """
    pages = {f"{name.upper()}_SAVE_AS": f"{name}.html" for name in settings["DIRECT_TEMPLATES"]}
    pages |= {name: value for name, value in settings.items() if PAGE.fullmatch(name)}
    addresses = [str(page) for page in pages.values() if str(page).endswith(("/", ".html"))]
    firsts = {address.split("/")[0] for address in addresses}
    parts = {part for part in firsts if "{" not in part}
    parts |= {settings["THEME_STATIC_DIR"].split("/")[0], *OTHER_FOLDERS}
    return frozenset(parts | {part.removesuffix(".html") for part in parts})
