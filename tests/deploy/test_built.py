"""Only a whole site that was built for its address is deployed, and none in a newer one's place."""

import shutil
import subprocess
import sys

import pytest

from deploy import DeployError
from deploy.built import read_built
from deploy.order import refuse_older
from tests.deploy.conftest import SITEURL
from tests.support.sample import ROOT, SampleSite


@pytest.fixture
def copy(folders, tmp_path):
    return shutil.copytree(folders[0], tmp_path / "output")


def test_a_folder_without_a_site_is_refused(tmp_path):
    with pytest.raises(DeployError, match="There is no built site in"):
        read_built(tmp_path)


def test_every_file_that_is_not_as_built_is_named(copy):
    (copy / "index.html").write_text("changed")
    (copy / "atom.xml").unlink()
    (copy / "notes.txt").write_text("mine")
    with pytest.raises(DeployError) as refused:
        read_built(copy)
    said = str(refused.value)
    for line in ("index.html: changed", "atom.xml: missing", "notes.txt: not made by the build"):
        assert line in said


def test_a_site_for_another_address_is_refused(folders):
    assert read_built(folders[0], SITEURL + "/").siteurl == SITEURL
    with pytest.raises(DeployError, match=f"was built for {SITEURL}, not for https://example.net"):
        read_built(folders[0], "https://example.net")


def test_a_preview_is_refused(tmp_path):
    sample = SampleSite(tmp_path)
    sample.build()
    with pytest.raises(DeployError, match="was built to look at"):
        read_built(sample.output)


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


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["rsync"], "Where to? make deploy-rsync TARGET=user@host:/srv/watch"),
        (["rollback"], "Where to? make rollback TARGET="),
        (["rollback", "nonsense"], 'TARGET is "nonsense"; write TARGET=user@host:/srv/watch'),
        (["s3"], "Where to? make deploy-s3 BUCKET=name"),
        (["export"], "Where to? make export HOST=..., one of nginx"),
        (["export", "geocities"], 'HOST is "geocities"; allowed: nginx'),
        (["verify"], "Where to? make verify URL=https://example.org"),
        (["verify", "https://localhost:1"], "https://localhost:1/ does not answer"),
        (["rsync", "nobody@localhost:/srv/watch"], "What was live is live"),
        (["s3", "bucket"], "Run the command again"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_in_a_sentence(folders, command, sentence):
    done = subprocess.run(
        [sys.executable, "-m", "deploy", *command, "--site", folders[0]],
        cwd=ROOT,
        env={"SSH": "ssh -p 1 -o ConnectTimeout=1", "PATH": "/usr/bin:/bin", "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "FORCE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
