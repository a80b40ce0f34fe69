"""A build is whole or not at all, honest about what it did, and the same every time."""

import os
import subprocess
import sys

import pytest
from pelican import signals

from tests.support.sample import ROOT


def pelican(sample, *arguments, **environment):
    """Run the build as a process of its own."""
    paths = [str(sample.folder / "content"), "-o", str(sample.output)]
    return subprocess.run(
        [sys.executable, "-m", "pelican", *paths, "--fatal=warnings", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_ledger_accounts_for_every_file(sample, capfd):
    sample.another("b", ("kind: report", "kind: report\nstatus: draft"))
    sample.write("articles/.b.md.swp", "x")
    sample.write("articles/b.md~", "x")
    sample.write(".DS_Store", "x")
    sample.build()
    assert capfd.readouterr().out.splitlines()[-4:] == [
        "8 files under content/: 1 article, 1 page, 1 picture, 1 data file, 1 draft,"
        " 3 files left out.",
        "  content/.DS_Store (hidden or backup)",
        "  content/articles/.b.md.swp (hidden or backup)",
        "  content/articles/b.md~ (hidden or backup)",
    ]


def test_a_draft_is_nowhere_in_the_output(sample):
    sample.another("secret-plan", ("kind: report", "kind: report\nstatus: draft"))
    sample.build()
    assert [
        p for p, data in sample.published().items() if "secret" in p or b"secret-plan" in data
    ] == []


def test_left_out_files_are_nowhere_in_the_output(sample):
    sample.write(
        "articles/.hidden.md", sample.folder.joinpath("content/articles/sound.md").read_bytes()
    )
    sample.write("images/.thumbs.gif", "x")
    sample.build()
    assert [path for path in sample.published() if "hidden" in path or "thumbs" in path] == []


def test_a_withdrawn_article_is_gone_after_the_next_build(sample):
    sample.another("b")
    sample.build()
    assert "2023/06/b/index.html" in sample.published()
    (sample.folder / "content/articles/b.md").unlink()
    sample.settings["ALLOW_SHRINK"] = True
    sample.build()
    assert [p for p, data in sample.published().items() if b"/06/b/" in data or "/b/" in p] == []


def test_a_fault_ends_with_exit_code_1_and_no_traceback(sample):
    sample.article("kind: report", "kind: reprot")
    done = pelican(sample)
    assert done.returncode == 1
    assert 'sound.md:10: "kind" cannot be "reprot"' in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not sample.output.exists()


def test_a_build_that_breaks_half_way_leaves_the_former_site(sample):
    sample.build()
    before = sample.published()

    def break_down(generator, writer):
        assert sample.output.with_name(".output.staging").exists()
        raise RuntimeError(generator)

    broken = signals.article_writer_finalized.connected_to(break_down)
    with broken, pytest.raises(RuntimeError):
        sample.build()
    assert sample.published() == before
    assert {path.name for path in sample.folder.iterdir()} == {"content", "output"}


def test_a_folder_of_somebodys_own_is_not_touched(sample, capfd):
    sample.output.mkdir()
    (sample.output / "thesis.txt").write_text("years of work")
    with pytest.raises(SystemExit):
        sample.build()
    assert "holds files that no build made" in capfd.readouterr().err
    assert sample.published() == {"thesis.txt": b"years of work"}


def test_an_article_lost_on_the_way_stops_the_build(sample, monkeypatch, capfd):
    sample.another("b")
    monkeypatch.setattr("pelican.contents.Content.is_valid", lambda article: article.slug != "b")
    with pytest.raises(SystemExit):
        sample.build()
    assert "content/articles/b.md: lost between the contract and the site" in capfd.readouterr().err
    assert not sample.output.exists()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "ftp://example.org",
        "https:",
        "https://x/?a",
        "https://x/a b",
        "https://u:p@x",
    ],
)
def test_production_needs_a_whole_address(sample, address):
    done = pelican(sample, "-s", "publishconf.py", SITEURL=address)
    assert done.returncode == 1
    assert f'SITEURL is "{address}"' in done.stderr
    assert not sample.output.exists()
