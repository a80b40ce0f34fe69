"""No text costs more than ten times what prose of its size does, or it is refused at once."""

import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from contract.render import TooMuchError, to_html
from contract.safety import find_excess, sanitize
from engine.limits import COMPUTING, time_limit
from pelicanconf import MARKDOWN
from tests.support.properties import examples

LIMIT = partial(time_limit, by=COMPUTING)
SIZE = 10_000
PROSE = "Words and *words* of a [link](https://example.com/) in a sentence. " * 8 + "\n\n"
TOKENS = [
    "[",
    "![",
    "<![",
    "[a](",
    "![a](",
    "[a][",
    "](",
    "[x]:",
    "<![CDATA[",
    "<a",
    "<a/",
    "<!--",
    "<?",
    "<",
    "<<",
    "<http://",
    "<a@b.c",
    "&",
    "&amp;",
    "&#",
    "*",
    "**",
    "***",
    "_",
    "__",
    "*a",
    "**a",
    "**a**",
    "***a***",
    "`",
    "``",
    "`a`",
    "\\",
    "\\[",
    "'",
    '"',
    "'a\"",
    "...",
    "--",
    "|",
    "|a",
    "|-",
    "a|",
    "#",
    "##",
    "=",
    "!",
    "!(",
    "()",
    "~",
    "^",
    "$",
    ":",
    "{:",
    "{",
    ">",
    ">>",
    "-",
    "+",
    "1.",
    ">a",
    "-",
    "a=",
]
TOKENS += [
    "<![ \n",
    " ",
    "\t",
    "\xa0",
    "a ",
    "a\n",
    "> ",
    "- ",
    "# ",
    "1. ",
    "- a\n",
    "1. a\n",
    "=\n",
]
TOKENS += ["a\n=\n", "a  \n", "---\n", "* * *\n", "[x]: a\n", "    a\n", "    a\n\n", "- a\n\n"]
TOKENS += ["a\n\n", "> a\n\n", "- a\n\n    b\n\n", "a|b\n-|-\n", "a|b\n", "\n ", "a`b ", '"a ']
SHAPES = {
    "a run": lambda token: token * (SIZE // len(token)),
    "a run and a word": lambda token: "a" + token * (SIZE // len(token)) + "a",
    "paragraphs": lambda token: (token * 99 + "\n\n") * (SIZE // (len(token) * 99 + 2)),
    "lines": lambda token: (token * 20 + "\n") * (SIZE // (len(token) * 20 + 1)),
}
DEEP = {
    "lists": "\n".join("    " * n + "- a" for n in range(150)),
    "loose lists": "\n\n".join("    " * n + "- a" for n in range(150)),
    "quotations": "> " * 2_000 + "a",
    "growing backticks": " ".join("`" * n for n in range(1, 300)),
    "wide tables": "|".join("a" * 5_000) + "\n" + "|".join("-" * 5_000),
    "spaces": "a" + " " * SIZE + "a",
}


def cost(text: str) -> float:
    """Seconds of computing for a text; nothing for one that is refused by its marks."""
    if list(find_excess(text)):
        return 0.0
    begun = time.process_time()
    try:
        sanitize(to_html(Markdown(**MARKDOWN), text, LIMIT))
    except TooMuchError as error:
        if "nested" in str(error):
            return 0.0
    return time.process_time() - begun


@pytest.fixture(scope="module")
def prose() -> float:
    """What a character of prose costs."""
    text = PROSE * (4 * SIZE // len(PROSE))
    return cost(text) / len(text)


def dear(texts: dict[str, str], prose: float) -> dict[str, float]:
    """How many times prose those cost that cost more than ten, the cheapest of three tries."""
    tries = {
        name: min(cost(text) / len(text) / prose for _ in range(3))
        for name, text in texts.items()
        if cost(text) > 10 * prose * len(text)
    }
    return {name: round(times, 1) for name, times in tries.items() if times > 10}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_run_of_marks_costs_ten_times_its_size_in_prose(prose, shape):
    assert dear({token: shape(token) for token in TOKENS}, prose) == {}


def test_no_depth_costs_ten_times_its_size_in_prose(prose):
    assert dear(DEEP, prose) == {}


@pytest.mark.slow
def test_prose_of_a_megabyte_is_not_refused():
    text = PROSE * (1_000_000 // len(PROSE))
    assert list(find_excess(text)) == []
    assert to_html(Markdown(**MARKDOWN), text, LIMIT).count("<em>") == text.count("*words*")


@examples(150)
@given(st.lists(st.sampled_from([*TOKENS, "\n", "\n\n", "a"]), max_size=400), st.integers(1, 40))
def test_whatever_is_typed_is_rendered_or_refused_by_name(tokens, times):
    text = "".join(tokens) * times
    try:
        html = to_html(Markdown(**MARKDOWN), "" if list(find_excess(text)) else text, LIMIT)
    except TooMuchError as error:
        assert " - " in str(error)
    else:
        assert sanitize(sanitize(html)) == sanitize(html)
