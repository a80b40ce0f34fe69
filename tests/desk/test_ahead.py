"""Plugins are compiled ahead, and what was saved since is never taken for what was compiled."""

import subprocess
import sys

from desk.live.ahead import compile_ahead


def said(folder) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "import one; print(one.WORD)"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_only_what_changed_is_compiled_again(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.py").write_text("WORD = 'old'\n")
    assert [file.name for file in compile_ahead(tmp_path)] == ["one.py", "two.py"]
    assert compile_ahead(tmp_path) == []
    (tmp_path / "one.py").write_text("WORD = 'new'\n")
    assert [file.name for file in compile_ahead(tmp_path)] == ["one.py"]


def test_what_is_saved_within_the_same_second_is_read(tmp_path):
    file = tmp_path / "one.py"
    for word in ("old", "new", "own"):
        file.write_text(f"WORD = '{word}'\n")
        assert said(tmp_path) == word
        compile_ahead(tmp_path)
        assert said(tmp_path) == word


def test_a_plugin_that_is_broken_waits_for_the_build(tmp_path, capfd):
    (tmp_path / "one.py").write_text("WORD =\n")
    compile_ahead(tmp_path)
    assert not any(capfd.readouterr())
