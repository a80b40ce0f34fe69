"""Who is named in a piece of a byline: people, agencies, outlets and offices."""

import re
from dataclasses import dataclass, field

from .agencies import AGENCIES

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
OFFICE = re.compile(
    r"(?:The )?(?:Ministry|Department|Embassy|Headquarters|Office) (?:of|for) [A-Z]\S*"
    r"(?: (?:of|and|for|the|[A-Z]\S*))*"
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
PARTS = re.compile(r"\s*(?:,|;|&|/|\band\b|\bAND\b|\bund\b|\bet\b|·|ㆍ|、)\s*")
WHERE = re.compile(r"(?:^| )(?:in|for|at) [A-Z][\w .'’-]{1,40}$")


@dataclass
class Attribution:
    """`sure` is whether the piece says so, with "By", a role or the name of an office."""

    people: list[str] = field(default_factory=list)
    agency: str = ""
    outlet: str = ""
    sure: bool = False
    roles: int = 0


def parse_names(piece: str) -> Attribution | None:
    """Who a piece of a byline names; None if it holds anything else."""
    if OFFICE.fullmatch(piece):
        return Attribution(outlet=piece, sure=True)
    by = BY.match(piece)
    who = Attribution(sure=bool(by))
    parts = PARTS.split(piece[by.end() :] if by else piece)
    return who if all(_take(part, who) for part in parts if part) else None


def _take(part: str, who: Attribution) -> bool:
    part, role = _without_role(WHERE.sub("", part))
    place = who.roles and not role and " " not in part and NAME.fullmatch(part)
    who.roles, who.sure = who.roles + role, who.sure or role
    if not part or place:
        return True
    if AGENCY.fullmatch(part):
        who.agency = part
    elif HOUSE.search(part) and len(part) < 60:
        who.outlet = who.outlet or part
    elif _is_name(part):
        who.people.append(part)
    else:
        return False
    return True


def _is_name(part: str) -> bool:
    """Two to six words, or one of a script that parts names without spaces."""
    words = len(part.split()) + (part[0] > "\u1100")
    return bool(NAME.fullmatch(part)) and 1 < words < 7


def _without_role(part: str) -> tuple[str, bool]:
    """A part of a byline without the person's role, and whether there was one."""
    if ROLE.fullmatch(part):
        return "", True
    match = re.search(rf" ?(?:{ROLE.pattern.removeprefix('(?i)')})$", part, re.IGNORECASE)
    return (part[: match.start()].strip(), True) if match else (part, False)
