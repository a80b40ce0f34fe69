"""Lines that tell who wrote a report and when, in the styles of many pages."""

import re
from dataclasses import dataclass

from .clipping import Line, Stamp
from .dates import stamps
from .names import ROLE, named

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
CHANGED = re.compile(r"(?i)updat|modif|edited|aktual|jour|수정|업데이트|更新")
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
    told = Credits()
    rest = _without_dates(MAIL.sub(" | ", text), language, told)
    dated = bool(told.published or told.updated)
    if wire := WIRE.match(rest):
        rest = f"By {wire['names']}"
    for piece in PIECES.split(rest):
        if not FILLER.fullmatch(piece) and not _take(piece.strip(" ,:|-–—"), told, dated):
            return None
    named = told.authors or told.agency or told.outlet or ROLE.match(rest)
    return told if dated or named else None


def _without_dates(text: str, language: str, told: Credits) -> str:
    """Take up the dates of a line; give what is left, with bars where they stood."""
    left, last = [], 0
    for start, end, stamp in stamps(text, language):
        label = LABEL.search(text, last, start)
        left.append(text[last : label.start()])
        if CHANGED.search(label[0]):
            told.updated = told.updated or stamp
        else:
            told.published = told.published or stamp
        last = end
    return " | ".join([*left, text[last:]])


def _take(piece: str, told: Credits, dated: bool) -> bool:
    """Take up who a piece of a line names. False if it is something else."""
    who = named(piece)
    if who is None or not (who.sure or dated) or (len(who.people) > 3 and not who.sure):
        return False
    if who.people and not who.sure:
        people = ", ".join(who.people)
        told.doubts += (f'author: "{people}" stands beside the date - is it the reporter?',)
    for name in filter(str.isupper, who.people):
        told.doubts += (f'author: "{name}" is printed in capitals - write it as names are written',)
    told.authors = tuple(dict.fromkeys((*told.authors, *who.people)))
    told.outlet, told.agency = told.outlet or who.outlet, told.agency or who.agency
    return True


def labelled(lines: list[Line]) -> list[Line]:
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
