"""Each file of the site has one target, which makes it or says why not."""

import pytest

from engine.cache import ImageCache
from engine.targets import DuplicateTargetError, Target, TargetGraph, make


class Job:
    """An image job that makes `entries`."""

    endings = {"key": "png"}  # noqa: RUF012

    def __init__(self, *entries: tuple[str, bytes]):
        self.entries = entries

    def make(self, keys, _cache):
        return self.entries


def test_an_address_belongs_to_one_target_alone():
    targets = TargetGraph()
    targets.add_target("about/index.html", "a", list)
    with pytest.raises(DuplicateTargetError, match=r"^about/index\.html is written twice"):
        targets.add_target("about/index.html", "b", list)


def test_an_image_comes_from_the_cache(tmp_path):
    targets, cache = TargetGraph(), ImageCache(tmp_path)
    targets.add_image("a.png", Job(("key", b"pixels")), cache)
    assert [*targets["a.png"].render()] == [("a.png", b"pixels")]
    assert targets["a.png"].key == "key"
    assert cache.find("key") == b"pixels"


def test_an_image_that_is_not_made_is_an_error_with_its_path(tmp_path):
    targets = TargetGraph()
    targets.add_image("a.png", Job(), ImageCache(tmp_path))
    with pytest.raises(RuntimeError, match=r"a\.png was not made"):
        targets["a.png"].render()


def test_a_file_that_somebody_else_has_written_stays(tmp_path):
    target = Target("a", None, lambda: [("a", b"ours"), ("b/c", b"ours")])
    assert make(str(tmp_path), frozenset(["a"]), target).keys() == {"b/c"}
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b/c").read_bytes() == b"ours"
