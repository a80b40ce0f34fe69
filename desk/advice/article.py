"""Advice on one article."""

from datetime import datetime

from contract import Document, Fault
from contract.article_rules import day
from contract.faults import Place

# How many characters of a page search results show, roughly.
SHOWN = {"title": 70, "summary": 160}
FEWEST, MOST = 250, 800


def lengths(article: dict, place: Place) -> None:
    """A headline and a deck that search results show whole."""
    for key, most in SHOWN.items():
        text = article.get(key) or ""
        if len(text) > most:
            last = " ".join(text[:most].split()[-3:])
            place.into(key).refuse(
                f'"{key}" has {len(text)} characters; search results would cut it about "{last}"'
                f" - put what matters first, or shorten it to {most}"
            )


def repeated(article: dict, place: Place) -> None:
    """Each related story once."""
    slugs = article.get("related") or []
    for i, slug in enumerate(slugs):
        if slug and slug in slugs[:i]:
            place.into("related", i).refuse(f'related "{slug}" a second time - take one out')


def dates(article: dict, place: Place, now: datetime) -> None:
    """No date in the future, and no correction of what was not published yet."""
    published = article.get("date")
    if published and day(published) > now.date():
        place.into("date").refuse(
            f'"date" {published} is in the future - write when the report was published'
        )
    for i, correction in enumerate(article.get("corrections") or []):
        corrected = (correction or {}).get("date")
        if published and corrected and day(corrected) < day(published):
            place.into("corrections", i, "date").refuse(
                f'the correction of {day(corrected)} is older than the article\'s "date"'
                f" {day(published)} - write the day on which it was corrected"
            )


def words(document: Document, place: Place) -> None:
    """A digest of a length that is read; a report that is republished is as long as it is."""
    count = len(document.body.split())
    if document.metadata.get("kind") != "clipping" and not FEWEST <= count <= MOST:
        line = document.body_line + len(document.body) - len(document.body.lstrip("\n"))
        message = f"the text has {count} words - write {FEWEST} to {MOST}"
        place.faults.append(Fault(place.path, line, message))


def needs(document: Document, place: Place) -> None:
    """What a draft lacks before it can be published."""
    for line, text in document.needs:
        place.faults.append(Fault(place.path, line, f"this draft needs: {text}"))
