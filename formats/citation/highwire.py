"""The digest as `<meta>` for reference managers and search engines.

Highwire Press tags, as in https://scholar.google.com/intl/en/scholar/inclusion.html. There is no
`citation_journal_title`, which would make it a journal's; `dc.type` makes it a newspaper's for
Zotero, whose Embedded Metadata translator takes the newspaper's name from `og:site_name`.
"""

from formats.citation.parts import day, names
from formats.citation.ris import undivided


def highwire(item: dict) -> list[tuple[str, str]]:
    """(name, content) pairs; authors end in a comma, so that an office is not turned around."""
    published = day(item)
    dates = ("citation_publication_date", "citation_online_date") if published else ()
    return [
        ("citation_title", item["title"]),
        *(("citation_author", undivided(name)) for name in names(item)),
        *((name, f"{published:%Y/%m/%d}") for name in dates),
        ("citation_public_url", item["URL"]),
        ("citation_publisher", item["container-title"]),
        ("citation_language", item["language"]),
        ("dc.type", "newspaperArticle"),
    ]
