"""The digest and the report it rests on as CSL-JSON items, from which all else is formatted.

https://github.com/citation-style-language/schema, csl-data.json. Every name is `literal`, as it
was printed: a string does not tell the family name (Ji Da-gyum has it first, Ann Lee last), so no
name is split, turned around or cut to initials. There is no day of access, since a build does not
depend on the clock.
"""

from datetime import date
from urllib.parse import quote

from formats import UNKNOWN

NEWS, PAGE = "article-newspaper", "webpage"
GENRE = {"analysis": "Analysis", "statement": "Official statement"}
RESERVED = "%:/?#[]@!$&'()*+,;=~"


def digest(article, site: dict) -> dict:
    """The item of our page; `site` holds SITEURL and SITENAME.

    We sign our digests, not a report that is republished. The page has a day where its report has.
    """
    republished = article.kind == "clipping"
    return _item(
        article,
        "digest",
        title=article.title,
        container=site["SITENAME"],
        names=whose(article) if republished else [site["SITENAME"]],
        published=article.source["published"],
        url=f"{site['SITEURL']}/{article.url}",
        language=article.lang,
    )


def original(article) -> dict:
    """The item of the report or statement; without a known headline its title is a description."""
    source, headline = article.source, article.source["headline"]
    if headline == UNKNOWN:
        kind = noun(article.kind).capitalize()
        headline = f"[{kind} with unknown headline, source of “{article.title}”]"
    return _item(
        article,
        "original",
        type=PAGE if article.kind == "statement" else NEWS,
        title=headline,
        container=source["outlet"],
        names=whose(article, outlet=False),
        published=source["published"],
        url=source["url"],
        language=source["language"],
        genre=GENRE.get(article.kind),
        source=source.get("via"),
    )


def whose(article, *, outlet: bool = True) -> list[str]:
    """Who wrote the report: the people, or else the agency, or else the outlet."""
    people = [author.name for author in getattr(article, "authors", [])]
    others = [article.source.get("agency"), article.source["outlet"] if outlet else None]
    return people or [name for name in others if name][:1]


def noun(kind: str) -> str:
    """What the original is called."""
    return "report" if kind == "clipping" else kind


def _item(article, name, *, container, names, published, url, **known) -> dict:
    values = {
        "id": f"{name}-{article.published_on:%Y-%m}-{article.slug}",
        "type": NEWS,
        **known,
        "author": [{"literal": person} for person in names],
        "container-title": container,
        "issued": {} if published == UNKNOWN else {"date-parts": [day_parts(published)]},
        "URL": web_address(url),
    }
    return {key: value for key, value in values.items() if value}


def day_parts(day: date) -> list[int]:
    """Year, month and day; of a datetime in its own zone."""
    return [day.year, day.month, day.day]


def web_address(url: str) -> str:
    """The address with all that RFC 3986 does not allow in one percent-encoded."""
    return quote(url, safe=RESERVED)
