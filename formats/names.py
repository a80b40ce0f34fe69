"""Entries of the registry of names as values, and their dates and positions in words."""

from dataclasses import dataclass
from typing import NamedTuple

from formats.dates import spoken

# The kinds of names, each with the folder of its pages.
FOLDERS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "system": "systems",
    "agreement": "agreements",
}


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


def address(kind: str, slug: str) -> str:
    """The address of a name's page, from the site's root."""
    return f"{FOLDERS[kind]}/{slug}/"


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
