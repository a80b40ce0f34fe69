"""A branch holds the site and nothing else: proven on a bare repository."""

import subprocess

import pytest

from deploy import DeployError, branch
from deploy.export import export


@pytest.fixture
def clone(tmp_path, commits, monkeypatch):
    """A clone with a bare repository as its origin, in which the command runs."""
    subprocess.run(["git", "clone", "-q", "--bare", commits[0], tmp_path / "bare.git"], check=True)
    subprocess.run(["git", "clone", "-q", tmp_path / "bare.git", tmp_path / "clone"], check=True)
    for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
        subprocess.run(["git", "-C", tmp_path / "clone", "config", key, value], check=True)
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path / "bare.git"


def held(bare) -> set[str]:
    listed = ["git", "-C", bare, "ls-tree", "-r", "--name-only", "gh-pages"]
    return {*subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split()}


def push(built, said, folder, **options):
    export(built, said, "github", folder)
    branch.deploy(built, folder, "origin", "gh-pages", **{"force": False} | options)


def test_the_branch_holds_the_site(clone, older, newer, said, tmp_path):
    push(older, said, tmp_path / "site")
    push(newer, said, tmp_path / "site")
    assert held(clone) == {*newer.paths, ".nojekyll", "CNAME"}


def test_an_older_site_takes_no_newer_ones_place(clone, older, newer, said, tmp_path):
    push(newer, said, tmp_path / "site")
    with pytest.raises(DeployError, match="The live site is newer"):
        push(older, said, tmp_path / "site")
    assert held(clone) == {*newer.paths, ".nojekyll", "CNAME"}
    push(older, said, tmp_path / "site", force=True)
    assert held(clone) == {*older.paths, ".nojekyll", "CNAME"}


def test_a_remote_that_is_not_there_is_named(clone, newer, said, tmp_path):
    with pytest.raises(DeployError, match="There is no git remote upstream to read"):
        branch.deploy(newer, tmp_path, "upstream", "gh-pages", force=False)
