"""Advice: each piece with its line, and none where there is nothing to say."""

from datetime import UTC, datetime

import pytest

from desk.advice import advise
from desk.project import load_collection
from tests.support.sample import ROOT, TAGS, picture

X = "content/articles/sound.md"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WORDS = ("A paragraph of text.", "word " * 300)
CORRECTED = """\
kind: report
modified: 2023-07-01
corrections:
  - date: 2023-05-01
    note: A name.
  - date: 2023-07-01
    note: Another."""
CASES = {
    "title": ("A sound headline", "word " * 20, f'{X}:2: "title" has 99 characters; search'),
    "summary": ("A deck that", "word " * 33, f'{X}:8: "summary" has '),
    "short": ("A paragraph", "One paragraph", f"{X}:20: the text has 4 words - write 250 to 800"),
    "future": ("2023-06-03", "2026-11-23", f'{X}:4: "date" 2026-11-23 is in the future'),
    "correction": (
        "kind: report",
        CORRECTED,
        f"{X}:13: the correction of 2023-05-01 is older than",
    ),
    "related twice": (
        "kind: report",
        "kind: report\nrelated:\n  - other\n  - other",
        f'{X}:13: related "other" a second time',
    ),
}


@pytest.fixture
def advice(sample):
    """What is advised on the sample, which has another sound article with the same tag."""
    sample.another("other", WORDS)
    sample.another("sound", WORDS)

    def read() -> list[str]:
        return [str(piece) for piece in advise(sample.inspect(), NOW)]

    (sample.folder / "content/images/ship.jpg").unlink()
    return read


def test_there_is_none_where_all_is_well(advice):
    assert advice() == []


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_advice_on_an_article(sample, advice, old, new, expected):
    changes = [(old, new)] if "paragraph" in old else [WORDS, (old, new)]
    sample.another("sound", *changes)
    assert [piece for piece in advice() if piece.startswith(expected)], advice()


def test_a_lone_tag_a_lone_story_and_a_lone_picture(sample, advice):
    sample.write("data/tags.yaml", TAGS + TAGS.replace("drills", "ships"))
    sample.another("sound", WORDS, ("  - drills", "  - ships"))
    sample.write("images/ship.jpg", picture("JPEG"))
    said = [piece.split(" - ")[0] for piece in advice()]
    assert f'{X}:7: tag "ships" is used by no other article' in said
    assert f"{X}:6: no other article shares a tag with this one, so it leads to none" in said
    assert "content/images/ship.jpg:1: no article lists this picture" in said


def test_a_name_that_no_article_has(sample, advice):
    entry = "  kind: place\n  name: {0}\n  description: A place.\n"
    names = "".join(f"{slug}:\n{entry.format(slug)}" for slug in ("jeju", "seoul", "tokyo"))
    sample.write("data/registry.yaml", names)
    sample.another(
        "sound", (WORDS[0], f"{WORDS[1]} [J](name:jeju)"), ("kind:", "about: tokyo\nkind:")
    )
    (said,) = advice()
    assert said.startswith('content/data/registry.yaml:5: no article names "seoul", so it has no')


def test_a_draft_is_not_measured(sample, advice):
    sample.another("draft", ("kind: report", "kind: report\nstatus: draft"))
    assert advice() == []


def test_a_draft_is_told_what_it_needs(sample, advice):
    needs = "kind: report\nstatus: draft\nneeds:\n  - Who said so?"
    sample.another("draft", ("kind: report", needs), ("dateline: SEOUL", "dateline:"))
    draft = "content/articles/draft.md"
    assert [piece.split(": as printed")[0] for piece in advice()] == [
        f"{draft}:9: this draft needs: dateline",
        f"{draft}:13: this draft needs: Who said so?",
    ]


def test_advice_survives_every_fault(sample, advice):
    for name in ("title", "date", "tags", "summary", "kind", "source"):
        sample.another("sound", (f"{name}:", f"x{name}:"))
        assert isinstance(advice(), list)


def test_the_whole_collection_is_advised_on_lines_that_exist():
    beyond = [
        str(piece)
        for piece in advise(load_collection(), NOW)
        if piece.line > len((ROOT / piece.path).read_text("utf-8").splitlines())
    ]
    assert beyond == []
