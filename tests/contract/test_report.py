"""All faults come at once."""

import pytest

from contract.faults import did_you_mean
from contract.files import read


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


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    text, faults = read(tmp_path, "content/articles/x.md")
    assert (text, [str(fault) for fault in faults]) == (
        "",
        ["content/articles/x.md:1: cannot be read: Is a directory"],
    )


def test_a_long_list_of_allowed_words_is_cut_to_the_nearest():
    words = [f"story-{n}" for n in range(1000)]
    assert did_you_mean("stroy-7", words).startswith(' - did you mean "story-7"? the nearest: ')
    assert len(did_you_mean("stroy-7", words)) < 100
