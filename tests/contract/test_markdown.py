"""Texts come out as Python-Markdown makes them without our filter of patterns."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from contract.markdown import Prefilter
from pelicanconf import MARKDOWN
from tests.newsroom import ROOT

TOKENS = [*"'\"-.`*_[]()!<>&;:\\\n ", "--", "---", "...", "word", "90s", "'90s", "\"'", "'\""]
TOKENS += ["  \n", "https://a.example", "<https://a.example>", "<a@b.example>", "&amp;", "&#8217;"]
TOKENS += ["[a](b)", "![a](b)", "[a][b]", "[b]: c\n", "**a**", "``a`b``", "\\`", "| a |\n|---|\n"]

with patch("contract.markdown._prefilter"):
    STOCK = Markdown(**MARKDOWN)
QUICK = Markdown(**MARKDOWN)


def expressions(md):
    return [
        pattern.compiled_re
        for processor in md.treeprocessors
        if isinstance(processor, InlineProcessor)
        for pattern in processor.inlinePatterns
    ]


def test_every_pattern_but_emphasis_is_filtered():
    unfiltered = [e for e in expressions(QUICK) if not isinstance(e, Prefilter)]
    assert [e.pattern for e in unfiltered] == [r"\*|_"]
    assert not any(isinstance(e, Prefilter) for e in expressions(STOCK))


@given(st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=30))
def test_any_text_comes_out_the_same(tokens):
    text = "".join(tokens)
    assert QUICK.reset().convert(text) == STOCK.reset().convert(text)


def test_our_own_texts_come_out_the_same():
    for file in (*(ROOT / "content").rglob("*.md"), *ROOT.glob("*.md")):
        text = file.read_text("utf-8")
        assert QUICK.reset().convert(text) == STOCK.reset().convert(text), file.name
