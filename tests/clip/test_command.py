"""`python -m desk clip`, as an editor types it."""

import subprocess
import sys

import pytest

from tests.clip.test_pages import PAGES
from tests.support.sample import ROOT

PAGE = next(page for page in PAGES if page.stem == "korean-daily-in-english")
PATH = "articles/2023-06-03-seoul-tokyo-washington-test-joint-rescue.md"
LARGE = 5_000_001


@pytest.fixture
def clip(sample, tmp_path):
    def run(*arguments, data: bytes = b""):
        content = ("--content", str(tmp_path / "content"))
        return subprocess.run(
            [sys.executable, "-m", "desk", "clip", *content, *map(str, arguments)],
            cwd=ROOT,
            input=data,
            capture_output=True,
            check=False,
        )

    return run


@pytest.fixture
def drafts(tmp_path):
    """The drafts that were written, and nothing else that changed under `content/`."""
    return lambda: sorted((tmp_path / "content").glob("articles/2023-06-03-*.md"))


def test_it_says_where_the_draft_is_and_what_it_needs_and_leaves_out(clip, tmp_path):
    output = clip(PAGE).stdout.decode()
    assert output.startswith(f"{tmp_path}/content/{PATH}\n")
    for words in (
        'date: the time "16:53" is printed without a zone',
        "title: this is the report's headline - write our own",
        "source.url: the address of the report",
        "line 26: Related articles",
        "make serve",
        "status: published",
    ):
        assert words in output


@pytest.mark.slow
def test_what_the_editor_adds_goes_before_what_the_page_says(clip, tmp_path):
    url = "https://example.com/report?a=b&c=d"
    assert clip(PAGE, "--url", url, "--outlet", "The Herald").returncode == 0
    text = (tmp_path / "content" / PATH).read_text("utf-8")
    assert f'url: "{url}"' in text
    assert "outlet: The Herald" in text
    assert "rights" not in text


def test_standard_input_gives_the_same_draft(clip, tmp_path, drafts):
    clip(PAGE)
    data = (tmp_path / "content" / PATH).read_bytes()
    for name in ((), ("-",)):
        process = clip(*name, data=PAGE.read_bytes())
        assert b"is there already" in process.stdout
        assert process.returncode == 0
    assert [file.read_bytes() for file in drafts()] == [data]


def test_another_text_at_the_same_place_is_left_alone(clip, tmp_path, drafts):
    clip(PAGE)
    (tmp_path / "content" / PATH).write_text("work in progress")
    process = clip(PAGE)
    assert process.returncode == 1
    assert b"was left alone - rename or remove it first" in process.stderr
    assert [file.read_text() for file in drafts()] == ["work in progress"]


def test_a_slug_that_another_article_has_is_not_taken(clip, sample, drafts):
    sample.another("seoul-tokyo-washington-test-joint-rescue")
    clip(PAGE)
    assert [file.name for file in drafts()] == [
        "2023-06-03-seoul-tokyo-washington-test-joint-rescue-2.md"
    ]


def test_a_name_spelled_otherwise_elsewhere_is_left_open(clip, sample, tmp_path):
    sample.another("first", ("Ann Example", "JI Han-Gyeol"))
    clip(PAGE)
    text = (tmp_path / "content" / PATH).read_text("utf-8")
    assert "author:\n" in text
    assert 'articles/first.md has it as \\"JI Han-Gyeol\\" - write it alike' in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "sentence"),
    {
        "empty": (b"", "there is no text in this - copy the report"),
        "blank": (" \n\u200b\n\ufeff".encode(), "there is no text in this - copy the report"),
        "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", "this is no text that can be read - "),
        "large": (b"a" * LARGE, "has more than 5,000,000 bytes - save the report alone"),
        "long": (b"A word. " * 200_000, "and an article has at most 1,000,000 - save the report"),
    }.values(),
    ids=["empty", "blank", "binary", "large", "long"],
)
def test_what_cannot_be_clipped_is_refused_in_one_sentence(clip, drafts, data, sentence):
    process = clip(data=data)
    assert process.returncode == 1
    assert sentence in process.stderr.decode()
    assert process.stderr.count(b"\n") == 1
    assert process.stdout == b""
    assert drafts() == []


def test_a_file_that_cannot_be_read_is_named(clip, tmp_path):
    assert b"nothing.txt cannot be read: No such file" in clip(tmp_path / "nothing.txt").stderr
    assert b"is a folder - name the file" in clip(tmp_path).stderr


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "euc-kr"])
def test_other_encodings_are_read(clip, tmp_path, encoding):
    page = next(page for page in PAGES if page.stem == "korean-portal")
    assert clip(data=page.read_text("utf-8").encode(encoding)).returncode == 0
    (file,) = (tmp_path / "content").glob("articles/2023-06-03-*.md")
    text = file.read_text("utf-8")
    assert "author: 홍가람" in text
    assert ("look for wrong letters" in text) == (encoding == "euc-kr")


def test_what_is_printed_cannot_steer_the_terminal(clip):
    process = clip(data=b"Share \x1b[2J\nA headline\n\nA paragraph of text \x1b]0;x\x07 here.\n")
    assert b"\x1b" not in process.stdout + process.stderr
    assert "U+001B" in process.stdout.decode()
