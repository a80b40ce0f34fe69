"""What stands where the site should go, and what a killed build left behind."""

import json
import subprocess
import sys
import time

import pytest

from engine.staging import on_publish
from tests.support.sample import ROOT


def expect_refusal(sample, capfd, words):
    with pytest.raises(SystemExit) as exit_info:
        sample.build()
    assert exit_info.value.code == 1
    assert words in capfd.readouterr().err


def test_a_file_in_the_place_of_the_site_is_kept(sample, capfd):
    sample.output.write_text("precious")
    expect_refusal(sample, capfd, "is not a folder")
    assert sample.output.read_text() == "precious"


def test_a_symbolic_link_in_the_place_of_the_site_is_kept(sample, capfd):
    elsewhere = sample.folder / "elsewhere"
    elsewhere.mkdir()
    sample.output.symlink_to(elsewhere)
    expect_refusal(sample, capfd, "is not a folder")
    assert sample.output.is_symlink()


def test_a_file_put_into_a_built_site_is_kept(sample, capfd):
    sample.build()
    (sample.output / "CNAME").write_text("example.org")
    expect_refusal(
        sample, capfd, "holds files that no build made, and is replaced whole: move away CNAME"
    )
    assert (sample.output / "CNAME").read_text() == "example.org"


def test_the_manifest_knows_every_file(sample):
    sample.build()
    files = json.loads((sample.output / "manifest.json").read_bytes())["files"]
    assert files.keys() == sample.published().keys() - {"manifest.json"}


def test_it_is_told_as_soon_as_a_site_is_in_its_place(sample):
    events = []

    def look(_):
        page = (sample.output / "2023/06/sound-story/index.html").read_text("utf-8")
        is_clear = not sample.output.with_name(".output.staging").exists()
        events.append(("Second headline" in page, is_clear))

    sample.build()
    sample.article("A sound headline", "Second headline")
    with on_publish.connected_to(look):
        sample.build()
        sample.build()  # where nothing changed, nothing is published
    assert events == [(True, False)]


def test_a_build_killed_between_its_renames_is_healed(sample):
    sample.build()
    before = sample.published()
    sample.output.rename(sample.output.with_name(".output.old"))
    (sample.folder / ".output.staging").write_text("left behind")
    sample.article("kind: report", "kind: reprot")
    with pytest.raises(SystemExit):
        sample.build()
    sample.article("kind: report", "kind: report")
    sample.build()
    assert sample.published() == before
    assert {path.name for path in sample.folder.iterdir()} >= {"content", "output"}
    assert not list(sample.folder.glob(".output*"))


@pytest.mark.slow
def test_builds_at_once_wait_for_each_other(sample):
    paths = [str(sample.folder / "content"), "-o", str(sample.output)]
    command = [sys.executable, "-m", "pelican", *paths, "--fatal=warnings"]
    sample.build()
    before = sample.published()
    builds = []
    for pause in (0, 0.05, 0.2, 0.4):
        time.sleep(pause)
        builds.append(subprocess.Popen(command, cwd=ROOT, stdout=-3, stderr=-1, text=True))
    messages = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0, 0], messages
    assert sample.published() == before
