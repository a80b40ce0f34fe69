"""The fingerprints by which a report's sentences are known again."""

import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contract.sentences import find_clipped, fingerprints

REPORT = """\
SEOUL (EP) — Lt. Gen. Marek Dolny said in the U.S. on Monday that the "quiet gate" is ready.
“We close it. We watch it,” the general said before he left the room. Then his six aides
stayed behind, and the ministry's spokesman 'saw no need' to add one word.

## A subhead

The sea \\*was\\* calm &amp; the ships of both fleets lay at anchor until noon!
"""
MILLION = 1_000_000
HOSTILE = [
    *(
        '"',
        ".",
        ". ",
        "! A",
        "'a ",
        "a'",
        '."',
        ".' ",
        '("',
        "](",
        "「『",
        "&amp;",
        "\n",
        "\n ",
        "\\",
    ),
    *("\u0301\u0323", "\ufdfa", "中", "A word. ", "a"),
]
WORDS = st.sampled_from(
    [
        "The",
        '"fleet',
        "left.",
        "at",
        'noon,"',
        "O'Hara's",
        "Dr.",
        "U.S.",
        "\u2018six",
        "ships\u2019",
        "»",
        "*",
        "_x_",
        "`y`",
        "#",
        "-",
        "1.",
        "&amp;",
        "é",
        "中。",
        "「行」",
        "?!",
        "…",
        "[a](b)",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40)


def wrapped(words: list[str], breaks: list[bool]) -> str:
    ends = [*breaks, *[False] * len(words)]
    return "".join(word + " \n"[end] for word, end in zip(words, ends, strict=False))


def test_a_sentence_is_found_on_its_line():
    found = find_clipped(REPORT, fingerprints(REPORT))
    assert [(line, text.split()[0]) for line, text in found] == [
        (0, "SEOUL"),
        (1, '"We'),
        (1, "Then"),
        (6, "The"),
    ]


def test_a_sentence_in_our_own_words_is_not_found():
    ours = REPORT.replace("his six aides", "the general's aides").replace("until noon", "till noon")
    assert [line for line, _ in find_clipped(ours, fingerprints(REPORT))] == [0, 1]


def test_what_is_quoted_may_stay():
    ours = '"We close it. We watch it,” were Dolny\'s words on the "quiet gate".'
    assert find_clipped(ours, fingerprints(REPORT)) == []


@pytest.mark.parametrize(
    "other", ["“{}”", "«{}»", "„{}“", '\\"{}\\"', "*\u201c{}\u201d*", "&quot;{}&quot;"]
)
def test_all_quotation_marks_are_the_same(other):
    told = 'The minister told us all that "no ship. No plane" had left.'
    assert fingerprints(
        re.sub('"(.*)"', lambda quoted: other.format(quoted[1]), told)
    ) == fingerprints(told)


def test_a_short_sentence_has_none():
    assert fingerprints("Five words are too few. He agreed.") == []
    assert len(fingerprints("Six words are enough for one.")) == 1


def test_a_link_and_emphasis_change_nothing():
    told = "The ministry said on Sunday that *two* ships had left the port."
    linked = told.replace("ministry", "[ministry](https://example.com/a)").replace(
        "*two*", "**two**"
    )
    assert fingerprints(linked) == fingerprints(told) != []


def test_languages_without_spaces_are_guarded():
    assert len(fingerprints("艦隊は正午に港を出た。大臣は「知らない」と述べただけだった。")) == 2


@example(["The"] * 4 + ["#", "The", "The"], [False, False, False, True, True])
@given(TEXTS, st.lists(st.booleans(), max_size=40))
def test_wrapping_anew_changes_nothing(words, breaks):
    assert fingerprints(wrapped(words, breaks)) == fingerprints(" ".join(words))


@given(TEXTS)
def test_escaping_changes_nothing(words):
    plain = " ".join(words)
    escaped = re.sub(r"([\\`*_{}\[\]()>#+\-.!|])", r"\\\1", plain.replace("&", "&amp;"))
    assert fingerprints(escaped.replace("<", "&lt;")) == fingerprints(plain)


@given(TEXTS)
def test_typographic_marks_and_compositions_change_nothing(words):
    plain = " ".join(words)
    curly = plain.replace('"', "”").replace("'", "\u2019").replace("...", "…")
    forms = [normalize(form, plain) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    assert {(*fingerprints(text),) for text in [curly, *forms]} == {(*fingerprints(plain),)}


@given(st.text() | st.text("\"'.!?“”\u2018\u2019「」『』&#;\\[]()\n A1é\u0301"))
def test_any_text_is_found_in_itself_and_nowhere_past_its_lines(text):
    marks = fingerprints(text)
    found = find_clipped(text, marks)
    assert len(found) >= len(marks)
    assert all(0 <= line <= text.count("\n") for line, _ in found)


@pytest.mark.slow
@pytest.mark.parametrize("part", HOSTILE)
def test_a_megabyte_of_anything_ends(part):
    text = part * (MILLION // len(part.encode()))
    assert len(fingerprints(text)) <= MILLION
