"""Entries of the registry of names as values, and their dates and positions in words."""

from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict

from formats.dates import format_partial


class Kind(NamedTuple):
    """A kind of names: how many and one are called, and its type in JSON-LD."""

    name: str
    singular: str
    schema: str
    description: str
    url: str


# Every kind by the word that the registry has for it, in the order of lists.
KINDS = {
    "person": Kind(
        "People", "person", "Person", "Leaders, ministers, commanders, officials.", "people/"
    ),
    "organisation": Kind(
        "Organizations",
        "organization",
        "Organization",
        "Offices of government, armed forces, international bodies, news agencies.",
        "organisations/",
    ),
    "place": Kind(
        "Places", "place", "Place", "Countries, cities, islands, seas, sites.", "places/"
    ),
    "system": Kind(
        "Systems",
        "system",
        "Thing",
        "Ships, aircraft, rockets, missiles, satellites.",
        "systems/",
    ),
    "agreement": Kind(
        "Agreements and meetings",
        "agreement or meeting",
        "Thing",
        "Agreements, declarations, summits, talks, and the exercises that came of them.",
        "agreements/",
    ),
}
# The folder of the pages of each kind.
FOLDERS = {word: kind.url.rstrip("/") for word, kind in KINDS.items()}

# A role in words, with the dates from and until which somebody had it, None where not known.
Role = TypedDict("Role", {"role": str, "from": str | None, "until": str | None})


@dataclass(frozen=True, eq=False)
class Name:
    """An entry of the registry. `coordinates` are latitude and longitude in degrees, or None.

    `native` is the `name` in its own script with the BCP 47 tag of its `language`; the dates of
    `roles` are None where not known.
    """

    slug: str
    kind: str
    name: str
    description: str
    sort: str | None
    native: dict[str, str] | None
    also: list[str]
    roles: list[Role]
    coordinates: tuple[float, float] | None
    wikidata: str | None

    @property
    def url(self) -> str:
        """Its page, from the site's root."""
        return address(self.kind, self.slug)

    @property
    def kind_of(self) -> Kind:
        """Its kind with its titles."""
        return KINDS[self.kind]


def address(kind: str, slug: str) -> str:
    """The address of a name's page, from the site's root."""
    return f"{KINDS[kind].url}{slug}/"


def parse_name(slug: str, entry: dict[str, Any]) -> Name:
    """The entry of the registry under this slug."""
    return Name(slug, **entry | {key: entry[key] or [] for key in ("also", "roles")})


def position(coordinates: tuple[float, float]) -> str:
    """Coordinates as read: 33.4° N, 126.5° E."""
    latitude, longitude = coordinates
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def tenure(role: Role) -> str:
    """When somebody had a role, as far as it is known: January 2021 to January 2025."""
    start, end = (format_partial(day) if day else "" for day in (role["from"], role["until"]))
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""
