"""No older build takes a newer one's place; a branch holds the site and nothing else."""

import subprocess

import pytest

from deploy import DeployError
from deploy.git import push_branch, refuse_older
from deploy.hosts import export


@pytest.fixture
def clone(tmp_path, commits, monkeypatch):
    """A clone with a bare repository as its origin, in which the command runs."""
    subprocess.run(["git", "clone", "-q", "--bare", commits[0], tmp_path / "bare.git"], check=True)
    subprocess.run(["git", "clone", "-q", tmp_path / "bare.git", tmp_path / "clone"], check=True)
    for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
        subprocess.run(["git", "-C", tmp_path / "clone", "config", key, value], check=True)
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path / "bare.git"


def list_branch(bare) -> set[str]:
    command = ["git", "-C", bare, "ls-tree", "-r", "--name-only", "gh-pages"]
    return {*subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()}


def push(site, rules, folder, **options):
    export(site, rules, "github", folder)
    push_branch(site, folder, "origin", "gh-pages", **{"force": False} | options)


def test_the_branch_holds_the_site(clone, older, newer, rules, tmp_path):
    push(older, rules, tmp_path / "site")
    push(newer, rules, tmp_path / "site")
    assert list_branch(clone) == {*newer.paths, ".nojekyll", "CNAME"}


def test_an_older_site_takes_no_newer_ones_place(clone, older, newer, rules, tmp_path):
    push(newer, rules, tmp_path / "site")
    with pytest.raises(DeployError, match="The live site is newer"):
        push(older, rules, tmp_path / "site")
    assert list_branch(clone) == {*newer.paths, ".nojekyll", "CNAME"}
    push(older, rules, tmp_path / "site", force=True)
    assert list_branch(clone) == {*older.paths, ".nojekyll", "CNAME"}


def test_a_remote_that_is_not_there_is_named(clone, newer, rules, tmp_path):
    with pytest.raises(DeployError, match="There is no git remote upstream to read"):
        push_branch(newer, tmp_path, "upstream", "gh-pages", force=False)


def test_a_newer_build_takes_the_place_of_an_older(commits):
    repository, (first, second) = commits
    for live, ours in ((first, second), (first, first), (None, first), (None, None)):
        refuse_older(live, ours, repository)


@pytest.mark.parametrize(
    ("live", "ours", "sentence"),
    [
        ("second", "first", "The live site is newer"),
        ("0" * 40, "first", "which is not known here: git pull"),
        ("first", None, "output/ does not tell from which"),
        (None, "first-dirty", "with changes that are in no commit"),
    ],
)
def test_an_older_or_unknown_build_takes_no_place(commits, live, ours, sentence):
    repository, (first, second) = commits
    names = {"first": first, "second": second, "first-dirty": f"{first}-dirty"}
    with pytest.raises(DeployError, match=sentence) as refused:
        refuse_older(names.get(live, live), names.get(ours, ours), repository)
    assert "FORCE=1" in str(refused.value)
