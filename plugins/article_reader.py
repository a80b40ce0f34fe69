"""Hands Pelican the articles and pages that the contract has read and rendered already."""

from datetime import date, datetime
from functools import cache
from typing import Any

from pelican import signals
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader
from pelican.utils import SafeDatetime, posixize_path

from contract import Collection
from formats import UNKNOWN
from formats.text import is_address

LISTS = ("about", "corrections", "events", "images", "needs", "related")
ONE = {"category": Category, "author": Author}
SEVERAL = {"tags": Tag, "authors": Author}


def for_pelican(metadata: dict[str, Any]) -> dict[str, Any]:
    """The metadata under the names that Pelican knows: the outlet becomes the category.

    `published_on` keeps the date as it was written. Pelican's own `date` is the time on the clock
    of that zone, so that days, months and the order of lists follow the dates that are printed.
    """
    values = {key: value for key, value in metadata.items() if value is not None}
    values.pop("clipped", None)
    if "source" in values:
        values = {name: [] for name in LISTS} | {"licence": ""} | values
        values["licence_url"] = values["licence"] if is_address(values["licence"]) else ""
        values["draft"] = values.get("status") == "draft"
        values["category"] = values["source"]["outlet"]
        values["published_on"] = values["date"]
        values["date"] = clock_time(values["date"])
    if values.get("author") == UNKNOWN:
        del values["author"]
    if "modified" in values:
        values["modified_on"] = values.pop("modified")
    return values


def clock_time(moment: date | datetime) -> SafeDatetime:
    """A datetime without its zone; of a plain date the midnight with which it begins."""
    plain = moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment
    return SafeDatetime.fromisoformat(plain.isoformat())


class ArticleReader(BaseReader):
    """Reads from the inspected collection of the build, not from the disk."""

    file_extensions = ("md",)
    collection: Collection

    def __init__(self, settings: dict[str, Any]):
        super().__init__(settings)
        # The same tag, author or outlet for all articles, so that its address is made once.
        self.wrapper = cache(lambda kind, name: kind(name, self.settings))

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        collection = self.collection
        path = posixize_path(source_path).removeprefix(f"{posixize_path(str(collection.root))}/")
        document = collection.documents[path]
        is_draft = path.startswith("articles/") and not document.published
        values = for_pelican(document.preview_metadata() if is_draft else document.metadata)
        if is_draft and collection.show_drafts:
            values["status"] = "published"
        for key in ONE.keys() & values.keys():
            values[key] = self.wrapper(ONE[key], values[key])
        for key in SEVERAL.keys() & values.keys():
            values[key] = [self.wrapper(SEVERAL[key], name) for name in values[key]]
        return document.html, values


def use_for_markdown(readers):
    readers.reader_classes["md"] = ArticleReader


def hand_over_collection(generator):
    generator.readers.readers["md"].collection = generator.build.collection


def register():
    signals.readers_init.connect(use_for_markdown)
    signals.generator_init.connect(hand_over_collection)
