"""An article as schema.org JSON-LD.

The digest is ours and its author is Standing Watch; the report it rests on, with the people who
wrote it, is `isBasedOn`. A text that is republished is not ours: its authors are the report's, and
the report is the `sameAs`. https://schema.org/NewsArticle

The kind shows in `genre` as on the page. A digest of a report is no reporting of our own and so
plainly a NewsArticle; the report itself is a ReportageNewsArticle. What retells an analysis argues
as it does, and a statement is a text of its office, not an article.
"""

from formats import UNKNOWN
from formats.byline import LABEL
from formats.dates import isodate
from formats.structured_works import known, original, republished

DIGEST = {
    "report": "NewsArticle",
    "analysis": ["NewsArticle", "AnalysisNewsArticle"],
    "statement": "NewsArticle",
    "clipping": "NewsArticle",
}


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


def dates(article) -> dict:
    """When it was published, if that day is known, and last changed."""
    unknown = article.source["published"] == UNKNOWN
    published = "" if unknown else isodate(article.published_on)
    modified = getattr(article, "modified_on", None)
    return {
        "datePublished": published,
        "dateModified": isodate(modified) if modified else published,
    }


def structured_data(article, site: dict) -> dict:
    """The JSON-LD of one article; `site` holds SITEURL and SITENAME."""
    ours = {
        "@type": "NewsMediaOrganization",
        "name": site["SITENAME"],
        "url": f"{site['SITEURL']}/",
    }
    return known(
        {
            "@context": "https://schema.org",
            "@type": DIGEST[article.kind],
            "genre": LABEL[article.kind],
            "headline": article.title,
            "description": article.summary,
            "url": f"{site['SITEURL']}/{article.url}",
            "mainEntityOfPage": f"{site['SITEURL']}/{article.url}",
            **dates(article),
            "dateline": "" if article.dateline == "none" else article.dateline,
            "inLanguage": article.lang,
            "keywords": [tag.name for tag in article.tags],
            "author": ours,
            "publisher": ours,
            "correction": corrections(article),
            **whose(article),
        }
    )


def whose(article) -> dict:
    """What a digest rests on, or whose a republished text is."""
    if article.kind == "clipping":
        return republished(article)
    return {"isBasedOn": original(article)}
