"""The file of texts: what it forgets, and what happens where it cannot be written."""

from contract.services import CachedDocument
from engine.text_cache import SPARE, TextCache

ROW = CachedDocument("metadata", "dependency hash", "uses", "html")


def kept(folder, *keys):
    cache = TextCache(folder, "")
    for key in keys:
        cache.find(key)
        cache.keep(key, ROW)
    cache.write()


def test_rows_that_nothing_uses_go_once_there_are_many(tmp_path):
    former = [f"former {n}" for n in range(SPARE)]
    kept(tmp_path, *former)
    kept(tmp_path, "new")
    assert len(TextCache(tmp_path, "").rows) == SPARE + 1
    kept(tmp_path, "newer", "newest")
    kept(tmp_path, "last")
    assert TextCache(tmp_path, "").rows.keys() == {"last"}


def test_two_builds_at_once_keep_what_both_made(tmp_path):
    one, other = TextCache(tmp_path, ""), TextCache(tmp_path, "")
    one.keep("one", ROW)
    other.keep("other", ROW)
    one.write()
    other.write()
    assert TextCache(tmp_path, "").rows.keys() == {"one", "other"}


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path):
    (tmp_path / "file").touch()
    cache = TextCache(tmp_path / "file", "")
    cache.keep("one", ROW)
    cache.write()
