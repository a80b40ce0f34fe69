"""The shapes of single values: dates, web addresses, languages, slugs."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from contract.shapes import Shape, described, pattern, text
from formats import UNKNOWN

NOBODY = {UNKNOWN, "none", "n/a", "anonymous", "null"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOCK = re.compile(DAY.pattern + r"[T ]\d{2}:\d{2}(:\d{2})?")
ZONE = re.compile(CLOCK.pattern + r"(Z|[+-]\d{2}:\d{2})")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MARK = re.compile(r"[0-9a-f]{8}")
# A folder has no dot in its name: it could be that of a file of the site.
FORMER = re.compile(r"(/[A-Za-z0-9_~-]+)+(/|(\.[A-Za-z0-9_~-]+)*\.html?)")
PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@described(type="string", pattern=f"^({DAY.pattern}|{ZONE.pattern})$")
def moment(value, place) -> date | datetime | None:
    """A plain ISO 8601 date, or one with time and zone; never a partial or guessed one."""
    words = text(80)(value, place)
    if not words:
        return None
    try:
        if DAY.fullmatch(words):
            return date.fromisoformat(words)
        if ZONE.fullmatch(words):
            return datetime.fromisoformat(words)
    except ValueError as error:
        return place.refuse(f'"{place.name}" cannot be "{words}": {error}')
    if CLOCK.fullmatch(words):
        return place.refuse(
            f'"{place.name}" has a time but no zone: "{words}" - add the zone, as in'
            f" {words.replace(' ', 'T')}+09:00, or write the day alone, {words[:10]}"
        )
    return place.refuse(
        f'"{place.name}" cannot be "{words}" - write a whole ISO 8601 date such as 2023-06-03,'
        " or one with time and zone such as 2023-06-03T16:53+09:00"
    )


def or_unknown(shape: Shape) -> Shape:
    """The shape, or the word `unknown` where the source does not tell."""

    @described(anyOf=[{"const": UNKNOWN}, shape.schema])
    def known_or_not(value, place):
        if isinstance(value, str) and value != UNKNOWN and value.lower() in NOBODY:
            return place.refuse(f'"{place.name}" cannot be "{value}" - write unknown')
        return value if value == UNKNOWN else shape(value, place)

    return known_or_not


@described(**text(100).schema, **{"not": {"enum": sorted(NOBODY)}})
def name(value, place) -> str | None:
    """The name of a person, an office or an outlet; not a word that stands for none."""
    words = text(100)(value, place)
    if words and words.lower() in NOBODY:
        return place.refuse(
            f'"{place.name}" cannot be "{words}" - write author: unknown, or leave it out'
        )
    return words


@described(**text(80).schema, **{"not": {"enum": sorted(NOBODY - {UNKNOWN, "none"})}})
def dateline(value, place) -> str | None:
    """A dateline as printed, or `none`, or `unknown`."""
    words = text(80)(value, place)
    if words and words.lower() in NOBODY and words not in {UNKNOWN, "none"}:
        return place.refuse(f'"{place.name}" cannot be "{words}" - write none or unknown')
    return words


@described(type="string", maxLength=500, pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*$")
def web_address(value, place) -> str | None:
    """An http or https address with a host."""
    words = text(500)(value, place)
    if not words:
        return None
    try:
        parts = urlsplit(words)
        sound = parts.scheme in {"http", "https"} and parts.hostname and " " not in words
    except ValueError:
        sound = False
    if not sound:
        return place.refuse(
            f'"{place.name}" cannot be "{words}" - write a whole address that begins with https://'
        )
    return words


@described(**text(300).schema)
def licence(value, place) -> str | None:
    """A licence's name or its address, or words such as public domain."""
    words = text(300)(value, place)
    return web_address(words, place) if words and words.startswith("http") else words


@described(**text(200_000).schema)
def marks(value, place) -> list[str] | None:
    """The fingerprints of a clipped text, in one line with spaces between."""
    words = text(200_000)(value, place)
    wrong = next((word for word in (words or "").split() if not MARK.fullmatch(word)), None)
    if wrong:
        return place.refuse(
            f'"{place.name}" cannot hold "{wrong[:40]}" - leave the line as it was clipped'
        )
    return words.split() if words else None


@described(type=["string", "integer"], pattern=f"^({PERIOD.pattern})$")
def period(value, place) -> str | None:
    """A year, a month or a day as ISO 8601 writes them, as text."""
    words = text(80)(value, place)
    if not words:
        return None
    try:
        if PERIOD.fullmatch(words):
            date.fromisoformat(f"{words}-01-01"[:10])
            return words
    except ValueError as error:
        return place.refuse(f'"{place.name}" cannot be "{words}": {error}')
    return place.refuse(
        f'"{place.name}" cannot be "{words}" - write a year, a month or a day, such as 2021,'
        " 2021-01 or 2021-01-22"
    )


@described(type="array", items={"type": ["number", "string"]}, minItems=2, maxItems=2)
def coordinates(value, place) -> tuple[float, float] | None:
    """Latitude and longitude in degrees: WGS 84, north and east positive."""
    try:
        latitude, longitude = (float(part) for part in value)
    except (TypeError, ValueError):
        return place.refuse(
            f'"{place.name}" is latitude and longitude in degrees - write it like [33.4, 126.5]'
        )
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    turned = abs(longitude) <= 90 and abs(latitude) <= 180
    cure = f"write [{longitude:g}, {latitude:g}]" if turned else "write it like [33.4, 126.5]"
    return place.refuse(
        f'"{place.name}" cannot be [{latitude:g}, {longitude:g}]: latitude, from -90 to 90, comes'
        f" first, then longitude, from -180 to 180 - {cure}"
    )


former_address = pattern(FORMER, "/2023/06/old-slug/, from the site's root", 200)
wikidata = pattern(re.compile(r"Q[1-9]\d{0,11}"), "Q6279", 20)
slug = pattern(SLUG, "real-time-missile-information-sharing")
language = pattern(LANGUAGE, "en or pt-BR")
