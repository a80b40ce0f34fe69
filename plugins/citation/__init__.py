"""Adds `article.citations`, the digest and the original as references and files, and
`article.highwire`; writes the files beside the article's page.
"""

import json
from pathlib import Path
from typing import NamedTuple

from pelican import signals

from .bibtex import bibtex
from .highwire import highwire
from .item import digest, noun, original
from .parts import Part
from .ris import ris
from .styles import apa, chicago, mla


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


OURS = {"clipping": "This republication"}


def citation(name: str, heading: str, item: dict) -> Citation:
    """The work `item` under the file name `name`."""
    styles = [("APA", apa(item)), ("Chicago", chicago(item)), ("MLA", mla(item))]
    files = [
        File(name + ending, item["id"] + ending, label, media_type, written(item))
        for ending, label, media_type, written in FORMATS
    ]
    return Citation(heading, styles, files)


def add_citations(generator):
    for article in generator.articles:
        article.highwire, article.citations = [], []
        if article.draft:
            continue
        ours = digest(article, generator.settings)
        article.highwire = highwire(ours)
        article.citations = [
            citation("digest", OURS.get(article.kind, "This digest"), ours),
            citation("original", f"The original {noun(article.kind)}", original(article)),
        ]


def write_files(generator, writer):
    for article in generator.articles:
        folder = Path(writer.output_path, article.save_as).parent
        for work in article.citations:
            for file in work.files:
                (folder / file.name).write_bytes(file.text.encode())


def register():
    signals.article_generator_finalized.connect(add_citations)
    signals.article_writer_finalized.connect(write_files)
