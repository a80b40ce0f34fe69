"""An article as ninjs 3.0, News in JSON: https://iptc.org/standards/ninjs/

Only what is known stands there. The digest is ours; the report it rests on is an association, and
its outlet an information source. A text that is republished is its outlet's.
"""

from formats import UNKNOWN
from formats.article import LABEL, Article, Site, authors, day_of_report
from formats.dates import timestamp
from formats.text import JsonObject, drop_empty, is_address

SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TERMS = (
    "CC BY 4.0: share and adapt it for any purpose if you name {}, link the license and say what"
    " you changed. Quotations, and the headline of the report, remain their owners'."
)
REPUBLISHED = "Republished under the license of its owner: {}"
NONE = {"none", UNKNOWN}


def licence(article: Article) -> str:
    """The license of the text: ours for a digest, that of the report where it is republished."""
    return article.licence if article.kind == "clipping" else LICENCE


def ninjs(article: Article, site: Site, html: str) -> JsonObject:
    """One article, its text as `html`."""
    address, ours = f"{site['SITEURL']}/{article.url}", article.kind != "clipping"
    owner, rights = site["SITENAME"] if ours else article.source["outlet"], licence(article)
    return drop_empty(
        {
            "uri": address,
            "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
            "type": "text",
            "representationType": "full",
            "versionCreated": article.updated,
            "pubStatus": "usable",
            "language": article.lang,
            "copyrightHolder": f"the contributors to {owner}" if ours else owner,
            "usageTerms": TERMS.format(owner) if ours else REPUBLISHED.format(rights),
            "rightsInfo": {"linkedRights": rights} if is_address(rights) else None,
            "headlines": [_text("main", article.title)],
            "descriptions": [_text("summary", article.summary)],
            "bodies": [_text("main", html, "text/html")],
            "by": f"{article.byline_text}{f'; digest by {owner}' if ours else ''}",
            "located": None if article.dateline in NONE else article.dateline,
            "subjects": _subjects(article, site["SITEURL"]),
            "genres": [{"name": LABEL[article.kind]}],
            "infoSources": _sources(article),
            "renditions": [{"name": "page", "href": address, "contentType": "text/html"}],
            "associations": [_original(article)],
        }
    )


def _text(role: str, value: str, content_type: str = "text/plain") -> JsonObject:
    return {"role": role, "contentType": content_type, "value": value}


def _subjects(article: Article, root: str) -> list[JsonObject]:
    return [{"name": tag.name, "uri": f"{root}/{tag.url}", "rel": "about"} for tag in article.tags]


def _sources(article: Article) -> list[JsonObject]:
    """Who reported it, for whom, and through whom it was read."""
    source = article.source
    names = {"outlet": source["outlet"], "agency": source.get("agency")}
    names["read at"] = source.get("via")
    return [{"name": name, "role": role} for role, name in names.items() if name]


def _original(article: Article) -> JsonObject:
    """The report; a plain day is its midnight in UTC, as in our feeds."""
    source, day = article.source, day_of_report(article)
    headline = [] if source["headline"] == UNKNOWN else [{"value": source["headline"]}]
    return drop_empty(
        {
            "name": "original",
            "rel": "sameAs" if article.kind == "clipping" else "isBasedOn",
            "uri": source["url"],
            "type": "text",
            "representationType": "partial",
            "versionCreated": timestamp(day) if day else None,
            "language": source["language"],
            "headlines": headline,
            "by": "; ".join(author.name for author in authors(article)),
            "infoSources": [{"name": source["outlet"], "role": "outlet"}],
        }
    )
