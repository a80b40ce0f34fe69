"""Advice on what articles have to do with each other and with the files around them."""

from collections import Counter
from dataclasses import replace

from contract import Collection, Fault


def tags_used_once(collection: Collection, advice: list[Fault]) -> None:
    """A tag is for finding more of the same."""
    published = collection.of("articles")
    bearers = Counter(tag for article in published for tag in article.metadata.get("tags") or [])
    for article in published:
        for i, tag in enumerate(article.metadata.get("tags") or []):
            if bearers[tag] == 1 and tag in collection.vocabulary:
                replace(article.place, faults=advice).into("tags", i).refuse(
                    f'tag "{tag}" is used by no other article - give it to others that it fits, or'
                    " take it out"
                )


def alone(collection: Collection, advice: list[Fault]) -> None:
    """Every story leads to another."""
    published = collection.of("articles")
    bearers = Counter(tag for article in published for tag in article.metadata.get("tags") or [])
    for article in published:
        tags = article.metadata.get("tags") or []
        if tags and not article.metadata.get("related") and max(bearers[tag] for tag in tags) == 1:
            replace(article.place, faults=advice).into("tags").refuse(
                "no other article shares a tag with this one, so it leads to none - give it a tag"
                ' that another has, or name slugs under "related"'
            )


def names_unused(collection: Collection, advice: list[Fault]) -> None:
    """A name has a page where an article names it."""
    articles = (*collection.of("articles"), *collection.of("articles", published=False))
    used = {slug for a in articles for slug in [*a.names, *(a.metadata.get("about") or [])]}
    for slug in collection.registry.keys() - used:
        place = collection.documents["data/registry.yaml"].place.into(slug)
        replace(place, faults=advice).refuse(
            f'no article names "{slug}", so it has no page - mark it in one, as in'
            f" [words](name:{slug}), or take it out"
        )


def pictures_unused(collection: Collection, advice: list[Fault]) -> None:
    """A picture that nothing shows is not published."""
    articles = [document.metadata.get("images") for document in collection.documents.values()]
    used = {f"images/{image.get('file')}" for images in articles for image in images or [] if image}
    message = 'no article lists this picture - list it under "images" of one, or delete it'
    unused = sorted(set(collection.pictures) - used)
    advice += [Fault(collection.name_of(path), 1, message) for path in unused]
