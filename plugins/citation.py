"""Adds `article.citations`, the digest and the original as references and files, and
`article.highwire`; writes the files beside the article's page.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from pelican import signals
from pelican.contents import Article

from engine.pages import add_lazy_attribute
from formats.citation.bibtex import bibtex
from formats.citation.highwire import highwire
from formats.citation.item import digest, noun, original
from formats.citation.parts import Part
from formats.citation.ris import ris
from formats.citation.styles import apa, chicago, mla


class File(NamedTuple):
    """A download: its name on the site and once saved, its format and media type, its text."""

    name: str
    saved_as: str
    label: str
    media_type: str
    text: str


class Citation(NamedTuple):
    """One work under its heading, in each style and each format."""

    heading: str
    styles: list[tuple[str, list[Part]]]
    files: list[File]


def csl_json(item: dict) -> str:
    """A list of one item, as CSL processors read it."""
    return f"{json.dumps([item], ensure_ascii=False, indent=2)}\n"


FORMATS = [
    (".bib", "BibTeX", "application/x-bibtex", bibtex),
    (".ris", "RIS", "application/x-research-info-systems", ris),
    (".json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
]


# What references look at of an article.
READS = ("authors", "kind", "lang", "published_on", "save_as", "slug", "source", "title", "url")
OURS = {"clipping": "This republication"}


def citation(name: str, heading: str, item: dict) -> Citation:
    """The work `item` under the file name `name`."""
    styles = [("APA", apa(item)), ("Chicago", chicago(item)), ("MLA", mla(item))]
    files = [
        File(name + ending, item["id"] + ending, label, media_type, written(item))
        for ending, label, media_type, written in FORMATS
    ]
    return Citation(heading, styles, files)


def highwire_of(article) -> list[tuple[str, str]]:
    return [] if article.draft else highwire(digest(article, article.settings))


def citations_of(article) -> list[Citation]:
    if article.draft:
        return []
    ours = digest(article, article.settings)
    return [
        citation("digest", OURS.get(article.kind, "This digest"), ours),
        citation("original", f"The original {noun(article.kind)}", original(article)),
    ]


def files_of(article) -> Iterator[tuple[str, bytes]]:
    """The files beside an article's page, by their path in the site."""
    folder = article.save_as.rpartition("/")[0]
    for work in article.citations:
        for file in work.files:
            yield f"{folder}/{file.name}", file.text.encode()


def lay_files(generator, writer):
    for article in generator.articles:
        if not article.draft:
            name = f"{article.save_as} (references)"
            writer.add_target(name, [article], READS, partial(files_of, article))


def register():
    add_lazy_attribute(Article, "citations", citations_of)
    add_lazy_attribute(Article, "highwire", highwire_of)
    signals.article_writer_finalized.connect(lay_files)
