"""Adds `article.structured_data`: the article as schema.org JSON-LD.

The digest is ours and its author is Standing Watch; the report it rests on, with the people who
wrote it, is `isBasedOn`. https://schema.org/NewsArticle

The kind shows in `genre` as on the page. A digest of a report is no reporting of our own and so
plainly a NewsArticle; the report itself is a ReportageNewsArticle. What retells an analysis argues
as it does, and a statement is a text of its office, not an article.
"""

from pelican import signals

from plugins.article_contract.values import UNKNOWN
from plugins.byline import LABEL
from plugins.dates import isodate
from plugins.image_objects import image_objects

DIGEST = {
    "report": "NewsArticle",
    "analysis": ["NewsArticle", "AnalysisNewsArticle"],
    "statement": "NewsArticle",
}
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


def corrections(article) -> list[dict]:
    """What was corrected, newest first: https://schema.org/CorrectionComment"""
    return [
        {
            "@type": "CorrectionComment",
            "datePublished": isodate(correction["date"]),
            "text": correction["note"],
        }
        for correction in getattr(article, "corrections", [])
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


def structured_data(article, site: dict) -> dict:
    """The JSON-LD of one article; `site` holds SITEURL and SITENAME."""
    ours = {
        "@type": "NewsMediaOrganization",
        "name": site["SITENAME"],
        "url": f"{site['SITEURL']}/",
    }
    modified, dateline = getattr(article, "modified_on", None), article.dateline
    return known(
        {
            "@context": "https://schema.org",
            "@type": DIGEST[article.kind],
            "genre": LABEL[article.kind],
            "headline": article.title,
            "description": article.summary,
            "url": f"{site['SITEURL']}/{article.url}",
            "mainEntityOfPage": f"{site['SITEURL']}/{article.url}",
            "datePublished": isodate(article.published_on),
            "dateModified": isodate(modified or article.published_on),
            "dateline": "" if dateline == "none" else dateline,
            "inLanguage": article.lang,
            "keywords": [tag.name for tag in article.tags],
            "author": ours,
            "publisher": ours,
            "isBasedOn": original(article),
            "correction": corrections(article),
        }
    )


def add_structured_data(generators):
    context, settings = generators[0].context, generators[0].settings
    for article in context["articles"]:
        images = {"image": image_objects(article, settings["SITEURL"])}
        article.structured_data = structured_data(article, settings) | images


def register():
    signals.all_generators_finalized.connect(add_structured_data)
