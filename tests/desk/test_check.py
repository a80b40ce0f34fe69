"""`make check`: what it says of faults, in which form, and of which files."""

import json
import re

import pytest

from contract import Fault
from desk.findings import format_github, format_text, to_findings
from tests.support.sample import picture

SOUND = "content/articles/sound.md"
LONG = "word " * 300


@pytest.fixture
def spoilt(sample):
    sample.article("  - drills", "  - drils")
    sample.another("other", ("seen: whole", "seen: hole"))


def told(tmp_path, line: str, message: str) -> list[str]:
    (tmp_path / "x.md").write_text(line, "utf-8")
    return format_text(to_findings(tmp_path, [Fault("x.md", 1, message)])).splitlines()


def test_a_fault_has_its_place_cause_line_mark_and_cure(desk, spoilt):
    done = desk("check")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "Nothing is built while there is a fault:\n\n"
        'content/articles/other.md:17: "source.seen" cannot be "hole"\n'
        "    17 |   seen: hole\n"
        "       |         ^^^^\n"
        '    did you mean "whole"? allowed: excerpt, whole\n\n'
        f'{SOUND}:7: tag "drils" is not in content/data/tags.yaml\n'
        "     7 |   - drils\n"
        "       |     ^^^^^\n"
        '    did you mean "drills"? allowed: drills\n\n'
    )
    assert done.stdout.splitlines()[-1].startswith("2 faults in 2 files, ")


def test_a_sound_collection_passes_with_advice_or_without(desk, sample):
    done = desk("check")
    assert (done.returncode, done.stdout.splitlines()[-1][:11]) == (0, "No faults, ")
    for slug in ("sound", "other"):
        sample.another(slug, ("A paragraph of text.", LONG))
    (sample.folder / "content/images/ship.jpg").unlink()
    assert (desk("check").stdout, desk("check").returncode) == ("No faults.\n", 0)


def test_advice_does_not_bury_faults(desk, spoilt):
    said = desk("check").stdout
    assert "Advice:" not in said
    assert re.search(r", \d+ pieces? of advice to read when they are corrected\.$", said.strip())
    assert json.loads(desk("check", "--format", "json").stdout)["advice"]


def test_named_files_alone_are_told_of_and_the_rest_is_counted(desk, spoilt):
    done = desk("check", SOUND)
    assert "other.md" not in done.stdout
    assert done.stdout.splitlines()[-1].endswith("; 1 fault in other files.")
    assert desk("check", "content/pages").returncode == 0


@pytest.mark.parametrize("name", ["content/articles/nope.md", "pelicanconf.py"])
def test_a_file_that_is_not_content_is_refused(desk, name):
    done = desk("check", name)
    assert done.returncode == 1
    assert f"There is no {name} under" in done.stderr


def test_json_names_the_part_of_the_line_that_is_meant(desk, spoilt):
    done = desk("check", "--format", "json")
    other, sound = json.loads(done.stdout)["faults"]
    assert (done.returncode, other["file"], other["line"]) == (1, "content/articles/other.md", 17)
    assert sound["excerpt"][sound["start"] : sound["end"]] == "drils"
    assert sound.keys() == {"file", "line", "cause", "cure", "excerpt", "start", "end"}


def test_github_gets_a_command_for_every_finding(desk, spoilt):
    lines = desk("check", "--format", "github").stdout.splitlines()
    assert f'::error file={SOUND},line=7::tag "drils" is not in content/data/tags.yaml - did' in (
        "\n".join(lines)
    )
    assert [x for x in lines if not re.match(r"::(error|notice) file=[^:,]+,line=\d+::", x)] == []


def test_what_would_end_a_github_command_is_escaped(tmp_path):
    findings = to_findings(tmp_path, [Fault("a:b,c%.md", 1, "100%\n::error::x")])
    assert format_github(findings, []) == "::error file=a%3Ab%2Cc%25.md,line=1::100%25\\n::error::x"


def test_the_mark_stands_below_wide_letters_and_in_long_lines(tmp_path):
    _, line, mark = told(tmp_path, "外交 drils", 'tag "drils" is unknown')
    assert (line, mark) == ("     1 | 外交 drils", "       |      ^^^^^")
    _, line, mark, *_ = told(tmp_path, f"{LONG}[x](nope.md) {LONG}", 'link "nope.md" leads nowhere')
    assert line[mark.index("^") :].startswith("nope.md")
    assert line.startswith("     1 | …")
    assert len(line) < 100


def test_what_cannot_be_seen_is_written_out(tmp_path):
    assert "\\x1b[31m\\u202e" in told(tmp_path, "a\x1b[31m\u202eb", "invisible")[1]


def test_no_line_is_shown_of_what_a_symbolic_link_leads_to(desk, sample):
    (sample.folder / "key.md").write_text("secret")
    (sample.folder / "content/articles/key.md").symlink_to("../../key.md")
    done = desk("check")
    assert "key.md:1: is a symbolic link" in done.stdout
    assert "secret" not in done.stdout


def test_nothing_is_built_or_changed(desk, sample):
    sample.write("images/other.png", picture("PNG"))
    before = {f: f.read_bytes() for f in sample.folder.rglob("content/**/*") if f.is_file()}
    desk("check")
    assert {f: f.read_bytes() for f in before} == before
    assert not sample.output.exists()
