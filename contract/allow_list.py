"""The elements and attributes that a text may be made of; whatever else got in is taken out.

Exactly what our Markdown, figures and marks make: https://nh3.readthedocs.io/
"""

from nh3 import Cleaner

from formats.text import SITE

PLAIN = {"blockquote", "br", "code", "em", "figcaption", "figure", "hr", "li", "p", "picture"}
PLAIN |= {"pre", "small", "strong", "table", "tbody", "thead", "tr", "ul"}
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "button": {"aria-label", "popovertarget"},
    "div": {"aria-label"},
    "img": {"alt", "height", "sizes", "src", "srcset", "title", "width"},
    "ol": {"start"},
    "source": {"sizes", "srcset"},
    **{heading: {"id"} for heading in HEADINGS},
}
VALUES = {
    "a": {"class": {"name"}, "rel": {"external"}},
    "button": {"type": {"button"}},
    "div": {"class": {"table"}, "role": {"region"}, "tabindex": {"0"}},
    "img": {"decoding": {"async"}, "loading": {"lazy"}},
    "source": {"type": {"image/avif", "image/webp"}},
    "span": {"class": {"term"}},
    **{cell: {"align": {"left", "center", "right"}} for cell in ("td", "th")},
}


def ours(_tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, unless it would load what is not a file of the site."""
    loads = attribute in {"src", "srcset"}
    return None if loads and not value.startswith(SITE) else value


CLEANER = Cleaner(
    tags={*PLAIN, *ATTRIBUTES, *VALUES},
    attributes=ATTRIBUTES,
    tag_attribute_values=VALUES,
    attribute_filter=ours,
    url_schemes={"http", "https", "mailto"},
    id_prefix="section-",
    link_rel=None,
)


def only_allowed(html: str) -> str:
    """Rendered HTML with nothing in it that is not on the list; addresses are web or mail ones."""
    return CLEANER.clean(html)
