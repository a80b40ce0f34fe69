"""`make new`: a file that is ready to be filled, whatever the headline is made of."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from contract.front_matter import read_front_matter
from contract.schema import ARTICLE, SOURCE
from tests.support.sample import ROOT

WILD = (
    'Navy: "ends" #1\'s $(touch pwned) `touch pwned` $$HOME $(shell touch pwned) \\ é; 100% & <b>'
)
REFUSED = {
    "empty": ("  ", 'A new article needs its headline: make new TITLE="'),
    "digits": ("2023", 'slug "2023" is reserved'),
    "signs": ("?!", "no address can be derived from this title - choose another: make new"),
    "another script": ("해군 훈련", "no address can be derived from this title - choose another"),
    "taken": ("Sound story", "is taken by content/articles/sound.md - choose another, such as SLUG="),
    "taken by a page": ("About", "is taken by content/pages/about.md"),
    "too long": ("word " * 30, '"title" has 149 characters; at most 140'),
    "hidden": ("A \u202etitle", 'holds the invisible character U+202E'),
    "not UTF-8": (b"A \xff title", "The title is not text in UTF-8."),
}  # fmt: skip


def articles(sample) -> list:
    return sorted((sample.folder / "content/articles").iterdir())


def begun(sample, done):
    """The new article, taken apart, and its text."""
    assert (done.returncode, done.stderr) == (0, "")
    text = (sample.folder / done.stdout.strip()).read_text("utf-8")
    return read_front_matter(text).values, text


def test_every_required_key_is_there_and_says_what_it_wants(desk, sample):
    article, text = begun(sample, desk("new", "Navy ends its search"))
    assert {name for name, key in ARTICLE.items() if key.required} - article.keys() == set()
    assert {name for name, key in SOURCE.items() if key.required} - article[
        "source"
    ].keys() == set()
    wanted = [key.meaning for key in (*ARTICLE.values(), *SOURCE.values()) if key.required]
    assert [words for words in wanted[2:] if f"# {words}\n" not in text] == []
    assert "\n#  - drills\n" in text


def test_title_slug_date_and_status_are_filled_in(desk, sample):
    done = desk("new", "  Navy ends\n its search ")
    article, _ = begun(sample, done)
    assert (article["title"], article["slug"]) == ("Navy ends its search", "navy-ends-its-search")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+00:00", article["date"])
    assert done.stdout == f"content/articles/{article['date'][:10]}-navy-ends-its-search.md\n"
    assert article["status"] == "draft"


def test_it_is_a_sound_draft_that_cannot_be_published_as_it_is(desk, sample):
    file = sample.folder / desk("new", "Navy ends its search").stdout.strip()
    checked = desk("check", str(file))
    assert checked.stdout.splitlines()[-1].startswith("No faults, ")
    assert "this draft needs: the digest itself" in checked.stdout
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    assert desk("check", str(file)).returncode == 1


@pytest.mark.parametrize(("title", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_one_line(desk, sample, title, sentence):
    before = articles(sample)
    done = desk("new", title)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert sentence in done.stderr
    assert articles(sample) == before


def test_a_slug_can_be_given_and_a_long_one_is_cut_between_words(desk, sample):
    article, _ = begun(sample, desk("new", "해군 훈련", "--slug", "navy-drill"))
    assert (article["title"], article["slug"]) == ("해군 훈련", "navy-drill")
    article, _ = begun(sample, desk("new", "abcdefgh " * 12))
    assert article["slug"] == "-".join(["abcdefgh"] * 6)
    assert '"slug" cannot be "A b"' in desk("new", "x", "--slug", "A b").stderr


def test_nothing_is_overwritten(desk, sample):
    first = sample.folder / desk("new", "Navy ends its search").stdout.strip()
    before = first.read_bytes().replace(b"slug: navy-ends-its-search", b"slug: changed")
    first.write_bytes(before)
    done = desk("new", "Navy ends its search")
    assert "is there already; nothing was changed." in done.stderr
    assert (done.returncode, first.read_bytes()) == (1, before)


@pytest.mark.parametrize("by", ["argument", "environment"])
def test_make_hands_a_headline_over_as_it_was_typed(desk, sample, by):
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, sample.folder)
        os.utime(sample.folder / name, (0, 0))
    (sample.folder / ".venv").symlink_to(sys.prefix)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(
        ["make", "new", *([f"TITLE={WILD}"] if by == "argument" else [])],
        env=kept | ({"TITLE": WILD} if by == "environment" else {}),
        cwd=sample.folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert begun(sample, done)[0]["title"] == WILD
    assert not list(sample.folder.rglob("pwned"))
