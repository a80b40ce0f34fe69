"""Which parts of a page are captions, and which parts of these say whose the picture is."""

import re
from typing import NamedTuple

from lxml import html

CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|cutline|(?:img|image|photo|pic)[_-]?(?:desc|txt|text|info))",
    re.IGNORECASE,
)
CREDIT = re.compile(r"credit|copyright|photographer|byline|source|agency|courtesy", re.IGNORECASE)
NEAR = 4  # a caption is at most a cousin of its picture: cells in two rows of one table
LONG = 1000  # characters; more is a story in an element whose name misleads


class Part(NamedTuple):
    """`role` is caption, credit or nothing; `home` the figure or else the caption it is part of."""

    role: str = ""
    home: html.HtmlElement | None = None


def parts(body: html.HtmlElement) -> dict[html.HtmlElement, Part]:
    """The part that every element of a page is or stands in."""
    by_element: dict[html.HtmlElement, Part] = {}
    near_pictures = _around_pictures(body)
    for element in body.iter("*"):
        part = by_element.get(element.getparent(), Part())
        if element.tag == "figure":
            by_element[element] = Part("", element)
        elif part.home is not None and part.role != "credit" and CREDIT.search(_names(element)):
            by_element[element] = Part("credit", part.home)
        elif not part.role and _is_caption(element, part.home is not None, near_pictures):
            home = element if part.home is None else part.home
            by_element[element] = Part("caption", home)
        else:
            by_element[element] = part
    return by_element


def _names(element: html.HtmlElement) -> str:
    return " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))


def _is_caption(element: html.HtmlElement, in_figure: bool, near_pictures: set) -> bool:
    has_name = element.tag == "figcaption" or CAPTION.search(_names(element))
    if not has_name or not (in_figure or near_pictures.intersection(_up(element))):
        return False
    return len("".join(element.itertext())) <= LONG


def _around_pictures(body: html.HtmlElement) -> set[html.HtmlElement]:
    return {holder for picture in body.iter("img", "amp-img") for holder in _up(picture)}


def _up(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The nearest elements around one, the body and what is beyond it left out."""
    around = [above for above, _ in zip(element.iterancestors(), range(NEAR), strict=False)]
    return [above for above in around if above.tag not in {"body", "html"}]


def borders(by_element: dict[html.HtmlElement, Part]) -> frozenset[html.HtmlElement]:
    """The elements at which a role begins."""
    nothing = Part()
    return frozenset(
        element
        for element, part in by_element.items()
        if part.role and part.role != by_element.get(element.getparent(), nothing).role
    )
