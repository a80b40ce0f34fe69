"""An article and a CSL-JSON item to cite, with changes; and a citation as one line of text."""

from datetime import date
from types import SimpleNamespace

SITE = {"SITEURL": "https://example.org", "SITENAME": "Standing Watch"}


def article(*authors, source=None, **changes):
    told = {
        "title": "Ours",
        "slug": "ours",
        "url": "2023/06/ours/",
        "kind": "report",
        "lang": "en",
        "published_on": date(2023, 6, 3),
        "source": {
            "outlet": "The Example",
            "headline": "Theirs",
            "url": "https://example.com/a?b=c",
            "published": date(2023, 6, 3),
            "language": "en",
            **(source or {}),
        },
    }
    if authors:
        told["authors"] = [SimpleNamespace(name=name) for name in authors]
    return SimpleNamespace(**{**told, **changes})


def item(*authors, **changes) -> dict:
    """A report of June 3, 2023; a change to None takes a key away."""
    told = {
        "id": "original-2023-06-ours",
        "type": "article-newspaper",
        "title": "Three sign",
        "author": [{"literal": name} for name in authors] or None,
        "container-title": "The Example",
        "issued": {"date-parts": [[2023, 6, 3]]},
        "URL": "https://example.com/a",
        "language": "en",
        **{key.replace("_", "-"): value for key, value in changes.items()},
    }
    return {key: value for key, value in told.items() if value is not None}


def line(parts) -> str:
    """The citation with *italics* between asterisks, as Markdown has them."""
    return "".join(f"*{part.text}*" if part.italic else part.text for part in parts)
