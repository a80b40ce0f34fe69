"""Texts come out as Python-Markdown's own processor makes them."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from contract import plain_markdown
from contract.quick_inline import QuickInline, needed
from pelicanconf import MARKDOWN
from tests.support.sample import ROOT

TOKENS = [*"'\"-.`*_[]()!<>&;:\\\n ", "--", "---", "...", "word", "90s", "'90s", "\"'", "'\""]
TOKENS += ["  \n", "https://a.example", "<https://a.example>", "<a@b.example>", "&amp;", "&#8217;"]
TOKENS += ["[a](b)", "![a](b)", "[a][b]", "[b]: c\n", "**a**", "``a`b``", "\\`", "| a |\n|---|\n"]


def makers() -> tuple[Markdown, Markdown]:
    with patch.object(plain_markdown, "QuickInline", InlineProcessor):
        stock = Markdown(**MARKDOWN)
    return Markdown(**MARKDOWN), stock


QUICK, STOCK = makers()


def processors(md):
    return [p for p in md.treeprocessors if isinstance(p, InlineProcessor)]


def test_both_processors_are_replaced():
    assert [type(p) for p in processors(QUICK)] == [QuickInline] * 2
    assert [type(p) for p in processors(STOCK)] == [InlineProcessor] * 2


def test_every_pattern_but_emphasis_is_known_by_what_it_needs():
    unknown = [
        pattern.pattern
        for processor in processors(QUICK)
        for pattern, _, need in needed(processor.inlinePatterns)
        if not need
    ]
    assert unknown == [r"\*|_"]


@given(st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=30))
def test_any_text_comes_out_the_same(tokens):
    text = "".join(tokens)
    assert QUICK.reset().convert(text) == STOCK.reset().convert(text)


def test_our_own_texts_come_out_the_same():
    for file in (*(ROOT / "content").rglob("*.md"), *ROOT.glob("*.md")):
        text = file.read_text("utf-8")
        assert QUICK.reset().convert(text) == STOCK.reset().convert(text), file.name
