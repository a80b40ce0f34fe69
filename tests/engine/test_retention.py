"""What stays is not touched, and what is withdrawn is gone."""

import os
import stat
from pathlib import PurePath

import pytest

from tests.support.sample import SHOWN, picture

KINDS = {".html", ".xml", ".json", ".bib", ".ris", ".jpg", ".webp", ".avif", ".png"}


@pytest.fixture
def quokka(sample):
    """An article that leaves a trace of its own in every kind of file, and is not written yet."""
    sample.write("images/quokka.jpg", picture("JPEG", (900, 600)))
    tags = sample.folder / "content/data/tags.yaml"
    tags.write_text(tags.read_text() + "quokka:\n  name: Quokka\n  description: A quokka.\n")
    sample.another(
        "quokka",
        ("A sound headline", "A quokka in the headline"),
        ("Ann Example", "Quokka Example"),
        ("  - drills", "  - drills\n  - quokka"),
        ("outlet: The Example", "outlet: The Quokka"),
        (
            "kind: report",
            "kind: report\n"
            + SHOWN.replace("ship.jpg", "quokka.jpg").replace("A ship", "A quokka")
            + "\nmodified: 2023-06-05\ncorrections:\n"
            + "  - date: 2023-06-05\n    note: The quokka was counted twice.",
        ),
    )
    file = sample.folder / "content/articles/quokka.md"
    text = file.read_text()
    file.unlink()
    return text


@pytest.mark.parametrize("withdraw", [True, False], ids=["withdrawn", "set back to draft"])
def test_a_site_is_as_if_what_is_gone_had_never_been(sample, quokka, withdraw):
    sample.build()
    never = sample.published()
    file = sample.write("articles/quokka.md", quokka)
    sample.build()
    paths = {path for path, data in sample.published().items() if data != never.get(path)}
    assert {PurePath(path).suffix for path in paths} >= KINDS
    sample.settings["ALLOW_SHRINK"] = True
    if withdraw:
        file.unlink()
    else:
        file.write_text(quokka.replace("kind: report", "kind: report\nstatus: draft", 1))
    sample.build()
    assert sample.published() == never
    assert [path for path, data in never.items() if b"quokka" in data.lower() + path.encode()] == []


def test_what_did_not_change_keeps_its_time(sample):
    sample.build()
    past = 1_700_000_000
    for file in sample.output.rglob("*"):
        os.utime(file, (past, past))
    before = sample.published()
    sample.article("A sound headline", "A headline that was changed")
    sample.build()
    for path, data in sample.published().items():
        has_its_time = (sample.output / path).stat().st_mtime == past
        assert has_its_time == (before.get(path) == data), path


def test_a_build_without_a_change_touches_no_file(sample):
    sample.build()
    before = {f: f.stat().st_mtime_ns for f in sample.output.rglob("*") if f.is_file()}
    sample.build()
    after = {f: f.stat().st_mtime_ns for f in sample.output.rglob("*") if f.is_file()}
    assert after == before


def test_everybody_can_read_what_is_published(sample):
    umask = os.umask(0o077)
    try:
        sample.build()
    finally:
        os.umask(umask)
    modes = {
        (stat.S_ISDIR(path.stat().st_mode), stat.S_IMODE(path.stat().st_mode))
        for path in [sample.output, *sample.output.rglob("*")]
    }
    assert modes == {(True, 0o755), (False, 0o644)}
