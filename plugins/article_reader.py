"""Hands Pelican the articles and pages that the contract has read and rendered already."""

from datetime import date, datetime

from pelican import signals
from pelican.plugins.yaml_metadata import YAMLMetadataReader
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime, posixize_path

from contract import Collection
from contract.placeholders import completed
from formats import UNKNOWN
from formats.text import is_address

LISTS = ("about", "corrections", "events", "images", "needs", "related")


def for_pelican(metadata: dict) -> dict:
    """The metadata under the names that Pelican knows: the outlet becomes the category.

    `published_on` keeps the date as it was written. Pelican's own `date` is the time on the clock
    of that zone, so that days, months and the order of lists follow the dates that are printed.
    """
    told = {key: value for key, value in metadata.items() if value is not None}
    told.pop("clipped", None)
    if "source" in told:
        told = {name: [] for name in LISTS} | {"licence": ""} | told
        told["licence_url"] = told["licence"] if is_address(told["licence"]) else ""
        told["draft"] = told.get("status") == "draft"
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
    """Reads from the inspected collection of the build, not from the disk."""

    collection: Collection

    def read(self, source_path):
        collection = self.collection
        path = posixize_path(source_path).removeprefix(f"{posixize_path(str(collection.root))}/")
        document = collection.documents[path]
        typed = document.metadata
        if path.startswith("articles/") and not document.published:
            typed = completed(typed, [need for _, need in document.needs])
        told = for_pelican(typed)
        if told.get("draft") and collection.show_drafts:
            told["status"] = "published"
        moment = told.pop("date", None)
        metadata = self._parse_yaml_metadata(told, source_path)
        if moment is not None:
            metadata["date"] = SafeDatetime.fromisoformat(moment.isoformat())
        return document.html, {key: self._shared(value) for key, value in metadata.items()}

    def _shared(self, value):
        """The same tag, author or outlet for all articles, so that its address is made once."""
        if isinstance(value, list):
            return [self._shared(one) for one in value]
        if not isinstance(value, URLWrapper):
            return value
        shared = vars(self).setdefault("shared", {})
        return shared.setdefault((type(value), value.name), value)


def use_for_markdown(readers):
    readers.reader_classes["md"] = ArticleReader


def hand_over_collection(generator):
    generator.readers.readers["md"].collection = generator.build.collection


def register():
    signals.readers_init.connect(use_for_markdown)
    signals.generator_init.connect(hand_over_collection)
