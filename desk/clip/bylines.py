"""Lines that tell who wrote a report and when, in the styles of many pages."""

import re
from dataclasses import dataclass

from .agencies import AGENCIES
from .clipping import Stamp
from .dates import stamps

LONGEST = 200
LABEL = re.compile(
    r"(?i)(?P<label>first published|last updated|last modified|published(?: online)?|posted"
    r"|updated|modified"
    r"|edited|input|issued|released?|date|release date|date of release|veröffentlicht"
    r"|aktualisiert|publié|mis à jour"
    r"|입력|기사입력|등록|승인|발행|수정|최종수정|업데이트|公開|更新|発行|掲載)?\s*(?:on|at|le|am|:|：|\||-)*\s*$"
)
CHANGED = re.compile(r"(?i)updat|modif|edited|aktual|jour|수정|업데이트|更新")
ROLE = re.compile(
    r"(?i)(?:(?:senior|chief|staff|special|contributing|defen[cs]e|military|security|diplomatic"
    r"|foreign"
    r"|political|asia|korea|japan|pentagon|national|deputy|news|world|europe|pacific|navy|naval) )*"
    r"(?:writers?|reporters?|correspondents?|editors?|bureau chief|journalists?|columnist"
    r"|contributor)"
    r"(?:,? (?:in|for|at) [\w .'’-]{2,40})?|기자|특파원|記者"
)
HOUSE = re.compile(
    r"(?:^|\b)(?:Agency|Broadcasting|Bulletin|Chronicle|Command|Daily|Department|Dispatch|Gazette"
    r"|Globe|Herald"
    r"|Headquarters|Journal|Ledger|Magazine|Ministry|Monitor|Network|News|Observer|Office|Post"
    r"|Press|Record|Report|Review"
    r"|Standard|Star|Sun|Telegraph|Times|Today|Tribune|Weekly)\b|신문|일보|뉴스|방송|新聞|放送|국방부"
)
AGENCY = re.compile(AGENCIES)
NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŁŠŽ][\w.'’-]*|[가-힣]{2,5}|[\u3040-\u30ff\u4e00-\u9fff]{2,8})"
    r"(?: (?:[A-ZÀ-ÖØ-ÞŁŠŽ][\w.'’-]*|[가-힣]{2,5}|de|da|van|von|der|den|al|bin|bint|el|la|le|di|du"
    r"|dos|y))*"
)
BY = re.compile(
    r"(?i)^(?:(?:story|words|written|report(?:ed|ing)?|text|article|posted|published) by|by|von"
    r"|par|por)[:\s]\s*"
)
PARTS = re.compile(r"\s*(?:,|;|&|/|\band\b|\bund\b|\bet\b|·|ㆍ|、)\s*")
PIECES = re.compile(r"\s*(?:[|•●]|\s[-–—·/]\s|;|\t)\s*")
MAIL = re.compile(r"[(<\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>\]]?")
FILLER = re.compile(
    r"(?i)[\W_]*(?:at|on|in|kst|uhr|읽음|조회 ?\d*|\d+ min(?:ute)?s? read|share|print)?[\W_]*"
)
WHERE = re.compile(r"(?:^| )(?:in|for|at) [A-Z][\w .'’-]{1,40}$")
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
    return told if dated or told.authors or told.agency or told.outlet else None


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
    by = BY.match(piece)
    parts = [part for part in PARTS.split(piece[by.end() :] if by else piece) if part]
    people = []
    for part in parts:
        part, role = _without_role(WHERE.sub("", part))
        if not part:
            by = by or role
        elif AGENCY.fullmatch(part):
            told.agency = part
        elif HOUSE.search(part) and len(part) < 60:
            told.outlet = told.outlet or part
        elif NAME.fullmatch(part) and 1 < len(part.split()) + (part[0] > "\u1100") < 7:
            people.append(part)
            by = by or role
        else:
            return False
    sure = bool(by)
    if people and not sure:
        if not dated or len(people) > 3:
            return False
        told.doubts += (
            f'author: "{", ".join(people)}" stands beside the date - is it the reporter?',
        )
    elif not people and not sure and not dated:
        return False
    told.authors += tuple(person for person in people if person not in told.authors)
    return True


def _without_role(part: str) -> tuple[str, bool]:
    """A part of a byline without the person's role, and whether there was one."""
    if ROLE.fullmatch(part):
        return "", True
    found = re.search(rf" ?(?:{ROLE.pattern.removeprefix('(?i)')})$", part, re.IGNORECASE)
    return (part[: found.start()].strip(), True) if found else (part, False)
