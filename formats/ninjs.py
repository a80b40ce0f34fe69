"""An article as ninjs 3.0, News in JSON: https://iptc.org/standards/ninjs/

Only what is known stands there. The digest is ours; the report it rests on is an association, and
its outlet an information source. A text that is republished is its outlet's.
"""

from formats import UNKNOWN
from formats.addresses import is_address
from formats.byline import LABEL
from formats.dates import timestamp

SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TERMS = (
    "CC BY 4.0: share and adapt it for any purpose if you name {}, link the license and say what"
    " you changed. Quotations, and the headline of the report, remain their owners'."
)
REPUBLISHED = "Republished under the license of its owner: {}"
NONE = {"none", UNKNOWN}


def licence(article) -> str:
    """The license of the text: ours for a digest, that of the report where it is republished."""
    return article.licence if article.kind == "clipping" else LICENCE


def ninjs(article, site: dict, html: str) -> dict:
    """One article, its text as `html`; `site` holds SITEURL and SITENAME."""
    root, ours = site["SITEURL"], article.kind != "clipping"
    owner = site["SITENAME"] if ours else article.source["outlet"]
    terms = TERMS.format(owner) if ours else REPUBLISHED.format(licence(article))
    return _known(
        {
            "uri": f"{root}/{article.url}",
            "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
            "type": "text",
            "representationType": "full",
            "versionCreated": article.updated,
            "pubStatus": "usable",
            "language": article.lang,
            "copyrightHolder": f"the contributors to {owner}" if ours else owner,
            "usageTerms": terms,
            "rightsInfo": {"linkedRights": licence(article)}
            if is_address(licence(article))
            else None,
            "headlines": [{"role": "main", "contentType": "text/plain", "value": article.title}],
            "descriptions": [
                {"role": "summary", "contentType": "text/plain", "value": article.summary}
            ],
            "bodies": [{"role": "main", "contentType": "text/html", "value": html}],
            "by": f"{article.byline_text}{f'; digest by {owner}' if ours else ''}",
            "located": None if article.dateline in NONE else article.dateline,
            "subjects": [
                {"name": tag.name, "uri": f"{root}/{tag.url}", "rel": "about"}
                for tag in article.tags
            ],
            "genres": [{"name": LABEL[article.kind]}],
            "infoSources": _sources(article),
            "renditions": [
                {"name": "page", "href": f"{root}/{article.url}", "contentType": "text/html"}
            ],
            "associations": [_original(article)],
        }
    )


def _sources(article) -> list[dict]:
    """Who reported it, for whom, and through whom it was read."""
    source = article.source
    named = [("outlet", source["outlet"]), ("agency", source.get("agency"))]
    named.append(("read at", source.get("via")))
    return [{"name": name, "role": role} for role, name in named if name]


def _original(article) -> dict:
    """The report; a plain day is its midnight in UTC, as in our feeds."""
    source, published = article.source, article.source["published"]
    headline = [] if source["headline"] == UNKNOWN else [{"value": source["headline"]}]
    return _known(
        {
            "name": "original",
            "rel": "sameAs" if article.kind == "clipping" else "isBasedOn",
            "uri": source["url"],
            "type": "text",
            "representationType": "partial",
            "versionCreated": None if published == UNKNOWN else timestamp(published),
            "language": source["language"],
            "headlines": headline,
            "by": "; ".join(author.name for author in getattr(article, "authors", [])),
            "infoSources": [{"name": source["outlet"], "role": "outlet"}],
        }
    )


def _known(values: dict) -> dict:
    """The values without those that are empty."""
    return {key: value for key, value in values.items() if value}
