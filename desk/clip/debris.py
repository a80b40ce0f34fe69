"""What stands on a page beside the report: buttons, lists of other stories, rights."""

import re
from collections.abc import Iterable

from .clipping import Line

BUTTONS = (
    "(?:share|send|print|save|listen|email|e-mail|mail|like|tweet|follow|subscribe|sign in"
    "|log ?in|sign up"
    "|copy|bookmark|comment|read aloud|translate|gift)"
    "(?: (?:to|this|us|now|link|url|article|story|page|for free|with|on|options|by|via|a|as"
    "|friend|more"
    "|email|facebook|twitter|x|google news|whatsapp|telegram|linkedin|kakaotalk|line|newsletter))*"
)
PLACES = (
    "facebook|twitter|x|linkedin|kakaotalk|kakao ?story|line|whatsapp|telegram|reddit|instagram"
    "|pinterest"
    "|youtube|naver band|band|url|rss|pdf|home|menu|search|top|back to top|close|advertisement|ad"
    "|sponsored|promoted|open image in gallery|view gallery|enlarge image|toggle caption"
    r"|skip to (?:main )?content|a[+-]|가|text size|font size|(?:text|font) (?:smaller|bigger"
    r"|larger)|korean|english|japanese|chinese|한국어|日本語|본문 바로가기"
    r"|\d+ (?:comments?|shares?|views?|likes?)|\d+ ?min(?:ute)?s? read|reading time:? .{1,20}"
    r"|listen to this article"
    r"|\d{1,2}:\d{2}"
    r"|공유(?:하기)?|인쇄(?:하기)?|프린트|스크랩"
    r"|글자크기|글자 크기|댓글|구독|좋아요|기사저장|메일|본문 글자 키우기"
    r"|シェア|ツイート|印刷|保存|共有|記事を印刷|teilen|drucken|merken|partager|imprimer"
)
ENDS = (
    r"\(?(?:END|ENDS|끝)\)?\.?|(?:# ?){3,}|-?30-"
    r"|[-–—* ]*ends[-–—* ]*|[*=_~•·–—-]{2,}|\(?了\)?|＜了＞"
)
MAIL = (
    r"(?!by\b|.*(?:기자|記者|reporter))(?:(?:contact|e-?mail"
    r"|write to)\b.{0,60}?)?(?:[\w.'’ -]{0,40}[(<]?)?\s*"
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)>]?\.?"
)
CRUMBS = r"(?:home|news|홈|ホーム)(?:\s*[>›»/|]\s*[\w &'’-]{2,30})+"
DEBRIS = re.compile(rf"(?i){BUTTONS}|{PLACES}|{ENDS}|{MAIL}|{CRUMBS}")
RIGHTS = re.compile(
    r"(?i)(?:<|\()?\s*(?:copyrights?\b|©|ⓒ|\(c\)\s|저작권자|all rights reserved|unauthorized"
    r"|no reproduction)"
    r"|.{0,120}(?:all rights reserved|무단 ?전재|재배포 ?금지|無断転載)"
)
LISTS = re.compile(
    r"(?i)(?:related(?: (?:articles?|stories|story|news|topics|content|coverage|posts|links|tags))?"
    r"|(?:most|more|also|recommended|popular|trending|latest|top|editor['’]s|you (?:may|might)"
    r"|don['’]t miss|read"
    r"|see)\b(?: (?:also|read|viewed|popular|picks|stories|articles|news|on this(?: story)?"
    r"|from .{2,40}|in .{2,30}"
    r"|like|more|now|shared|headlines|this|next|recommended|for you))*"
    r"|관련 ?기사|관련 ?뉴스|많이 본 (?:기사|뉴스)|あわせて読みたい|関連記事|tags?"
    r"|keywords|mehr zum thema|à lire aussi)\s*:?"
)
INLINE = re.compile(r"(?i)(?:related|read more|also read|see also|read also|more on this)\s?[:|].+")
SENTENCE = re.compile(r"[.!?。！？][”\"’')\]」』]*$")
LONG = 160
FIRST = 3


def split_debris(lines: Iterable[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the report, and those that are debris.

    Below the heading of a list, or the line of rights, everything is debris up to the next line
    that is a sentence. The first lines are never below one.
    """
    report, debris, listing = [], [], False
    for line in lines:
        text = line.text
        opens = (
            len(report) >= FIRST
            and bool(LISTS.fullmatch(text) or RIGHTS.match(text))
            and len(text) < 2 * LONG
        )
        listing = opens or (listing and len(text) < LONG and not SENTENCE.search(text))
        alone = len(text) < LONG and (DEBRIS.fullmatch(text) or INLINE.fullmatch(text))
        (debris if listing or alone else report).append(line)
    return (report, debris) if report else (debris, [])
