"""Two builds are compared byte for byte, and the first difference is shown."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from desk.reproduce import ELSEWHERE, HERE, NOT_THE_SITE, Condition, build, find_difference
from tests.support.missing import do_without
from tests.support.sample import ROOT, SampleSite


def folders(tmp_path, first: dict[str, bytes], second: dict[str, bytes]):
    for name, files in (("first", first), ("second", second)):
        for path, data in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return find_difference(tmp_path / "first", tmp_path / "second")


def test_the_same_files_do_not_differ(tmp_path):
    files = {"a.html": b"x", "b/c.png": b"\xff\0"}
    assert folders(tmp_path, files, files) is None


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ({"a": b"1\n2\n3\n"}, "b is only in the first"),
        ({"a": b"1\n2\n3\n", "b": b"", "a0": b""}, "a0 is only in the second"),
        ({"a": b"1\n2\n4\n", "b": b""}, "a differs at line 3, byte 4:\n  first:  '1\\n2\\n3\\n'"),
        ({"a": b"1\n2\n3\n4", "b": b""}, "a differs at line 4, byte 6:"),
        ({"a": b"1\n2\n3\n", "b": b"\xff"}, "b differs at line 1, byte 0:"),
    ],
)
def test_the_first_difference_is_shown(tmp_path, second, said):
    assert folders(tmp_path, {"a": b"1\n2\n3\n", "b": b""}, second).startswith(said)


def test_a_long_line_is_shown_around_its_difference(tmp_path):
    one, other = ({"a": b"x" * 5000 + end + b"y" * 5000} for end in (b"1", b"2"))
    said = folders(tmp_path, one, other)
    assert f"'{'x' * 20}1{'y' * 39}'" in said
    assert f"'{'x' * 20}2{'y' * 39}'" in said


def alike(tmp_path, one: Condition, other: Condition) -> None:
    """Build the same three articles under two conditions and compare."""
    if (one.clock or other.clock) and not shutil.which("faketime"):
        do_without("The clock is shifted by faketime: sudo apt install faketime")
    made = []
    for number, condition in enumerate((one, other)):
        sample = SampleSite(tmp_path / f"{number}" / condition.folder)
        sample.another("b")
        sample.another("c")
        paths = (sample.folder / "content", sample.output)
        build(condition, ROOT, str(paths[0]), "-o", str(paths[1]))
        made.append(sample)
    assert len(made[0].published()) > 40
    assert find_difference(made[0].output, made[1].output) is None


@pytest.mark.slow
def test_all_conditions_together_change_no_byte(tmp_path):
    alike(tmp_path, HERE, ELSEWHERE)


ALONE = {
    name: {name: getattr(ELSEWHERE, name)} for name in ("folder", "umask", "runner", "clock")
} | {
    name: {"environment": {**HERE.environment, name: value}}
    for name, value in ELSEWHERE.environment.items()
}


@pytest.mark.slow
@pytest.mark.parametrize("differs", [*ALONE, "builds"])
def test_each_condition_alone_changes_no_byte(tmp_path, differs):
    alike(tmp_path, HERE, replace(HERE, **ALONE.get(differs, {"builds": 10})))


@pytest.fixture
def project(tmp_path):
    copy = tmp_path / "project"
    shutil.copytree(ROOT, copy, ignore=NOT_THE_SITE)
    return copy


def reproduce(project):
    command = [sys.executable, "-m", "desk", "reproduce"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.siege
def test_the_collection_is_reproduced(project):
    done = reproduce(project)
    assert done.returncode == 0, done.stderr
    assert re.match(r"All \d{3,} files are the same", done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize(
    "leak",
    [
        "time.strftime('%Y')",
        "os.listdir('content')",
        pytest.param("hash('x')", marks=pytest.mark.siege),
        pytest.param("os.getcwd()", marks=pytest.mark.siege),
    ],
)
def test_what_is_not_reproduced_is_shown(project, leak):
    plugin = project / "plugins/front_page.py"
    leaking = f"lambda p: (__import__('pathlib').Path(p.output_path, 'index.html').write_text(ascii({leak})))"
    text = plugin.read_text().replace(
        "def register():", "def register():\n    signals.finalized.connect(LEAK, weak=False)"
    )
    plugin.write_text(f"import os, time\n{text}\nLEAK = {leaking}\n")
    done = reproduce(project)
    assert done.returncode == 1, done.stdout
    assert "Two builds of the same files differ: index.html differs at line 1" in done.stderr
