"""Python-Markdown's inline processor, which asks a pattern only where it can match.

Of some thousand questions that an article takes, ten find something: a search for the characters
that a match needs is all that the others cost.
"""

import re

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# By the name of a pattern what every match of it holds.
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
CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
QUOTE = re.compile("[\"']")


def needed(patterns) -> list[tuple]:
    """Every pattern of a registry in order, with its search and what it needs."""
    names = {id(patterns[name]): need for name, need in NEEDS.items() if name in patterns}
    count = sum(1 for n in range(len(patterns)) if f"{QUOTES}{n}" in patterns)
    for number in range(count):
        pattern = patterns[f"{QUOTES}{number}"]
        names[id(pattern)] = QUOTE.search(CLASS.sub("", pattern.pattern))[0]
    return [(p, p.getCompiledRegExp().search, names.get(id(p), "")) for p in patterns]


class QuickInline(InlineProcessor):
    """Takes the place of another by its class; what comes out is the same."""

    known = None

    def _InlineProcessor__handleInline(self, data: str, index: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        self.known = self.known or needed(self.inlinePatterns)
        start = 0
        while index < len(self.known):
            pattern, search, need = self.known[index]
            matched = need in data and search(data, start)
            if matched:
                data, matched, start = self._InlineProcessor__applyPattern(
                    pattern, data, index, start
                )
            if not matched:
                index, start = index + 1, 0
        return data
