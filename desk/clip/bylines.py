"""Lines that tell who wrote a report and when, in the styles of many pages."""

import re
from dataclasses import dataclass

from .clipping import Line, Stamp
from .dates import stamps
from .names import ROLE, parse_names

LONGEST = 200
LABELS = (
    r"first published|last updated|last modified|published(?: online)?|posted"
    r"|updated|modified"
    r"|edited|input|issued|released?|date|release date|date of release|veröffentlicht"
    r"|aktualisiert|publié|mis à jour"
    r"|입력|기사입력|등록|승인|발행|수정|최종수정|업데이트|公開|更新|発行|掲載"
)
LABEL = re.compile(rf"(?i)(?:{LABELS})?\s*(?:on|at|le|am|:|：|\||-)*\s*$")
ALONE = re.compile(rf"(?i)(?:{LABELS})\s*:?")
UPDATE = re.compile(r"(?i)updat|modif|edited|aktual|jour|수정|업데이트|更新")
PIECES = re.compile(r"\s*(?:[|•●]|\s[-–—·/]\s|;|\t)\s*")
MAIL = re.compile(r"[(<\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>\]]?")
FILLER = re.compile(
    r"(?i)[\W_]*(?:at|on|in|all news|uhr|읽음|조회 ?\d*|\d+ min(?:ute)?s? read|share|print)?[\W_]*"
)
WIRE = re.compile(r"(?i)^\(?(?:reporting|writing) by (?P<names>[^;]{3,120}?)(?:;.*)?[.)]*$")
STATEMENT = re.compile(
    r"(?i)(?:for immediate release|(?:press|news|media) release|joint (?:press )?statement|보도자료"
    r"|報道発表)\W*"
)


@dataclass
class Credits:
    """What a line tells; `doubts` as in `Clipping`."""

    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    outlet: str = ""
    agency: str = ""
    kind: str = ""
    doubts: tuple[str, ...] = ()


def credits_in(text: str, language: str = "en") -> Credits | None:
    """What a line tells if it tells nothing but who and when; None for any other line."""
    if len(text) > LONGEST:
        return None
    if STATEMENT.fullmatch(text):
        return Credits(kind="statement", doubts=(f'kind: taken from the line "{text}"',))
    result = Credits()
    rest = _without_dates(MAIL.sub(" | ", text), language, result)
    has_date = bool(result.published or result.updated)
    if wire := WIRE.match(rest):
        rest = f"By {wire['names']}"
    for piece in PIECES.split(rest):
        if not FILLER.fullmatch(piece) and not _take(piece.strip(" ,:|-–—"), result, has_date):
            return None
    has_name = result.authors or result.agency or result.outlet or ROLE.match(rest)
    return result if has_date or has_name else None


def _without_dates(text: str, language: str, result: Credits) -> str:
    """Take up the dates of a line; give what is left, with bars where they stood."""
    pieces, last = [], 0
    for start, end, stamp in stamps(text, language):
        label = LABEL.search(text, last, start)
        pieces.append(text[last : label.start()])
        if UPDATE.search(label[0]):
            result.updated = result.updated or stamp
        else:
            result.published = result.published or stamp
        last = end
    return " | ".join([*pieces, text[last:]])


def _take(piece: str, result: Credits, has_date: bool) -> bool:
    """Take up who a piece of a line names. False if it is something else."""
    who = parse_names(piece)
    if who is None or not (who.sure or has_date) or (len(who.people) > 3 and not who.sure):
        return False
    if who.people and not who.sure:
        people = ", ".join(who.people)
        result.doubts += (f'author: "{people}" stands beside the date - is it the reporter?',)
    for name in filter(str.isupper, who.people):
        result.doubts += (
            f'author: "{name}" is printed in capitals - write it as names are written',
        )
    result.authors = tuple(dict.fromkeys((*result.authors, *who.people)))
    result.outlet, result.agency = result.outlet or who.outlet, result.agency or who.agency
    return True


def join_labels(lines: list[Line]) -> list[Line]:
    """The lines, each word that stands alone above its date, such as `Published`, on one line."""
    whole: list[Line] = []
    for line in lines:
        above = whole[-1] if whole else None
        if (
            above
            and len(above.text) < 20
            and ALONE.fullmatch(above.text)
            and any(stamps(line.text))
        ):
            whole[-1] = Line(above.line, f"{above.text} {line.text}")
        else:
            whole.append(line)
    return whole
