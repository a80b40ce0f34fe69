"""E-mails saved as files (RFC 5322): their text is read as a page, or as pasted text.

Who sent an e-mail, when, and under which subject need not be who wrote the report and when: that
is kept as printed, with a doubt for each. Line numbers are those of the text within the e-mail.
"""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from . import page, text
from .clipping import Clipping, Line
from .input import UnusableError

FIELDS = re.compile(
    rb"(?im)^(?:received|return-path|delivered-to|message-id|mime-version|content-type|from|to|date"
    rb"|subject):[ \t]"
)
FEWEST = 4
DOUBTS = {
    "Subject": "source.headline: the subject of the e-mail stands in for it",
    "From": 'author: the e-mail is from "{}", who need not be the reporter',
    "Date": 'date: the e-mail was sent on "{}", which need not be when the report was published',
}
CURE = "open it, copy its text and save that"


def recognizes(data: bytes) -> bool:
    """Whether the bytes begin with the fields of an e-mail."""
    head = re.split(rb"\r?\n\r?\n", data[:50_000].lstrip(), maxsplit=1)[0]
    fields = {field.lower() for field in FIELDS.findall(head)}
    return bool(re.match(rb"[\w-]+:[ \t]", head)) and len(fields) >= FEWEST


def read(data: bytes) -> Clipping:
    """Clip the text of an e-mail. Raises UnusableError where it has none."""
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.default)
        body = message.get_body(preferencelist=("html", "plain"))
        others = [part for part in message.walk() if part is not body and not part.is_multipart()]
    except RecursionError:
        raise UnusableError(f"the e-mail has too many parts within parts - {CURE}") from None
    content = body.get_payload(decode=True) if body else None
    if not content:
        raise UnusableError(f"the e-mail has no text - {CURE}")
    if body.get_content_type() == "text/html":
        clipping = page.read(content, _charset(body))
    else:
        clipping = text.read(content)
    return _with_fields(clipping, {name: _field(message, name) for name in DOUBTS}, others)


def _with_fields(clipping: Clipping, fields: dict, others: list[EmailMessage]) -> Clipping:
    doubts = {name: DOUBTS[name].format(value) for name, value in fields.items() if value}
    if clipping.headline:
        doubts.pop("Subject", None)
    return replace(
        clipping,
        headline=clipping.headline or fields["Subject"],
        verbatim=(*(Line(1, f"{n}: {v}") for n, v in fields.items() if v), *clipping.verbatim),
        doubts=(*clipping.doubts, *doubts.values()),
        debris=(*clipping.debris, *(Line(1, _describe(part)) for part in others)),
    )


def _field(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _charset(part: EmailMessage) -> str:
    return part.get_content_charset() or ""


def _describe(part: EmailMessage) -> str:
    if part.get_content_type() == "text/plain" and not part.get_filename():
        return "[the text of the e-mail once more, without its layout: text/plain]"
    return f"[a part of the e-mail, {part.get_content_type()}: {part.get_filename() or 'no name'}]"
