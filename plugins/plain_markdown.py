"""Markdown without raw HTML: what looks like a tag comes out as the text that was typed."""

from markdown.extensions import Extension


class PlainMarkdown(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**settings):
    return PlainMarkdown(**settings)
