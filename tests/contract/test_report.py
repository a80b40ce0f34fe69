"""All faults come at once."""

from errno import EISDIR
from os import strerror
from pathlib import Path

import pytest

from contract.faults import did_you_mean


def test_all_faults_of_all_files_come_at_once_in_order(sample, capfd):
    sample.article("kind: report", "kind: reprot")
    sample.another("b", ("SEOUL", ""), ("  - drills", "  - drils"))
    sample.write("articles/c.txt", "")
    with pytest.raises(SystemExit):
        sample.build()
    lines = capfd.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "content/articles/b.md:7",
        "content/articles/b.md:9",
        "content/articles/c.txt:1",
        "content/articles/sound.md:10",
        "4 faults in 3 files; nothing was built.",
    ]


def test_a_file_that_cannot_be_read_is_named(sample, monkeypatch):
    def refuse(file):
        raise IsADirectoryError(EISDIR, strerror(EISDIR))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    faults = [str(fault) for fault in sample.inspect().faults]
    assert "content/articles/sound.md:1: cannot be read: Is a directory" in faults


def test_a_long_list_of_allowed_words_is_cut_to_the_nearest():
    words = [f"story-{n}" for n in range(1000)]
    assert did_you_mean("stroy-7", words).startswith(' - did you mean "story-7"? the nearest: ')
    assert len(did_you_mean("stroy-7", words)) < 100
