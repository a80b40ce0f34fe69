"""Pictures are cached, checked when they are read, and the same however they are made."""

import os

import pytest

from engine.cache import ImageCache, run_image_jobs
from tests.graphics.pictures.originals import camera
from tests.support.sample import SHOWN, picture


@pytest.fixture
def pictured(sample):
    """A sample with a cache of its own and one article with a picture."""
    sample.settings["IMAGE_CACHE"] = str(sample.folder / "cache")
    sample.write("images/ship.jpg", camera((900, 600)))
    sample.article("kind: report", f"kind: report\n{SHOWN}")
    return sample


def entries(sample) -> dict[str, tuple[int, int]]:
    """Every file of the cache with its inode and its time: both change when it is written anew."""
    files = [f for f in (sample.folder / "cache").rglob("*") if f.is_file()]
    stats = {f.relative_to(sample.folder).as_posix(): f.stat() for f in files}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def test_the_second_build_makes_nothing(pictured):
    pictured.build()
    before, published = entries(pictured), pictured.published()
    assert sum(name.endswith(".avif") for name in before) == 3
    pictured.build()
    assert entries(pictured) == before
    assert pictured.published() == published


def test_a_build_without_the_cache_gives_the_same_bytes(pictured):
    pictured.build()
    published = pictured.published()
    pictured.settings["IMAGE_CACHE"] = str(pictured.folder / "another")
    pictured.build()
    assert pictured.published() == published


@pytest.mark.parametrize("damage", [b"", b"not a picture", None], ids=["empty", "other", "cut"])
def test_damaged_entries_are_made_anew(pictured, damage):
    pictured.build()
    published, names = pictured.published(), entries(pictured).keys()
    for file in (pictured.folder / "cache").rglob("*.*"):
        file.write_bytes(file.read_bytes()[:-1] if damage is None else damage)
    pictured.build()
    assert pictured.published() == published
    assert entries(pictured).keys() == names


def test_a_change_of_words_makes_only_what_holds_them(pictured):
    pictured.build()
    before = entries(pictured)
    pictured.article("kind: report", f"kind: report\n{SHOWN.replace('Navy', 'Coast guard')}")
    pictured.build()
    new = entries(pictured).keys() - before.keys()
    assert len(new) == 9
    assert [name for name in new if "master" in name or "card" in name] == []


def test_originals_are_not_published(pictured):
    pictured.write("images/unused.png", picture("PNG"))
    pictured.build()
    original = (pictured.folder / "content/images/ship.jpg").read_bytes()
    assert [path for path, data in pictured.published().items() if data == original] == []
    assert [path for path in pictured.published() if "unused" in path] == []


@pytest.mark.slow
def test_one_process_or_several_make_the_same(pictured, tmp_path):
    for n in range(4):
        pictured.write(f"images/{n}.jpg", camera((400 + n, 300)))
        metadata = SHOWN.replace("ship.jpg", f"{n}.jpg")
        pictured.another(f"story-{n}", ("kind: report", f"kind: report\n{metadata}"))
    pictured.build()
    collection = _collection(pictured)
    results = []
    for workers in (1, 2):
        cache = ImageCache(tmp_path / f"cache-{workers}")
        jobs = _jobs(collection)
        keys = run_image_jobs(cache, jobs, workers)
        results.append({key: cache.find(key) for key in keys})
    assert len(results[0]) > 12
    assert results[0] == results[1]


def _collection(sample):
    return sample.inspect(IMAGE_CACHE=str(sample.folder / "cache"))


def _jobs(collection):
    documents = collection.of("articles")
    entries = [entry for d in documents for entry in d.metadata.get("images") or []]
    return [entry["picture"] for entry in entries]


def test_an_interrupted_write_leaves_no_entry(tmp_path, monkeypatch):
    def break_down(*_):
        raise OSError("full")

    monkeypatch.setattr(os, "replace", break_down)
    with pytest.raises(OSError, match="full"):
        ImageCache(tmp_path).keep("a/b", "png", b"x")
    assert list((tmp_path / "a").iterdir()) == []


def test_articles_that_share_a_picture_share_its_files(pictured):
    pictured.another("b", ("kind: report", f"kind: report\n{SHOWN}"))
    pictured.build()
    assert len([path for path in pictured.published() if path.endswith(".avif")]) == 3


def test_what_a_killed_build_began_is_swept_after_an_hour(tmp_path):
    cache = ImageCache(tmp_path)
    long_ago, just_now = (tmp_path / f".unfinished-{name}" for name in "ab")
    for file in (long_ago, just_now):
        file.write_bytes(b"cut")
    os.utime(long_ago, (0, 0))
    cache.keep("entry", "png", b"whole")
    assert not long_ago.exists()
    assert just_now.exists()
    assert cache.find("entry") == b"whole"
