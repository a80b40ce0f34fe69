"""What one article says must agree with itself, with the vocabulary and with the pictures."""

from datetime import date, datetime

from contract.document import Collection
from contract.faults import did_you_mean
from contract.place import Place
from formats import UNKNOWN


def day(value: date | datetime) -> date:
    """The calendar day of a date, or of a datetime in its own zone."""
    return value.date() if isinstance(value, datetime) else value


def agree(article: dict, typed: dict, place: Place) -> None:
    """Refuse keys that are sound one by one and contradict each other."""
    _by_whom(typed, place)
    _dates_agree(article, place)
    for i, picture in enumerate(article.get("images") or []):
        if picture and bool(picture.get("file")) != bool(picture.get("alt")):
            place.into("images", i).lack(
                'a picture with "file" needs "alt", what it shows in words; without "file" leave'
                ' "alt" out',
                f'images.{i + 1}: "file" and "alt", what it shows in words, or neither',
            )


def _by_whom(typed: dict, place: Place) -> None:
    given = {key for key in ("author", "authors") if place.needs is None or typed.get(key)}
    given &= typed.keys()
    whom = "who is named, or the office of a statement, or unknown"
    if not given:
        place.into("author").lack(f'missing key "author" - {whom}', f"author: {whom}")
    if len(given) > 1:
        place.into("author").refuse('"author" and "authors" together - keep one of them')


def _dates_agree(article: dict, place: Place) -> None:
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
    modified, corrections = article.get("modified"), article.get("corrections") or []
    noted = [day(c["date"]) for c in corrections if c and c.get("date")]
    if modified and day(modified) not in noted:
        place.into("modified").refuse(
            f'"modified" is {day(modified)} but no entry of "corrections" has that date - add one'
            " with date and note"
        )
    if noted and (not modified or day(modified) != max(noted)):
        place.into("corrections").refuse(
            f'"modified" must be the day of the newest correction: write modified: {max(noted)}'
        )
    if modified and published and day(modified) < day(published):
        place.into("modified").refuse(
            f'"modified" {day(modified)} is before "date" {day(published)}'
        )


def words_known(article: dict, place: Place, collection: Collection) -> None:
    """Refuse tags that are not in the vocabulary, and pictures that are not there."""
    used, tags = article.get("tags") or [], collection.vocabulary
    for i, tag in enumerate(used):
        if tag and tags and tag not in tags:
            place.into("tags", i).refuse(
                f'tag "{tag}" is not in content/data/tags.yaml{did_you_mean(tag, tags)}'
            )
        if tag in used[:i]:
            place.into("tags", i).refuse(f'tag "{tag}" a second time - keep one')
    for i, picture in enumerate(article.get("images") or []):
        file = (picture or {}).get("file")
        if file and f"images/{file}" not in collection.pictures:
            place.into("images", i, "file").refuse(f'no picture "{file}" in content/images/')
        if file and file in [(other or {}).get("file") for other in article["images"][:i]]:
            place.into("images", i, "file").refuse(f'picture "{file}" a second time - keep one')
