"""The validators of single values: dates, web addresses, languages, slugs, coordinates."""

import re
from collections.abc import Set
from datetime import date, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from contract.faults import Place
from contract.validators import InvalidError, Validator, cannot_be, pattern, text, validator
from formats import UNKNOWN

T = TypeVar("T")
NOBODY = {UNKNOWN, "none", "n/a", "anonymous", "null"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOCK = re.compile(DAY.pattern + r"[T ]\d{2}:\d{2}(:\d{2})?")
ZONE = re.compile(CLOCK.pattern + r"(Z|[+-]\d{2}:\d{2})")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
FINGERPRINT = re.compile(r"[0-9a-f]{8}")
# A folder has no dot in its name: it could be that of a file of the site.
FORMER = re.compile(r"(/[A-Za-z0-9_~-]+)+(/|(\.[A-Za-z0-9_~-]+)*\.html?)")
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@validator(type="string", pattern=f"^({DAY.pattern}|{ZONE.pattern})$")
def moment(value: Any, place: Place) -> date | datetime:
    """A plain ISO 8601 date, or one with time and zone; never a partial or guessed one."""
    words = text(80).check(value, place)
    try:
        if DAY.fullmatch(words):
            return date.fromisoformat(words)
        if ZONE.fullmatch(words):
            return datetime.fromisoformat(words)
    except ValueError as error:
        raise cannot_be(words, place, f": {error}") from None
    if CLOCK.fullmatch(words):
        raise InvalidError(
            f'"{place.name}" has a time but no zone: "{words}" - add the zone, as in'
            f" {words.replace(' ', 'T')}+09:00, or write the day alone, {words[:10]}"
        )
    cure = " - write a whole ISO 8601 date such as 2023-06-03, or one with time and zone such as"
    raise cannot_be(words, place, f"{cure} 2023-06-03T16:53+09:00")


def or_unknown(valid: Validator[T]) -> Validator[T | str]:
    """A valid value, or the word `unknown` where the source does not tell."""

    @validator(anyOf=[{"const": UNKNOWN}, valid.schema])
    def check(value: Any, place: Place) -> T | str:
        if isinstance(value, str) and value != UNKNOWN and value.lower() in NOBODY:
            raise cannot_be(value, place, " - write unknown")
        return UNKNOWN if value == UNKNOWN else valid.check(value, place)

    return check


def real_name(most: int, placeholders: Set[str], cure: str) -> Validator[str]:
    """Words, not one that stands for none, but for these placeholders; `cure` ends the message."""

    @validator(**text(most).schema, **{"not": {"enum": sorted(NOBODY - placeholders)}})
    def check(value: Any, place: Place) -> str:
        words = text(most).check(value, place)
        if words.lower() in NOBODY and words not in placeholders:
            raise cannot_be(words, place, cure)
        return words

    return check


@validator(type="string", maxLength=500, pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*$")
def web_address(value: Any, place: Place) -> str:
    """An http or https address with a host."""
    words = text(500).check(value, place)
    try:
        parts = urlsplit(words)
        sound = parts.scheme in {"http", "https"} and parts.hostname and " " not in words
    except ValueError:
        sound = False
    if not sound:
        raise cannot_be(words, place, " - write a whole address that begins with https://")
    return words


@validator(**text(300).schema)
def licence(value: Any, place: Place) -> str:
    """A licence's name or its address, or words such as public domain."""
    words = text(300).check(value, place)
    return web_address.check(words, place) if words.startswith("http") else words


@validator(**text(200_000).schema)
def fingerprints(value: Any, place: Place) -> list[str]:
    """The fingerprints of a clipped text, in one line with spaces between."""
    words = text(200_000).check(value, place).split()
    wrong = next((word for word in words if not FINGERPRINT.fullmatch(word)), None)
    if wrong:
        raise InvalidError(
            f'"{place.name}" cannot hold "{wrong[:40]}" - leave the line as it was clipped'
        )
    return words


@validator(type=["string", "integer"], pattern=f"^({PARTIAL_DATE.pattern})$")
def partial_date(value: Any, place: Place) -> str:
    """A year, a month or a day of ISO 8601, as text: the form says how exact it is."""
    words = text(80).check(value, place)
    if not PARTIAL_DATE.fullmatch(words):
        cure = " - write a year, a month or a day, such as 2021, 2021-01 or 2021-01-22"
        raise cannot_be(words, place, cure)
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError as error:
        raise cannot_be(words, place, f": {error}") from None
    return words


@validator(type="array", items={"type": ["number", "string"]}, minItems=2, maxItems=2)
def coordinates(value: Any, place: Place) -> tuple[float, float]:
    """Latitude and longitude in degrees: WGS 84, north and east positive."""
    try:
        latitude, longitude = (float(part) for part in value)
    except (TypeError, ValueError):
        raise InvalidError(
            f'"{place.name}" is latitude and longitude in degrees - write it like [33.4, 126.5]'
        ) from None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return latitude, longitude
    turned = abs(longitude) <= 90 and abs(latitude) <= 180
    cure = f"write [{longitude:g}, {latitude:g}]" if turned else "write it like [33.4, 126.5]"
    raise InvalidError(
        f'"{place.name}" cannot be [{latitude:g}, {longitude:g}]: latitude, from -90 to 90, comes'
        f" first, then longitude, from -180 to 180 - {cure}"
    )


# A person, an office or an outlet; and a dateline as printed, or `none`, or `unknown`.
name = real_name(100, frozenset(), " - write author: unknown, or leave it out")
dateline = real_name(80, {UNKNOWN, "none"}, " - write none or unknown")
former_address = pattern(FORMER, "/2023/06/old-slug/, from the site's root", 200)
wikidata = pattern(re.compile(r"Q[1-9]\d{0,11}"), "Q6279", 20)
slug = pattern(SLUG, "real-time-missile-information-sharing")
language = pattern(LANGUAGE, "en or pt-BR")
