"""What would make a sound collection better. Advice never fails anything."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from contract import Collection, Document, Fault
from contract.article_rules import day
from contract.faults import Place

# How many characters of a page search results show, roughly.
SEARCH_RESULT_LENGTHS = {"title": 70, "summary": 160}
FEWEST, MOST = 250, 800  # words of a digest


def advise(collection: Collection, now: datetime) -> list[Fault]:
    """Every piece of advice with its place; dates after `now` are in the future."""
    advice: list[Fault] = []
    for document in [*collection.of("articles"), *collection.of("articles", published=False)]:
        place = replace(document.place, faults=advice)
        _check_lengths(document.metadata, place)
        _check_repeats(document.metadata, place)
        _check_dates(document.metadata, place, now)
        if document.published:
            _check_word_count(document, place)
        else:
            needs = ((line, f"this draft needs: {text}") for line, text in document.needs)
            advice += [Fault(place.path, line, message) for line, message in needs]
    bearers = Counter(tag for article in collection.of("articles") for tag in _tags_of(article))
    for article in collection.of("articles"):
        _check_lone_tags(article, collection, bearers, replace(article.place, faults=advice))
    _check_unused_names(collection, advice)
    _check_unused_pictures(collection, advice)
    return sorted(advice)


def _check_lengths(article: dict, place: Place) -> None:
    """A headline and a deck that search results show whole."""
    for key, most in SEARCH_RESULT_LENGTHS.items():
        text = article.get(key) or ""
        if len(text) > most:
            last = " ".join(text[:most].split()[-3:])
            place.into(key).refuse(
                f'"{key}" has {len(text)} characters; search results would cut it about "{last}"'
                f" - put what matters first, or shorten it to {most}"
            )


def _check_repeats(article: dict, place: Place) -> None:
    """Each related story once."""
    slugs = article.get("related") or []
    for i, slug in enumerate(slugs):
        if slug and slug in slugs[:i]:
            place.into("related", i).refuse(f'related "{slug}" a second time - take one out')


def _check_dates(article: dict, place: Place, now: datetime) -> None:
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


def _check_word_count(document: Document, place: Place) -> None:
    """A digest of a length that is read; a report that is republished is as long as it is."""
    count = len(document.body.split())
    if document.metadata.get("kind") != "clipping" and not FEWEST <= count <= MOST:
        line = document.body_line + len(document.body) - len(document.body.lstrip("\n"))
        message = f"the text has {count} words - write {FEWEST} to {MOST}"
        place.faults.append(Fault(place.path, line, message))


def _tags_of(article: Document) -> list[str]:
    return article.metadata.get("tags") or []


def _check_lone_tags(
    article: Document, collection: Collection, bearers: Counter[str], place: Place
) -> None:
    """A tag is for finding more of the same; `bearers` counts the articles that have each."""
    tags = _tags_of(article)
    for i, tag in enumerate(tags):
        if bearers[tag] == 1 and tag in collection.vocabulary:
            place.into("tags", i).refuse(
                f'tag "{tag}" is used by no other article - give it to others that it fits, or'
                " take it out"
            )
    if tags and not article.metadata.get("related") and max(bearers[tag] for tag in tags) == 1:
        place.into("tags").refuse(
            "no other article shares a tag with this one, so it leads to none - give it a tag"
            ' that another has, or name slugs under "related"'
        )


def _check_unused_names(collection: Collection, advice: list[Fault]) -> None:
    """A name has a page where an article names it."""
    articles = (*collection.of("articles"), *collection.of("articles", published=False))
    used = {slug for a in articles for slug in [*a.names, *(a.metadata.get("about") or [])]}
    for slug in collection.registry.keys() - used:
        place = collection.documents["data/registry.yaml"].place.into(slug)
        replace(place, faults=advice).refuse(
            f'no article names "{slug}", so it has no page - mark it in one, as in'
            f" [words](name:{slug}), or take it out"
        )


def _check_unused_pictures(collection: Collection, advice: list[Fault]) -> None:
    """A picture that no article lists is not published."""
    images = [document.metadata.get("images") or [] for document in collection.documents.values()]
    used = {f"images/{image.get('file')}" for each in images for image in each if image}
    message = 'no article lists this picture - list it under "images" of one, or delete it'
    unused = sorted(set(collection.pictures) - used)
    advice += [Fault(collection.name_of(path), 1, message) for path in unused]
