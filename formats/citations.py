"""The digest and the report it rests on as CSL-JSON items, and these as references in three styles.

https://github.com/citation-style-language/schema, csl-data.json. Every name is `literal`, as it
was printed: a string does not show the family name (Ji Da-gyum has it first, Ann Lee last), so no
name is split, turned around or cut to initials. There is no day of access, since a build does not
depend on the clock.

The styles are APA 7, Chicago 18 (bibliography) and MLA 9. Headlines keep the capitals they were
printed with. Where the newspaper is its own author, each style names it once. For a work without a
date Chicago and MLA would add a day of access; there is none here.
"""

from datetime import date
from typing import NamedTuple, NotRequired, TypedDict, cast
from urllib.parse import quote

from formats import UNKNOWN
from formats.article import Article, Site, authors, day_of_report
from formats.dates import longdate
from formats.text import drop_empty

NEWS, PAGE = "article-newspaper", "webpage"
GENRE = {"analysis": "Analysis", "statement": "Official statement"}
ALLOWED = "%:/?#[]@!$&'()*+,;=~"
SINGLE_QUOTES = str.maketrans({"“": "\u2018", "”": "\u2019", '"': "'"})


Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "title": str,
        "container-title": str,
        "URL": str,
        "language": str,
        "author": NotRequired[list[dict[str, str]]],
        "issued": NotRequired[dict[str, list[list[int]]]],
        "genre": NotRequired[str],
        "source": NotRequired[str],
    },
)


class Part(NamedTuple):
    """A stretch of a reference: whether it is in italics, and its language if not English."""

    text: str
    italic: bool = False
    lang: str = ""


def digest(article: Article, site: Site) -> Item:
    """The item of our page.

    We sign our digests, not a report that is republished. The page has a day where its report has.
    """
    name, url = site["SITENAME"], f"{site['SITEURL']}/{article.url}"
    values: dict[str, str | None] = {"type": NEWS, "title": article.title, "language": article.lang}
    people = signers(article) if article.kind == "clipping" else [name]
    return _item(article, "digest", values, people, name, url)


def original(article: Article) -> Item:
    """The item of the report or statement; without a known headline its title is a description."""
    source, headline = article.source, article.source["headline"]
    if headline == UNKNOWN:
        kind = noun(article.kind).capitalize()
        headline = f"[{kind} with unknown headline, source of “{article.title}”]"
    values = {
        "type": PAGE if article.kind == "statement" else NEWS,
        "title": headline,
        "language": source["language"],
        "genre": GENRE.get(article.kind),
        "source": source.get("via"),
    }
    people = signers(article, outlet=False)
    return _item(article, "original", values, people, source["outlet"], source["url"])


def signers(article: Article, *, outlet: bool = True) -> list[str]:
    """Who wrote the report: the people, or else the agency, or else the outlet."""
    people = [author.name for author in authors(article)]
    others = [article.source.get("agency"), article.source["outlet"] if outlet else None]
    return people or [name for name in others if name][:1]


def noun(kind: str) -> str:
    """What the original is called."""
    return "report" if kind == "clipping" else kind


def _item(
    article: Article,
    prefix: str,
    values: dict[str, str | None],
    people: list[str],
    container: str,
    url: str,
) -> Item:
    day = day_of_report(article)
    item = {
        "id": f"{prefix}-{article.published_on:%Y-%m}-{article.slug}",
        **values,
        "author": [{"literal": person} for person in people],
        "container-title": container,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": encode_address(url),
    }
    return cast(Item, drop_empty(item))


def encode_address(url: str) -> str:
    """The address with all that RFC 3986 does not allow in one percent-encoded."""
    return quote(url, safe=ALLOWED)


