"""An item as a reference in three styles: APA 7, Chicago 18 (bibliography) and MLA 9.

Headlines keep the capitals they were printed with. Where the newspaper is its own author, each
style names it once. For a work without a date Chicago and MLA would add a day of access; there
is none here.
"""

from datetime import date

from formats.citation.item import NEWS
from formats.citation.parts import Part, day, listed, names, quoted, stop, title
from formats.dates import longdate


def apa(item: dict) -> list[Part]:
    """Author. (Year, Month Day). Title. *Newspaper*. URL; without an author the title leads.

    Of a page, and of what its site itself signed, the title is in italics; all but 19 and the
    last of more than 20 authors are left out.
    """
    people, published, container = names(item), day(item), item["container-title"]
    own, news = people == [container], item["type"] == NEWS
    if len(people) > 20:
        people = [*people[:19], f". . . {people[-1]}"]
        who = ", ".join(people)
    else:
        who = listed(people, "&", "&")
    when = f"({published:%Y, %B} {published.day})." if published else "(n.d.)."
    what = title(item, italic=own or not news)
    genre = f" [{item['genre']}]" if "genre" in item else ""
    end = genre + stop(what.text + genre)
    lead = [Part(f"{who}{stop(who)} {when} "), what, Part(f"{end} ")]
    if not who:
        lead = [what, Part(f"{end} {when} ")]
    site = [] if own else [Part(container, italic=news), Part(f"{stop(container)} ")]
    return [*lead, *site, Part(item["URL"])]


def chicago(item: dict) -> list[Part]:
    """Author. “Title.” *Newspaper*, Month Day, Year. URL.

    The name of the newspaper, without its The, stands in place of an unknown author; of more
    than six authors the first three are named.
    """
    people, published, news = names(item), day(item), item["type"] == NEWS
    container = item["container-title"].removeprefix("The ") if news else item["container-title"]
    who = listed(people, "and", "and") if len(people) < 7 else f"{', '.join(people[:3])}, et al."
    lead = Part(who) if people else Part(container, italic=news)
    again = people and people != [item["container-title"]]
    when = longdate(published) if published else "n.d."
    via = f" {item['source']}{stop(item['source'])}" if "source" in item else ""
    return [
        lead,
        Part(f"{stop(lead.text)} "),
        *quoted(item),
        *([Part(container, italic=news), Part(", ")] if again else []),
        Part(f"{when}{stop(when)}{via} {item['URL']}."),
    ]


def mla(item: dict) -> list[Part]:
    """Author. “Title.” *Newspaper*, Day Month Year, URL.

    Of three authors and more the first is named; an unknown day is left out; the site on which a
    report was read is its second container.
    """
    people, published, container = names(item), day(item), item["container-title"]
    who = " and ".join(people) if len(people) < 3 else f"{people[0]}, et al."
    lead = [] if not people or people == [container] else [Part(f"{who}{stop(who)} ")]
    parts = [*lead, *quoted(item), Part(container, italic=True)]
    if published:
        parts.append(Part(f", {published.day} {short(published)} {published.year}"))
    if "source" in item:
        parts += [Part(". "), Part(item["source"], italic=True)]
    return [*parts, Part(f", {item['URL']}.")]


def short(published: date) -> str:
    """The month as MLA shortens it: May, June and July stand whole, September is Sept."""
    month = f"{published:%B}"
    return month if len(month) < 5 else {"September": "Sept."}.get(month, f"{month[:3]}.")
