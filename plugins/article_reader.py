"""Hands Pelican the articles and pages that the contract has read and rendered already."""

from datetime import date, datetime

from pelican import signals
from pelican.plugins.yaml_metadata import YAMLMetadataReader
from pelican.utils import posixize_path

from plugins.article_contract.values import UNKNOWN


def for_pelican(metadata: dict) -> dict:
    """The metadata under the names that Pelican knows: the outlet becomes the category.

    `published_on` keeps the date as it was written. Pelican's own `date` is the time on the clock
    of that zone, so that days, months and the order of lists follow the dates that are printed.
    """
    told = {key: value for key, value in metadata.items() if value is not None}
    if "source" in told:
        told = {"corrections": [], "images": [], "related": [], **told}
        told["category"] = told["source"]["outlet"]
        told["published_on"] = told["date"]
        told["date"] = on_the_clock(told["date"])
    if told.get("author") == UNKNOWN:
        del told["author"]
    if "modified" in told:
        told["modified_on"] = told.pop("modified")
    return told


def on_the_clock(moment: date | datetime) -> date | datetime:
    """A datetime without its zone; a plain date as it is."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


class ArticleReader(YAMLMetadataReader):
    """Reads from the inspected collection in `settings["COLLECTION"]`, not from the disk."""

    def read(self, source_path):
        collection = self.settings["COLLECTION"]
        path = posixize_path(source_path).removeprefix(f"{posixize_path(str(collection.root))}/")
        document = collection.documents[path]
        metadata = self._parse_yaml_metadata(for_pelican(document.metadata), source_path)
        return document.html, metadata


def use_for_markdown(readers):
    readers.reader_classes["md"] = ArticleReader


def register():
    signals.readers_init.connect(use_for_markdown)
