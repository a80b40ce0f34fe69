"""Adds `article.citations`, the digest and the original as references and files, and
`article.highwire`; writes the files beside the article's page.
"""

from functools import partial
from typing import NamedTuple

from pelican import signals
from pelican.contents import Article

from engine.pages import add_lazy_attribute
from formats.citation_files import bibtex, csl_json, highwire, ris
from formats.citations import Item, Part, apa, chicago, digest, mla, noun, original


class File(NamedTuple):
    """A download: its name on the site and once saved, its format and media type, its text."""

    name: str
    download_name: str
    label: str
    media_type: str
    text: str


class Citation(NamedTuple):
    """One work under its heading, in each style and each format."""

    heading: str
    styles: list[tuple[str, list[Part]]]
    files: list[File]


FORMATS = [
    (".bib", "BibTeX", "application/x-bibtex", bibtex),
    (".ris", "RIS", "application/x-research-info-systems", ris),
    (".json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
]

# What references look at of an article.
READS = ("authors", "kind", "lang", "published_on", "save_as", "slug", "source", "title", "url")
OURS = {"clipping": "This republication"}


def citation(name: str, heading: str, item: Item) -> Citation:
    """The work `item` under the file name `name`."""
    styles = [("APA", apa(item)), ("Chicago", chicago(item)), ("MLA", mla(item))]
    files = [
        File(name + ending, item["id"] + ending, label, media_type, render(item))
        for ending, label, media_type, render in FORMATS
    ]
    return Citation(heading, styles, files)


def highwire_tags(article) -> list[tuple[str, str]]:
    return [] if article.draft else highwire(digest(article, article.settings))


def citations(article) -> list[Citation]:
    if article.draft:
        return []
    ours = digest(article, article.settings)
    return [
        citation("digest", OURS.get(article.kind, "This digest"), ours),
        citation("original", f"The original {noun(article.kind)}", original(article)),
    ]


def citation_files(article) -> list[tuple[str, bytes]]:
    """The files beside an article's page, by their path in the site."""
    files = [file for work in article.citations for file in work.files]
    return [(f"{article.url}{file.name}", file.text.encode()) for file in files]


def write_files(generator, writer):
    for article in generator.articles:
        if not article.draft:
            name = f"{article.save_as} (references)"
            writer.add_target(name, [article], READS, partial(citation_files, article))


def register():
    add_lazy_attribute(Article, "citations", citations)
    add_lazy_attribute(Article, "highwire", highwire_tags)
    signals.article_writer_finalized.connect(write_files)