def apa(item: Item) -> list[Part]:
    """Author. (Year, Month Day). Title. *Newspaper*. URL; without an author the title leads.

    Of a page, and of what its site itself signed, the title is in italics; all but 19 and the
    last of more than 20 authors are left out.
    """
    people, day, container = names(item), date_issued(item), item["container-title"]
    own, news = people == [container], item["type"] == NEWS
    if len(people) > 20:
        who = ", ".join([*people[:19], f". . . {people[-1]}"])
    else:
        who = join_names(people, "&", "&")
    when = f"({day:%Y, %B} {day.day})." if day else "(n.d.)."
    what = title(item, italic=own or not news)
    genre = f" [{item['genre']}]" if "genre" in item else ""
    end = genre + stop(what.text + genre)
    lead = [Part(f"{who}{stop(who)} {when} "), what, Part(f"{end} ")]
    if not who:
        lead = [what, Part(f"{end} {when} ")]
    site = [] if own else [Part(container, italic=news), Part(f"{stop(container)} ")]
    return [*lead, *site, Part(item["URL"])]


def chicago(item: Item) -> list[Part]:
    """Author. “Title.” *Newspaper*, Month Day, Year. URL.

    The name of the newspaper, without its The, stands in place of an unknown author; of more
    than six authors the first three are named.
    """
    people, day, news = names(item), date_issued(item), item["type"] == NEWS
    container = item["container-title"].removeprefix("The ") if news else item["container-title"]
    many = len(people) > 6
    who = f"{', '.join(people[:3])}, et al." if many else join_names(people, "and", "and")
    lead = Part(who) if people else Part(container, italic=news)
    again = people and people != [item["container-title"]]
    when = longdate(day) if day else "n.d."
    via = f" {item['source']}{stop(item['source'])}" if "source" in item else ""
    return [
        lead,
        Part(f"{stop(lead.text)} "),
        *quote_title(item),
        *([Part(container, italic=news), Part(", ")] if again else []),
        Part(f"{when}{stop(when)}{via} {item['URL']}."),
    ]


def mla(item: Item) -> list[Part]:
    """Author. “Title.” *Newspaper*, Day Month Year, URL.

    Of three authors and more the first is named; an unknown day is left out; the site on which a
    report was read is its second container.
    """
    people, day, container = names(item), date_issued(item), item["container-title"]
    who = " and ".join(people) if len(people) < 3 else f"{people[0]}, et al."
    lead = [] if not people or people == [container] else [Part(f"{who}{stop(who)} ")]
    parts = [*lead, *quote_title(item), Part(container, italic=True)]
    if day:
        parts.append(Part(f", {day.day} {short_month(day)} {day.year}"))
    if "source" in item:
        parts += [Part(". "), Part(item["source"], italic=True)]
    return [*parts, Part(f", {item['URL']}.")]


def names(item: Item) -> list[str]:
    """The authors as printed."""
    return [person["literal"] for person in item.get("author", [])]


def date_issued(item: Item) -> date | None:
    """The day of publication, or None where it is not known."""
    return date(*item["issued"]["date-parts"][0]) if "issued" in item else None


def title(item: Item, italic: bool = False) -> Part:
    """The title as printed; a description is ours, in English and upright."""
    if is_description(item):
        return Part(item["title"])
    language = item["language"]
    return Part(item["title"], italic, "" if language.split("-")[0] == "en" else language)


def quote_title(item: Item) -> list[Part]:
    """The title and its stop in double quotes, those within it single; a description has none."""
    part = title(item)
    if is_description(item):
        return [part, Part(". ")]
    inner = part.text.translate(SINGLE_QUOTES)
    return [Part("“"), part._replace(text=inner), Part(f"{stop(inner)}” ")]


def is_description(item: Item) -> bool:
    """Whether square brackets say that the title is a description, not a headline."""
    return item["title"].startswith("[") and item["title"].endswith("]")


def stop(text: str) -> str:
    """The full stop after a text that does not bring its own."""
    return "" if text.endswith((".", "?", "!", "…")) else "."


def join_names(people: list[str], last: str, two: str) -> str:
    """A; A two B; A, B, last C."""
    if len(people) < 3:
        return f" {two} ".join(people)
    return f"{', '.join(people[:-1])}, {last} {people[-1]}"


def short_month(day: date) -> str:
    """The month as MLA shortens it: May, June and July stand whole, September is Sept."""
    month = f"{day:%B}"
    return month if len(month) < 5 else {"September": "Sept."}.get(month, f"{month[:3]}.")
