"""Adds `article.names`: the people, organizations, places, systems and agreements that it names.

Those it is about come first, then those that its text marks, in reading order. Gives templates
`names`, of each kind the names that articles have, from A to Z, each with its articles.
"""

from pelican import signals

from formats.names import KINDS, Kind, Name, named, position, tenure


def by_kind(articles: list) -> list[tuple[Kind, list[tuple[Name, list]]]]:
    """Of every kind the names that articles have, from A to Z, each with those articles."""
    found: dict[str, tuple[Name, list]] = {}
    for article in articles:
        for name in article.names:
            found.setdefault(name.slug, (name, []))[1].append(article)
    entries = sorted(found.values(), key=lambda entry: (entry[0].name.casefold(), entry[0].slug))
    parted = [(kind, [e for e in entries if e[0].kind == word]) for word, kind in KINDS.items()]
    return [(kind, of) for kind, of in parted if of]


def add_names(generator):
    collection = generator.build.collection
    registry = {slug: named(slug, entry) for slug, entry in collection.registry.items()}
    for article in generator.articles:
        marked = collection.documents[article.relative_source_path].names
        article.names = [registry[slug] for slug in dict.fromkeys([*article.about, *marked])]
    generator.context["names"] = by_kind(generator.articles)
    generator.context["name_kinds"] = KINDS


def add_filters(generator):
    generator.env.filters.update(position=position, tenure=tenure)


def register():
    signals.article_generator_finalized.connect(add_names)
    signals.generator_init.connect(add_filters)
