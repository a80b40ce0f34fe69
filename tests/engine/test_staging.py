"""What stands where the site should go, and what a killed build left behind."""

import json
import subprocess
import sys
import time

import pytest

from engine.staging import on_publish
from tests.support.sample import ROOT


def expect_refusal(newsroom, capfd, words):
    with pytest.raises(SystemExit) as exit_info:
        newsroom.build()
    assert exit_info.value.code == 1
    assert words in capfd.readouterr().err


def test_a_file_in_the_place_of_the_site_is_kept(newsroom, capfd):
    newsroom.output.write_text("precious")
    expect_refusal(newsroom, capfd, "is not a folder")
    assert newsroom.output.read_text() == "precious"


def test_a_symbolic_link_in_the_place_of_the_site_is_kept(newsroom, capfd):
    elsewhere = newsroom.folder / "elsewhere"
    elsewhere.mkdir()
    newsroom.output.symlink_to(elsewhere)
    expect_refusal(newsroom, capfd, "is not a folder")
    assert newsroom.output.is_symlink()


def test_a_file_put_into_a_built_site_is_kept(newsroom, capfd):
    newsroom.build()
    (newsroom.output / "CNAME").write_text("example.org")
    expect_refusal(
        newsroom, capfd, "holds files that no build made, and is replaced whole: move away CNAME"
    )
    assert (newsroom.output / "CNAME").read_text() == "example.org"


def test_the_manifest_knows_every_file(newsroom):
    newsroom.build()
    files = json.loads((newsroom.output / "manifest.json").read_bytes())["files"]
    assert files.keys() == newsroom.published().keys() - {"manifest.json"}


def test_it_is_told_as_soon_as_a_site_is_in_its_place(newsroom):
    events = []

    def look(_):
        page = (newsroom.output / "2023/06/sound-story/index.html").read_text("utf-8")
        is_clear = not newsroom.output.with_name(".output.staging").exists()
        events.append(("Second headline" in page, is_clear))

    newsroom.build()
    newsroom.article("A sound headline", "Second headline")
    with on_publish.connected_to(look):
        newsroom.build()
        newsroom.build()  # where nothing changed, nothing is published
    assert events == [(True, False)]


def test_a_build_killed_between_its_renames_is_healed(newsroom):
    newsroom.build()
    before = newsroom.published()
    newsroom.output.rename(newsroom.output.with_name(".output.old"))
    (newsroom.folder / ".output.staging").write_text("left behind")
    newsroom.article("kind: report", "kind: reprot")
    with pytest.raises(SystemExit):
        newsroom.build()
    newsroom.article("kind: report", "kind: report")
    newsroom.build()
    assert newsroom.published() == before
    assert {path.name for path in newsroom.folder.iterdir()} >= {"content", "output"}
    assert not list(newsroom.folder.glob(".output*"))


def test_builds_at_once_wait_for_each_other(newsroom):
    paths = [str(newsroom.folder / "content"), "-o", str(newsroom.output)]
    command = [sys.executable, "-m", "pelican", *paths, "--fatal=warnings"]
    newsroom.build()
    before = newsroom.published()
    builds = []
    for pause in (0, 0.05, 0.2, 0.4):
        time.sleep(pause)
        builds.append(subprocess.Popen(command, cwd=ROOT, stdout=-3, stderr=-1, text=True))
    messages = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0, 0], messages
    assert newsroom.published() == before
