"""The file of texts: what it forgets, and what happens where it cannot be written."""

from engine.cache import SPARE, CachedDocument, DocumentStore

ROW = CachedDocument("metadata", "dependency_hash", "uses", "html")


def keep(folder, *keys):
    cache = DocumentStore(folder, "")
    for key in keys:
        cache.find(key)
        cache.keep(key, ROW)
    cache.write()


def test_rows_that_nothing_uses_go_once_there_are_many(tmp_path):
    keys = [f"previous {n}" for n in range(SPARE)]
    keep(tmp_path, *keys)
    keep(tmp_path, "new")
    assert len(DocumentStore(tmp_path, "").rows) == SPARE + 1
    keep(tmp_path, "newer", "newest")
    keep(tmp_path, "last")
    assert DocumentStore(tmp_path, "").rows.keys() == {"last"}


def test_two_builds_at_once_keep_what_both_made(tmp_path):
    one, other = DocumentStore(tmp_path, ""), DocumentStore(tmp_path, "")
    one.keep("one", ROW)
    other.keep("other", ROW)
    one.write()
    other.write()
    assert DocumentStore(tmp_path, "").rows.keys() == {"one", "other"}


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path):
    (tmp_path / "file").touch()
    cache = DocumentStore(tmp_path / "file", "")
    cache.keep("one", ROW)
    cache.write()
