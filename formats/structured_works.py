"""The report behind an article as schema.org has it: what a digest rests on, or whose a text is."""

from formats import UNKNOWN
from formats.addresses import is_address
from formats.dates import isodate

ORIGINAL = {
    "report": "ReportageNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "statement": "CreativeWork",
}


def known(values: dict) -> dict:
    """Without the keys that have no value or whose value is not known."""
    return {key: value for key, value in values.items() if value and value != UNKNOWN}


def people(article) -> list[dict]:
    """Persons for a report's authors; organizations for a statement's, and for a news agency."""
    names = [author.name for author in getattr(article, "authors", [])]
    offices = names if article.kind == "statement" else [article.source.get("agency")]
    return [
        {"@type": "Organization" if name in offices else "Person", "name": name} for name in names
    ]


def original(article) -> dict:
    """The report that the digest is made from."""
    source, published = article.source, article.source["published"]
    return known(
        {
            "@type": ORIGINAL[article.kind],
            "headline": source["headline"],
            "url": source["url"],
            "datePublished": published if published == UNKNOWN else isodate(published),
            "inLanguage": source["language"],
            "author": people(article),
            "publisher": {"@type": "Organization", "name": source["outlet"]},
        }
    )


def republished(article) -> dict:
    """Whose a republished text is, the outlet's if nobody is named, and under what licence."""
    source, licence = article.source, article.licence
    outlet = {"@type": "NewsMediaOrganization", "name": source["outlet"]}
    return {
        "author": people(article) or outlet,
        "sourceOrganization": outlet,
        "sameAs": source["url"],
        "license": licence if is_address(licence) else {"@type": "CreativeWork", "name": licence},
    }
