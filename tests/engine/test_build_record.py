"""build.json tells what a site was built from, and nothing of the machine."""

import json
import os
import subprocess

import pytest

from engine.records import describe_checkout, list_versions, load_articles

WHO = {
    f"GIT_{who}_{what}": "a@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
WHEN = {"GIT_COMMITTER_DATE": "2026-01-02T03:04:05+0900", "GIT_AUTHOR_DATE": "2026-01-02T00:00:00Z"}


def git(folder, *arguments) -> str:
    environment = {**os.environ, **WHO, **WHEN}
    process = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return process.stdout.strip()


@pytest.fixture
def committed(sample):
    """A sample whose content is all committed."""
    git(sample.folder, "init", "-q")
    git(sample.folder, "add", ".")
    git(sample.folder, "commit", "-qm", "Begin")
    return sample


def record(sample) -> dict:
    return json.loads(sample.published()["build.json"])


def test_a_site_outside_a_checkout_tells_no_commit(sample):
    sample.build()
    entries = record(sample)
    assert entries.keys() == {"articles", "commit", "packages", "sources"}
    assert entries["commit"] == "unknown"
    assert entries["articles"] == 1
    assert entries["sources"] == ["articles/sound.md"]
    assert {"pelican", "markdown", "jinja2", "pillow", "nh3"} <= entries["packages"].keys()


def test_the_commit_and_its_time_are_told(committed):
    committed.build()
    entries = record(committed)
    assert entries["commit"] == git(committed.folder, "rev-parse", "HEAD")
    assert entries["committed"] == "2026-01-01T18:04:05+00:00"


@pytest.mark.parametrize("name", ["articles/sound.md", "articles/new.md"])
def test_what_is_not_committed_is_told(committed, name):
    committed.article("A sound headline", "Another", "articles/sound.md")
    if name != "articles/sound.md":
        git(committed.folder, "checkout", "-q", ".")
        committed.another("new")
    committed.build()
    assert record(committed)["commit"].endswith("-dirty")


def test_the_site_itself_does_not_make_the_checkout_dirty(committed):
    committed.build()
    committed.build()
    assert git(committed.folder, "status", "--porcelain") == "?? output/"
    assert not record(committed)["commit"].endswith("-dirty")


@pytest.mark.skipif(os.geteuid() != 0, reason="The owner of a folder is changed by root alone.")
def test_a_checkout_of_somebody_else_is_read_too(committed):
    for path in [committed.folder, *committed.folder.rglob("*")]:
        os.chown(path, 12345, 12345)
    assert describe_checkout(committed.folder)["commit"] != "unknown"


def test_where_there_is_no_git_the_commit_is_unknown(committed, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert describe_checkout(committed.folder) == {"commit": "unknown"}


def test_a_checkout_without_a_commit_is_unknown(tmp_path):
    git(tmp_path, "init", "-q")
    assert describe_checkout(tmp_path) == {"commit": "unknown"}


def test_versions_are_those_that_are_installed():
    lock = "pytest==0.1 \\\n    --hash=sha256:00\nno-such-package==1.0\n# c==1\n"
    assert list_versions(lock) == {"pytest": pytest.__version__}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sources": 1}', "\xff"])
def test_a_record_that_cannot_be_read_counts_as_none(tmp_path, text):
    (tmp_path / "build.json").write_text(text, encoding="latin-1")
    assert load_articles(tmp_path) == []
