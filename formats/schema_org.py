"""Articles, names and pictures as schema.org JSON-LD.

The digest is ours and its author is the site; the report it rests on, with the people who wrote it,
is `isBasedOn`. A text that is republished is not ours: its authors are the report's, and the report
is the `sameAs`. https://schema.org/NewsArticle

The kind shows in `genre` as on the page. A digest of a report is no reporting of our own and so
plainly a NewsArticle; the report itself is a ReportageNewsArticle. What retells an analysis argues
as it does, and a statement is a text of its office, not an article.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from formats import UNKNOWN
from formats.article import LABEL, Article, Site, authors, day_of_report
from formats.dates import isodate
from formats.names import Name
from formats.text import JsonObject, drop_empty, is_address

CONTEXT = "https://schema.org"
DIGEST = {"analysis": ["NewsArticle", "AnalysisNewsArticle"]}
ORIGINAL = {
    "report": "ReportageNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "statement": "CreativeWork",
}


class ImageFile(Protocol):
    """A file of a picture: its path from the site's root, its size in pixels."""

    path: str
    width: int
    height: int


class Rights(Protocol):
    """Whose a picture is; license and terms are words or an address, all but two may be empty."""

    caption: str
    credit: str
    notice: str
    license: str
    terms: str
    source: str


def article_data(article: Article, site: Site) -> JsonObject:
    """The JSON-LD of one article, without its names and pictures."""
    ours = {
        "@type": "NewsMediaOrganization",
        "name": site["SITENAME"],
        "url": f"{site['SITEURL']}/",
    }
    return drop_unknown(
        {
            "@context": CONTEXT,
            "@type": DIGEST.get(article.kind, "NewsArticle"),
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
            **(
                republication(article)
                if article.kind == "clipping"
                else {"isBasedOn": original(article)}
            ),
        }
    )


def dates(article: Article) -> JsonObject:
    """When it was published, if that day is known, and last changed."""
    published = isodate(article.published_on) if day_of_report(article) else ""
    modified = getattr(article, "modified_on", None)
    return {
        "datePublished": published,
        "dateModified": isodate(modified) if modified else published,
    }


def corrections(article: Article) -> list[JsonObject]:
    """What was corrected, newest first: https://schema.org/CorrectionComment"""
    return [
        {
            "@type": "CorrectionComment",
            "datePublished": isodate(entry["date"]),
            "text": entry["note"],
        }
        for entry in getattr(article, "corrections", ())
    ]


def original(article: Article) -> JsonObject:
    """The report that the digest is made from."""
    source, day = article.source, day_of_report(article)
    return drop_unknown(
        {
            "@type": ORIGINAL[article.kind],
            "headline": source["headline"],
            "url": source["url"],
            "datePublished": isodate(day) if day else "",
            "inLanguage": source["language"],
            "author": people(article),
            "publisher": {"@type": "Organization", "name": source["outlet"]},
        }
    )


def republication(article: Article) -> JsonObject:
    """Whose a republished text is, the outlet's if nobody is named, and under what licence."""
    source, licence = article.source, article.licence
    outlet = {"@type": "NewsMediaOrganization", "name": source["outlet"]}
    return {
        "author": people(article) or outlet,
        "sourceOrganization": outlet,
        "sameAs": source["url"],
        "license": licence if is_address(licence) else {"@type": "CreativeWork", "name": licence},
    }


def people(article: Article) -> list[JsonObject]:
    """Persons for a report's authors; organizations for a statement's, and for a news agency."""
    names = [author.name for author in authors(article)]
    offices = names if article.kind == "statement" else [article.source.get("agency")]
    return [
        {"@type": "Organization" if name in offices else "Person", "name": name} for name in names
    ]


def subjects(names: Iterable[Name], about: Sequence[str]) -> JsonObject:
    """What an article is about, by the ids that it declares, and what else it mentions.

    https://schema.org/about and https://schema.org/mentions, with https://schema.org/sameAs
    """
    groups: dict[str, list[JsonObject]] = {"about": [], "mentions": []}
    for name in names:
        item = {"@type": name.kind_of.schema, "name": name.name, "sameAs": wikidata(name)}
        groups["about" if name.slug in about else "mentions"].append(drop_empty(item))
    return drop_empty(groups)


def name_data(name: Name, siteurl: str) -> JsonObject:
    """The JSON-LD of a name's page."""
    native = name.native
    own = [{"@value": native["name"], "@language": native["language"]}] if native else []
    latitude, longitude = name.coordinates or (None, None)
    geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return drop_empty(
        {
            "@context": CONTEXT,
            "@type": name.kind_of.schema,
            "name": name.name,
            "alternateName": [*own, *name.also],
            "description": name.description,
            "url": f"{siteurl}/{name.url}",
            "sameAs": wikidata(name),
            "geo": geo if name.coordinates else None,
        }
    )


def wikidata(name: Name) -> str:
    """The address of a name's item, as Wikidata writes it: https://www.wikidata.org/wiki/Q6279"""
    return f"https://www.wikidata.org/wiki/{name.wikidata}" if name.wikidata else ""


def image(file: ImageFile, siteurl: str, rights: Rights | None = None) -> JsonObject:
    """A picture with its rights; what is not given is left out. https://schema.org/ImageObject

    What image search reads of rights:
    https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
    """
    values = {
        "@type": "ImageObject",
        "contentUrl": f"{siteurl}/{file.path}",
        "width": file.width,
        "height": file.height,
    }
    if rights:
        values |= {
            "caption": rights.caption,
            "creditText": rights.credit,
            "copyrightNotice": rights.notice,
            "license": rights.license if is_address(rights.license) else "",
            "acquireLicensePage": rights.terms if is_address(rights.terms) else "",
            "isBasedOn": rights.source,
        }
    return drop_empty(values)


def drop_unknown(values: Mapping[str, Any]) -> JsonObject:
    """The values without those that are empty or not known."""
    return {key: value for key, value in drop_empty(values).items() if value != UNKNOWN}
