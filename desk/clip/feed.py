"""Items of feeds saved as files: RSS 2.0 (https://www.rssboard.org/rss-specification) and Atom
(RFC 4287), with the modules for content and Dublin Core. An item's text is read as a page."""

import re
from dataclasses import replace

from lxml import etree, html

from . import page
from .clipping import Clipping, Line
from .input import UnusableError
from .page.claims import FIELDS, Claim

ROOT = re.compile(rb"<(?:rss|feed|item|entry|rdf:RDF)[\s>]")
NAMES = {
    "headline": ("title",),
    "published": ("pubDate", "published", "date", "issued"),
    "updated": ("updated", "modified"),
    "authors": ("creator", "author"),
    "url": ("link", "origLink"),
    "language": ("language",),
}
TEXTS = ("encoded", "content", "description", "summary")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAME_BEHIND_MAIL = re.compile(r"\S+@\S+\s+\((.+)\)")  # <author> of RSS is an address
CURE = "save the page of the report itself"


def recognizes(data: bytes) -> bool:
    """Whether the bytes begin as a feed or an item does."""
    start = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    before = ROOT.split(start, maxsplit=1)
    return start.startswith(b"<") and len(before) == 2 and b"<html" not in before[0].lower()


def read(data: bytes) -> Clipping:
    """Clip the item. Raises UnusableError where the file has not just one, or is no sound XML."""
    root = _parse(data)
    items = list(root.iter("{*}item", "{*}entry"))
    if len(items) != 1:
        raise UnusableError(f"the feed has {len(items)} items, and one is wanted - {CURE}")
    fields = _fields(items[0])
    name = next((name for name in TEXTS if name in fields), "")
    text = fields[name][0] if name else None
    claims = _claims(fields, root)
    doubts = [] if name in TEXTS[:2] else ["source.seen: the feed has a summary, not the report"]
    title = " ".join(claim.value for claim in claims["headline"][:1])
    clipping = page.clip(_as_page(text, title), {}, claims, doubts, whole=True)
    field_names = {name, *(one for names in NAMES.values() for one in names)}
    elements = (
        e for key in fields.keys() - field_names for e in fields[key] if _text(e) != clipping.deck
    )
    lines = (Line(e.sourceline, f"{etree.QName(e).localname}: {_text(e)}") for e in elements)
    rest = tuple(sorted(lines, key=lambda line: (line.line, line.text)))
    return replace(clipping, debris=(*clipping.debris, *rest))


def _parse(data: bytes) -> etree._Element:
    """The tree; no entity is expanded and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise UnusableError(f"the feed is broken XML: {error.msg} - {CURE}") from None
    if any(True for _ in root.iter(etree.Entity)):
        raise UnusableError(f"the feed uses entities that it declares itself - {CURE}")
    return root


def _fields(item: etree._Element) -> dict[str, list[etree._Element]]:
    """The elements of an item by name, those with text or a link."""
    fields: dict[str, list[etree._Element]] = {}
    for element in item.iterchildren("*"):
        if _text(element):
            fields.setdefault(etree.QName(element).localname, []).append(element)
    return fields


def _text(element: etree._Element) -> str:
    """The text of an element; of a person the name, of a link to the page its address."""
    name = element.find("{*}name")
    if element.get("href") and element.get("rel", "alternate") == "alternate":
        return element.get("href")
    return " ".join("".join((element if name is None else name).itertext()).split())


def _claims(fields: dict[str, list], root: etree._Element) -> dict[str, list[Claim]]:
    claims: dict[str, list[Claim]] = {field: [] for field in FIELDS}
    for field, names in NAMES.items():
        for name in names:
            claims[field] += [Claim(_text(e), f"<{name}>") for e in fields.get(name, ())]
    claims["authors"] = [
        replace(claim, value=NAME_BEHIND_MAIL.sub(r"\1", claim.value))
        for claim in claims["authors"]
    ]
    if any(name in fields for name in TEXTS[:2]):
        claims["deck"] = [
            Claim(_text(e), f"<{name}>") for name in TEXTS[2:] for e in fields.get(name, ())
        ]
    if tongue := root.get(LANG):
        claims["language"].append(Claim(tongue, "xml:lang"))
    for name, field in (("title", "outlet"), ("language", "language")):
        for element in (
            *root.iterfind(f"{{*}}channel/{{*}}{name}"),
            *root.iterfind(f"{{*}}{name}"),
        ):
            claims[field].append(Claim(_text(element), f"the feed's <{name}>"))
    return claims


def _as_page(text: etree._Element | None, title: str) -> html.HtmlElement:
    """The text of an item as a page below its title."""
    markup = "".join(text.itertext()) if text is not None else ""
    if text is not None and len(text):
        markup = etree.tostring(text, encoding="unicode")
    root = page.parse(f"<body><h1></h1><div>{markup}</div></body>")
    root.find("body/h1").text = title
    return root
