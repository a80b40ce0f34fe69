"""Markdown without raw HTML: what looks like a tag comes out as the text that was typed.

A table stands in a region that scrolls, by keyboard too, where it is wider than the page.
"""

from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from contract.quick_inline import QuickInline


class Tables(Treeprocessor):
    def run(self, root):
        tables = [
            (parent, child) for parent in root.iter() for child in parent if child.tag == "table"
        ]
        for number, (parent, table) in enumerate(tables, start=1):
            label = {"role": "region", "tabindex": "0", "aria-label": f"Table {number}"}
            region = Element("div", {"class": "table", **label})
            parent[list(parent).index(table)] = region
            region.append(table)


class PlainMarkdown(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(Tables(md), "tables", 15)
        for processor in md.treeprocessors:
            if type(processor) is InlineProcessor:
                processor.__class__ = QuickInline


def makeExtension(**settings):
    return PlainMarkdown(**settings)
