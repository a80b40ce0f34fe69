"""Adds `article.names`: the people, organizations, places, systems and agreements that it names.

Those it is about come first, then those that its text marks, in reading order. Gives templates
`names`, of each kind the names that articles have, from A to Z, each with its articles.
"""

from dataclasses import dataclass
from typing import NamedTuple

from pelican import signals

from plugins.article_contract.names import FOLDERS, address
from plugins.dates import spoken


class Kind(NamedTuple):
    """A kind of names: how many and one are called, and its type in JSON-LD."""

    name: str
    singular: str
    schema: str
    description: str
    url: str


def kinds() -> dict[str, Kind]:
    """Every kind by the word that the registry has for it, in the order of lists."""
    told = {
        "person": ("People", "person", "Person", "Leaders, ministers, commanders, officials."),
        "organisation": (
            "Organizations",
            "organization",
            "Organization",
            "Offices of government, armed forces, international bodies, news agencies.",
        ),
        "place": ("Places", "place", "Place", "Countries, cities, islands, seas, sites."),
        "system": ("Systems", "system", "Thing", "Ships, aircraft, rockets, missiles, satellites."),
        "agreement": (
            "Agreements and meetings",
            "agreement or meeting",
            "Thing",
            "Agreements, declarations, summits, talks, and the exercises that came of them.",
        ),
    }
    return {kind: Kind(*words, f"{FOLDERS[kind]}/") for kind, words in told.items()}


KINDS = kinds()


@dataclass(frozen=True, eq=False)
class Name:
    """An entry of the registry. `coordinates` are latitude and longitude in degrees, or None.

    `native` and the dates of `roles` hold None for what is not known.
    """

    slug: str
    kind: str
    name: str
    description: str
    sort: str | None
    native: dict | None
    also: list[str]
    roles: list[dict]
    coordinates: tuple[float, float] | None
    wikidata: str | None

    @property
    def url(self) -> str:
        return address(self.kind, self.slug)

    @property
    def kind_of(self) -> Kind:
        return KINDS[self.kind]


def named(slug: str, entry: dict) -> Name:
    return Name(slug, **entry | {key: entry[key] or [] for key in ("also", "roles")})


def position(coordinates: tuple[float, float]) -> str:
    """Coordinates as read: 33.4° N, 126.5° E."""
    latitude, longitude = coordinates
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def tenure(role: dict) -> str:
    """When somebody had a role, as far as it is known: January 2021 to January 2025."""
    begun, ended = (spoken(role[key]) if role[key] else "" for key in ("from", "until"))
    if begun and ended:
        return f"{begun} to {ended}"
    return f"since {begun}" if begun else f"until {ended}" if ended else ""


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
    collection = generator.settings["COLLECTION"]
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
