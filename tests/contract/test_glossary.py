"""The glossary: its keys, and that no word leads to two meanings."""

import pytest

from tests.contract.spoiling import file, refused

SOUND = "tisa:\n  term: TISA\n  meaning: An arrangement.\n"
G = "content/data/glossary.yaml"


def glossary(text: str):
    return file("data/glossary.yaml", text)


FAULTS = {
    "empty file": (glossary(""), f"{G}:1: the metadata is not made of `key: value` lines"),
    "a list": (glossary("- TISA\n"), f"{G}:1: the metadata is not made of `key: value` lines"),
    "entry without text": (
        glossary("tisa:\n"),
        f'{G}:1: "tisa" is made of `key: value` lines: term, expansion, meaning, also',
    ),
    "no term": (
        glossary("tisa:\n  meaning: An arrangement.\n"),
        f'{G}:1: missing key "tisa.term" - the term as articles write it',
    ),
    "no meaning": (
        glossary("tisa:\n  term: TISA\n"),
        f'{G}:1: missing key "tisa.meaning" - one plain sentence',
    ),
    "empty meaning": (
        glossary("tisa:\n  term: TISA\n  meaning:\n"),
        f'{G}:3: empty "tisa.meaning"',
    ),
    "unknown key": (
        glossary(SOUND + "  expantion: Arrangement\n"),
        f'{G}:4: unknown key "expantion" - did you mean "expansion"?',
    ),
    "bad slug": (
        glossary(SOUND.replace("tisa", "TISA")),
        f'{G}:1: "TISA" cannot be "TISA" - write it like',
    ),
    "entry twice": (glossary(SOUND * 2), f'{G}:4: key "tisa" a second time'),
    "long term": (
        glossary(SOUND.replace("TISA", "T" * 31)),
        f'{G}:2: "tisa.term" has 31 characters; at most 30',
    ),
    "term twice": (
        glossary(SOUND + SOUND.replace("tisa", "other")),
        f'{G}:5: "TISA" stands in "tisa.term" already - keep one of them',
    ),
    "way twice": (
        glossary(SOUND + "  also: [Arrangement, arrangement]\n"),
        f'{G}:4: "arrangement" stands in "tisa.also.1" already',
    ),
    "term once more": (glossary(SOUND + "  also: TISA\n"), f'{G}:4: "TISA" stands in "tisa.term"'),
    "empty way": (glossary(SOUND + "  also: ['']\n"), f'{G}:4: empty "tisa.also.1"'),
    "slug of a page": (
        file(
            "pages/glossary.md",
            "---\ntitle: G\nslug: glossary\nsummary: S\nmodified: 2026-11-22\n---\nT",
        ),
        'content/pages/glossary.md:3: slug "glossary" is reserved',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
