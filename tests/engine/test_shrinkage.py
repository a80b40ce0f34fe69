"""A collection that lost a good part of its articles is refused, until somebody says so."""

import json
import subprocess
import sys

import pytest

from desk import serve
from engine.limits import ShrunkError, refuse_shrinkage
from tests.support.sample import ROOT

PATHS = [f"articles/{number:02}.md" for number in range(30)]


@pytest.mark.parametrize(
    ("before", "now"), [(30, 27), (30, 30), (10, 9), (9, 9), (1, 1), (0, 0), (0, 5), (5, 8)]
)
def test_a_tenth_may_go(before, now):
    refuse_shrinkage(PATHS[:before], PATHS[:now], [])


@pytest.mark.parametrize(("before", "now"), [(30, 26), (9, 8), (5, 4), (20, 0), (1, 0)])
def test_more_than_a_tenth_may_not(before, now):
    with pytest.raises(ShrunkError, match=f"^{now} of {before} articles are left"):
        refuse_shrinkage(PATHS[:before], PATHS[:now], [])


def test_ten_of_the_missing_are_named():
    with pytest.raises(ShrunkError) as error_info:
        refuse_shrinkage(PATHS, PATHS[:10], [PATHS[11]])
    lines = [line for line in str(error_info.value).splitlines() if line.startswith("  ")]
    assert lines[:3] == [
        "  articles/10.md (gone)",
        "  articles/11.md (a draft)",
        "  articles/12.md (gone)",
    ]
    assert len(lines) == 11
    assert lines[-1] == "  and 10 more"


@pytest.fixture
def shrunk(sample):
    """A site of five articles, one of which became a draft."""
    for slug in "bcde":
        sample.another(slug)
    sample.build()
    sample.another("e", ("kind: report", "kind: report\nstatus: draft"))
    return sample


def test_a_build_that_lost_one_of_five_says_which_and_changes_nothing(shrunk, capfd):
    before = shrunk.published()
    with pytest.raises(SystemExit) as exit_info:
        shrunk.build()
    message = capfd.readouterr().err
    assert exit_info.value.code == 1
    assert "4 of 5 articles are left since the last build" in message
    assert "articles/e.md (a draft)" in message
    assert "again with ALLOW_SHRINK=1" in message
    assert shrunk.published() == before


def test_the_variable_allows_it(shrunk, monkeypatch):
    monkeypatch.setenv("ALLOW_SHRINK", "1")
    shrunk.build()
    assert json.loads(shrunk.published()["build.json"])["articles"] == 4
    monkeypatch.delenv("ALLOW_SHRINK")
    shrunk.build()


@pytest.mark.parametrize("value", ["", "0", "yes"])
def test_no_other_value_does(shrunk, monkeypatch, value):
    monkeypatch.setenv("ALLOW_SHRINK", value)
    with pytest.raises(SystemExit):
        shrunk.build()


@pytest.mark.slow
def test_a_preview_shrinks_as_it_likes(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "PREVIEW", tmp_path / "preview")
    preview = [sys.executable, "-m", "pelican", *serve.pelican_arguments("http://127.0.0.1:1")]
    subprocess.run(preview, cwd=ROOT, check=True)
    record = tmp_path / "preview/build.json"
    entries = json.loads(record.read_bytes())
    record.write_text(json.dumps(entries | {"sources": entries["sources"] + PATHS}))
    subprocess.run(preview, cwd=ROOT, check=True)
    assert json.loads(record.read_bytes()) == entries
