"""Ways to spoil a sound sample, and what must come of it."""

import re

import pytest

from tests.support.sample import ARTICLE

X = "content/articles/sound.md"


def change(old: str, new: str):
    return lambda sample: sample.article(old, new)


def add(line: str, after: str = "kind: report\n"):
    return change(after, f"{after}{line}\n")


def body(text: str):
    return change("A paragraph of text.", text)


def file(name: str, text: str | bytes = ARTICLE):
    return lambda sample: sample.write(name, text)


def link(name: str, target: str):
    def make(sample):
        place = sample.folder / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target)

    return make


def gone(name: str):
    return lambda sample: (sample.folder / "content" / name).unlink()


def date(value: str):
    return change("date: 2023-06-03", f"date: {value}")


def source(old: str, new: str):
    return change(f"  {old}", f"  {new}")


def missing(key: str, line: int = 2, name: str = ""):
    found = re.search(rf"^ *{key}:.*\n(  - .*\n)*", ARTICLE, re.MULTILINE)
    return change(found[0], ""), f'{X}:{line}: missing key "{name or key}"'


def refused(sample, capfd, spoil, message):
    """Spoil a built site and build again: the fault is named and nothing else has changed."""
    sample.build()
    before = sample.published()
    assert "2023/06/sound-story/index.html" in before
    capfd.readouterr()
    spoil(sample)
    with pytest.raises(SystemExit) as stopped:
        sample.build()
    said = capfd.readouterr().err
    assert stopped.value.code == 1
    assert message in said
    assert "Traceback" not in said
    assert sample.published() == before
