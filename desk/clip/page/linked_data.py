"""What a page says of itself in JSON-LD: https://schema.org/Article and its kinds."""

import json
import re
from collections.abc import Iterator
from html import unescape

from lxml import html

KINDS = ("NewsArticle", "Article", "Report", "BlogPosting", "WebPage")
WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)?\s*;?\s*$")
DEEP = 10


def article(tree: html.HtmlElement) -> tuple[dict, str]:
    """The node that tells of the report, empty if there is none; a doubt where JSON is broken."""
    nodes, doubt = [], ""
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            try:
                nodes += _nodes(json.loads(WRAPPING.sub("", script.text or ""), strict=False))
            except (ValueError, RecursionError):
                doubt = "metadata: the page's JSON-LD is broken, and what it says was left out"
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str)}
    for kind in KINDS:
        for node in nodes:
            if any(name.endswith(kind) for name in strings(node.get("@type"))):
                return {key: _with_names(value, by_id) for key, value in node.items()}, doubt
    return {}, doubt


def strings(value, deep: int = 0) -> list[str]:
    """The texts in a value: of a string, of the names of a node or of its address, of a list."""
    if isinstance(value, str):
        return [" ".join(unescape(value).split())] if value.strip() else []
    if isinstance(value, list) and deep < DEEP:
        return [text for item in value for text in strings(item, deep + 1)]
    if isinstance(value, dict) and deep < DEEP:
        return strings(value.get("name") or value.get("url") or value.get("@id"), deep + 1)
    return []


def _nodes(value, deep: int = 0) -> Iterator[dict]:
    """Nodes at the top, in lists and in `@graph`; not what they are made of."""
    if isinstance(value, list) and deep < DEEP:
        for item in value:
            yield from _nodes(item, deep + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph", []), deep + 1)


def _with_names(value, by_id: dict[str, dict]):
    """A value in which references to other nodes (`{"@id": …}`) are these nodes."""
    if isinstance(value, list):
        return [_with_names(item, by_id) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value
