"""Which words of a text are marked as terms."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from contract.terms import Terms, strip_marks

GLOSSARY = {
    "tisa": ("TISA",),
    "jcs": ("JCS", "Joint Chiefs of Staff"),
    "un": ("UN",),
    "unsc": ("UNSC", "UN Security Council"),
    "data": ("missile warning data", "warning data"),
    "dprk": ("DPRK", "Democratic People's Republic"),
    "c": ("C++",),
}
ENTRIES = {slug: {"term": ways[0], "also": list(ways[1:])} for slug, ways in GLOSSARY.items()}


def rendered(text: str, entries=ENTRIES, *, wanted=True):
    """The HTML of a Markdown text, and the terms that it says it uses."""
    terms = Terms(entries)
    md = Markdown(extensions=["footnotes", "smarty", "tables", "contract.markdown"])
    md.treeprocessors.register(terms, "terms", -1)
    terms.begin(enabled=wanted)
    return md.convert(text), terms.used


def marked(text: str) -> list[str]:
    return [mark.text for mark in BeautifulSoup(rendered(text)[0], "lxml").select(".term")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under TISA, and TISA again.", ["TISA"]),
        ("The arrangement (TISA), signed.", ["TISA"]),
        ("TISAs, ATISA, TISA_2 and tisa", []),
        ("the US-TISA talks", ["TISA"]),
        ("*TISA* and **JCS**", ["TISA", "JCS"]),
        ("- TISA\n- JCS\n\n> UN", ["TISA", "JCS", "UN"]),
        ("| TISA |\n| --- |\n| JCS |", ["TISA", "JCS"]),
        ("the UN Security Council, then the UN", ["UN Security Council", "UN"]),
        ("missile warning data, and warning data", ["missile warning data"]),
        ("Warning data came first", ["Warning data"]),
        ("the Joint Chiefs of Staff (JCS)", ["JCS"]),
        ("the Joint\nChiefs of Staff", ["Joint\nChiefs of Staff"]),
        ("a Democratic People's Republic", ["Democratic People\u2019s Republic"]),
        ("in C++ and C", ["C++"]),
        ('She said: "TISA is a step."', ["TISA"]),
    ],
)
def test_the_first_use_of_a_whole_word_is_marked(text, expected):
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[TISA](x.md)",
        "## TISA",
        "`TISA`",
        "    TISA",
        "![TISA](x.png)",
        '[x](y.md "TISA")',
        "<https://example.org/TISA>",
    ],
)
def test_links_headings_code_and_attributes_are_left_alone(text):
    assert marked(text) == []
    assert marked(f"{text}\n\nThen TISA.") == ["TISA"]


def test_several_terms_of_one_sentence_stand_in_their_places():
    html, used = rendered("Of TISA, *the* JCS and (the) UN it is **said** that DPRK is C++.")
    assert used == ["tisa", "jcs", "un", "dprk", "c"]
    assert (
        BeautifulSoup(html, "lxml").text
        == "Of TISA, the JCS and (the) UN it is said that DPRK is C++."
    )


def test_a_mark_holds_the_word_as_text_and_a_button_that_opens_it():
    html, _ = rendered("Under TISA.")
    assert html == (
        '<p>Under <span class="term">TISA<button aria-label="What TISA means"'
        ' popovertarget="term-tisa" type="button"></button></span>.</p>'
    )


def test_a_text_without_its_marks_is_the_text_without_a_glossary():
    text = 'Of TISA, *JCS* ("UN") & the Democratic People\'s Republic.[^1]\n\n[^1]: DPRK'
    html, used = rendered(text)
    assert len(used) == 4
    assert strip_marks(html) == rendered(text, {})[0] == rendered(text, wanted=False)[0]
