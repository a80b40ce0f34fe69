"""Ways to spoil a sound sample, and what must come of it."""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.sample import ARTICLE, SampleSite

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


FOLDER = TemporaryDirectory(prefix="sound-sample-")  # is removed when the run ends


@cache
def sound_sample() -> SampleSite:
    """A sample site that is built once in each process of a run."""
    sample = SampleSite(Path(FOLDER.name, "sample"))
    sample.build()
    return sample


def contents(sample: SampleSite) -> dict[Path, bytes]:
    """The files of a sample's content."""
    folder = sample.folder / "content"
    return {f.relative_to(folder): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def refused(sample, capfd, spoil, message):
    """Spoil a built site and build again: the fault is named and nothing else has changed."""
    if contents(sample) == contents(sound_sample()):
        shutil.copytree(sound_sample().output, sample.output)
    else:
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
