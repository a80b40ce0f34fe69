"""When a page says that it was published: one day or moment, or a contradiction for the editor."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from ..bylines import Credits
from ..clipping import Stamp
from ..dates import stamp
from .claims import Claim
from .visible import Visible

MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
UPDATE = re.compile(r"updat|modif", re.IGNORECASE)
LINE = 400  # characters; a `<time>` in more text than that is not about the report
Moment = date | datetime


def settle(claims: list[Claim], language: str) -> Stamp | None:
    """The most exact of the claims where they agree; open where they do not; None without any."""
    dates = [(claim, stamp) for claim in claims if (stamp := _parse(claim.value, language))]
    if not dates:
        return Stamp(claims[0].value, doubt="this is no date that can be read") if claims else None
    certain = [(claim, stamp) for claim, stamp in dates if stamp.value]
    if not certain:
        return dates[0][1]
    first, stamp = certain[0]
    against = [claim for claim, other in certain if not agree(stamp.value, other.value)]
    if against:
        places = "; ".join(f"{claim.where}: {claim.value}" for claim in (first, *against))
        return Stamp(first.value, doubt=f"the page contradicts itself ({places})")
    best = max((stamp for _, stamp in certain), key=_exactness)
    apart = [c for c, other in certain if _day(other.value) != _day(best.value)]
    if not isinstance(best.value, datetime) or not apart:
        return best
    places = f"{apart[0].where}: {apart[0].value}"
    return replace(best, doubt=f"in its own zone the day may be another ({places})")


def _exactness(stamp: Stamp) -> tuple[bool, bool]:
    """A moment is more than a day, and one in the zone of its place more than one in UTC."""
    moment = isinstance(stamp.value, datetime)
    return moment, moment and bool(stamp.value.utcoffset())


def _day(value: Moment) -> date:
    return value.date() if isinstance(value, datetime) else value


def agree(one: Moment, other: Moment) -> bool:
    """Whether two can be the same; a moment in UTC can be the day before or after elsewhere."""
    exact = [value for value in (one, other) if isinstance(value, datetime)]
    if len(exact) == 2:
        return abs(one - other) < timedelta(minutes=1)
    slack = timedelta(days=1 if exact and not exact[0].utcoffset() else 0)
    return abs(_day(one) - _day(other)) <= slack


def _parse(text: str, language: str) -> Stamp | None:
    """A date as a machine or a page writes it; midnight is how many machines write a day."""
    midnight = MIDNIGHT.fullmatch(text)
    result = stamp(midnight[1] if midnight else text, language)
    return result and replace(result, text=text)


def date_claims(by_line: dict[int, Credits], lines: list[Visible]) -> dict[str, list[Claim]]:
    """The dates in the lines around the headline, first those of `<time>`, as claims."""
    claims: dict[str, list[Claim]] = {"published": [], "updated": []}
    for n, line in by_line.items():
        element = lines[n].element
        for time in element.iter("time") if len(element.text_content()) <= LINE else ():
            names = f"{time.get('class', '')} {time.get('itemprop', '')}"
            is_update = UPDATE.search(names) or (line.updated and not line.published)
            if time.get("datetime"):
                key = "updated" if is_update else "published"
                claims[key].append(Claim(time.get("datetime"), "<time>"))
        for key, when in (("published", line.published), ("updated", line.updated)):
            claims[key] += [Claim(when.text, "the printed line")] if when else []
    return claims
