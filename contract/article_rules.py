"""What one article says must agree with itself, and a published one has words of ours."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from contract.faults import Fault, Place, quantity
from contract.front_matter import FrontMatter
from contract.sentences import find_clipped
from formats import UNKNOWN

MOST_SENTENCES = 5  # of the report that messages quote
FIRST_WORDS = 8  # of each


def check_article(article: dict[str, Any], front: FrontMatter, place: Place) -> None:
    """Refuse keys that are valid one by one and contradict each other, and words of the report."""
    _check_byline(front.values, place)
    _check_dates(article, place)
    _check_pictures(article, place)
    _check_licence(article, place)
    if article.get("status") != "draft":
        _check_needs(article, place)
        _check_words(article, front, place)


def day(value: date | datetime) -> date:
    """The calendar day of a date, or of a datetime in its own zone."""
    return value.date() if isinstance(value, datetime) else value


def _check_byline(values: dict[str, Any], place: Place) -> None:
    keys = {key for key in ("author", "authors") if place.needs is None or values.get(key)}
    keys &= values.keys()
    whom = "who is named, or the office of a statement, or unknown"
    if not keys:
        place.into("author").lack(f'missing key "author" - {whom}', f"author: {whom}")
    if len(keys) > 1:
        place.into("author").refuse('"author" and "authors" together - keep one of them')


def _check_dates(article: dict[str, Any], place: Place) -> None:
    source, published = article.get("source") or {}, article.get("date")
    if source.get("published") == UNKNOWN:
        if not source.get("published_note"):
            place.into("source", "published").lack(
                '"source.published" is unknown: say in "source.published_note" what day "date" is',
                'source.published_note: what day "date" is, as the day of publication is unknown',
            )
    elif published and source.get("published") and source["published"] != published:
        place.into("source", "published").refuse(
            f'"source.published" and "date" differ: {source["published"]} and {published} - write'
            ' the same, or unknown and a "published_note"'
        )
    modified, corrections = article.get("modified"), place.entries(article, "corrections")
    days = [day(correction["date"]) for _, correction in corrections if correction["date"]]
    if modified and day(modified) not in days:
        place.into("modified").refuse(
            f'"modified" is {day(modified)} but no entry of "corrections" has that date - add one'
            " with date and note"
        )
    if days and (not modified or day(modified) != max(days)):
        place.into("corrections").refuse(
            f'"modified" must be the day of the newest correction: write modified: {max(days)}'
        )
    if modified and published and day(modified) < day(published):
        place.into("modified").refuse(
            f'"modified" {day(modified)} is before "date" {day(published)}'
        )


def _check_pictures(article: dict[str, Any], place: Place) -> None:
    for here, picture in place.entries(article, "images"):
        if bool(picture["file"]) != bool(picture["alt"]):
            here.lack(
                'a picture with "file" needs "alt", what it shows in words; without "file" leave'
                ' "alt" out',
                f'{here.name}: "file" and "alt", what it shows in words, or neither',
            )


def _check_licence(article: dict[str, Any], place: Place) -> None:
    """A report's own text needs its licence, and a licence such a text."""
    licence, kind = article.get("licence"), article.get("kind")
    if kind == "clipping" and not licence:
        what = "its name or address, or public domain"
        place.into("kind").lack(
            f'"kind" is clipping, the report\'s own text: write "licence" - {what}',
            f"licence: {what}, as the text is the report's own",
        )
    if licence and kind not in {"clipping", None}:
        place.into("licence").refuse(
            f'"licence" is for a text that is republished; this is "{kind}", a digest of ours'
            " - write kind: clipping, or take the licence out"
        )


def _check_needs(article: dict[str, Any], place: Place) -> None:
    for here, need in place.entries(article, "needs"):
        here.refuse(
            f'still needed: "{need}" - settle it and take the line out, or write status: draft'
        )


def _check_words(article: dict[str, Any], front: FrontMatter, place: Place) -> None:
    """A published digest has no sentence of the report's, unless its licence lets us republish."""
    fingerprints = article.get("clipped")
    if not fingerprints or (article.get("kind") == "clipping" and article.get("licence")):
        return
    for here, words in _own_words(article, place):
        if find_clipped(words, fingerprints):
            here.refuse(f'"{here.name}" is still the report\'s - write it in your own words')
    sentences = find_clipped(front.body, fingerprints)
    for number, (line, sentence) in enumerate(sentences[: MOST_SENTENCES + 1]):
        message = f'this sentence is still the report\'s: "{first_words(sentence)}"'
        if number == MOST_SENTENCES:
            more = quantity(len(sentences) - MOST_SENTENCES, "more sentence")
            message = f"still the report's from here on: {more}"
        message = f"{message} - write it in your own words"
        place.faults.append(Fault(place.path, front.body_line + line, message))


def _own_words(article: dict[str, Any], place: Place) -> Iterator[tuple[Place, str]]:
    """What stands beside the text in words of ours, each with its place."""
    for key in ("title", "summary"):
        yield place.into(key), article.get(key) or ""
    for here, image in place.entries(article, "images"):
        yield here.into("caption"), image["caption"] or ""


def first_words(sentence: str) -> str:
    """Enough of a sentence to find it by."""
    words = sentence.split()
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")
