"""Any page: what Hypothesis tries on the readers of markup; and what of a page is visible."""

from html import escape

from hypothesis import strategies as st
from lxml import html

from desk.clip.clipping import Clipping
from desk.clip.page import parse
from tests.clip.anything import LINES, SIGNS

TAGS = [
    *(
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "button",
        "center",
        "dd",
    ),
    *(
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "form",
    ),
    *("h1", "h2", "h3", "header", "hr", "i", "iframe", "img", "li", "main", "marquee", "nav"),
    *("noscript", "ol", "option", "p", "plaintext", "pre", "script", "section", "select", "small"),
    *("span", "strong", "style", "sup", "svg", "table", "tbody", "td", "template", "text"),
    *("textarea", "th", "time", "title", "tr", "ul"),
]
ATTRIBUTES = (
    "",
    ' class="caption"',
    ' class="img_desc photo-credit"',
    ' class="byline author"',
    ' class="deck"',
    ' class="related"',
    " hidden",
    ' style="display: none"',
    ' href="javascript:alert(1)" onclick="alert(1)"',
    ' itemprop="headline"',
    ' datetime="2023-06-03T16:53:00+09:00"',
    ' rel="author" src="x" onerror="alert(1)"',
)
SENTENCE = (
    "The patrol left the harbor at dawn, and the ministry said that nine ships would follow it"
    " before the week was over, though nobody knew where they would go. "
)
TEXT = st.one_of(st.sampled_from(LINES).map(escape), SIGNS, st.just(SENTENCE), st.text(max_size=20))
MARKUP = st.recursive(
    TEXT,
    lambda inner: st.builds(
        lambda tag, attributes, parts: f"<{tag}{attributes}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=14,
)
PAGES = st.lists(MARKUP, min_size=1, max_size=6).map(
    lambda parts: f"<html><body><p>{SENTENCE}</p>{''.join(parts)}</body></html>"
)
UNSEEN = [
    *("audio", "canvas", "datalist", "desc", "head", "iframe", "metadata", "noembed", "noframes"),
    *("noscript", "object", "script", "style", "template", "title", "video"),
]
INVISIBLE = (
    " or ".join(f"self::{tag}" for tag in UNSEEN)
    + " or @hidden or contains(@style, 'display: none') or (self::dialog and not(@open))"
)


def visible(root: html.HtmlElement) -> list[str]:
    """The text nodes that a browser shows, without space."""
    nodes = root.xpath(f"/html/body//text()[not(ancestor::*[{INVISIBLE}])]")
    return [text for node in nodes if (text := squeeze(node))]


def visible_texts(page: str) -> list[str]:
    return visible(parse(page))


def pieces(clipping: Clipping) -> str:
    """All the text of a clipping, without space, its parts apart; what opens a text in front."""
    lines = (*clipping.verbatim, *clipping.blocks, *clipping.debris)
    captions = (caption.verbatim for caption in clipping.captions)
    texts = (clipping.headline, clipping.deck, *(line.text for line in lines), *captions)
    return "\n".join(squeeze(text) for text in texts)


def squeeze(text: str) -> str:
    return "".join(text.split())
