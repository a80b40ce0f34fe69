"""Adds `article.names`: the people, organizations, places, systems and agreements that it names.

Those it is about come first, then those that its text marks, in reading order. Gives templates
`names`, of each kind the names that articles have, from A to Z, each with its articles. Writes a
page for each of these names, one for each kind, and one for all.
"""

from collections import Counter

from pelican import signals

from formats.names import KINDS, Kind, Name, parse_name, position, tenure
from formats.schema_org import name_data

MOST_BESIDE = 12


def by_kind(articles: list) -> list[tuple[Kind, list[tuple[Name, list]]]]:
    """Of every kind the names that articles have, from A to Z, each with those articles."""
    users: dict[str, tuple[Name, list]] = {}
    for article in articles:
        for name in article.names:
            users.setdefault(name.slug, (name, []))[1].append(article)
    entries = sorted(users.values(), key=lambda entry: (entry[0].name.casefold(), entry[0].slug))
    groups = [(kind, [e for e in entries if e[0].kind == word]) for word, kind in KINDS.items()]
    return [(kind, group) for kind, group in groups if group]


def beside(name: Name, articles: list) -> list[tuple[Name, int]]:
    """The names that appear in the most of these articles, and in how many."""
    others = Counter(other for article in articles for other in article.names if other != name)
    ordered = sorted(others.items(), key=lambda pair: (-pair[1], pair[0].name, pair[0].slug))
    return ordered[:MOST_BESIDE]


def write_names(generator, writer):
    def write(page: str, template: str, **variables) -> None:
        writer.write_file(page, generator.get_template(template), generator.context, **variables)

    write(generator.settings["NAMES_SAVE_AS"], "names")
    for kind, entries in generator.context["names"]:
        write(f"{kind.url}index.html", "names_of", kind=kind, entries=entries)
        for name, articles in entries:
            write(
                f"{name.url}index.html",
                "name",
                entry=name,
                url=name.url,
                articles=articles,
                template_name="name",
                page_name=name.url,
                beside=beside(name, articles),
                structured_data=name_data(name, generator.settings["SITEURL"]),
            )


def add_names(generator):
    collection = generator.build.collection
    registry = {slug: parse_name(slug, entry) for slug, entry in collection.registry.items()}
    for article in generator.articles:
        in_text = collection.documents[article.relative_source_path].names
        article.names = [registry[slug] for slug in dict.fromkeys([*article.about, *in_text])]
    generator.context["names"] = by_kind(generator.articles)
    generator.context["name_kinds"] = KINDS
    generator.env.filters.update(position=position, tenure=tenure)


def register():
    signals.article_generator_finalized.connect(add_names)
    signals.article_writer_finalized.connect(write_names)
