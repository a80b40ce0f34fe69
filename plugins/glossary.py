"""Adds `article.terms`, the entries of the glossary that its text uses, and the glossary itself.

Of a term that is a name too, `link` in its entry is where the name's link led, or else empty.

Gives templates `glossary`, the entries from A to Z with the articles that use them, by letter;
and a filter that takes the marks of terms out of a text for feeds.
"""

from itertools import groupby

from pelican import signals

from contract.terms import strip_marks

MOST = 12


def a_to_z(entries: dict[str, dict], articles: list) -> list[tuple[str, list[dict]]]:
    """The entries by first letter, each with the newest articles that use it and their number."""
    users: dict[str, list] = {}
    for article in articles:
        for entry in article.terms:
            users.setdefault(entry["slug"], []).append(article)
    items = [
        {**entry, "articles": users.get(slug, [])[:MOST], "more": len(users.get(slug, [])) - MOST}
        for slug, entry in entries.items()
    ]
    items.sort(key=lambda entry: (entry["term"].casefold(), entry["slug"]))
    letters = groupby(items, lambda entry: entry["term"][0].upper())
    return [(letter, list(group)) for letter, group in letters]


def add_glossary(generator):
    collection = generator.build.collection
    entries = {slug: {**entry, "slug": slug} for slug, entry in collection.glossary.items()}
    for article in generator.articles:
        document = collection.documents[article.relative_source_path]
        links = document.term_links
        article.terms = [entries[s] | {"link": links.get(s, "")} for s in document.terms]
    generator.context["glossary"] = a_to_z(entries, generator.articles)
    generator.env.filters["unmarked"] = strip_marks


def register():
    signals.article_generator_finalized.connect(add_glossary)
