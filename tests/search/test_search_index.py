"""The index holds what is published, is the same every time, and is kept while texts are."""

import gzip
import json
import os
import shutil

import pytest

from engine import search_index as cached_index
from engine.search_index import index_files, write_index
from engine.staging import PreviousBuild, Staging
from search import index as search_index
from search import pagefind
from search.pagefind import SearchIndexError
from tests.support.sample import SampleSite


def fragments(files: dict[str, bytes]) -> list[dict]:
    return [
        json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        for path, data in files.items()
        if path.endswith(".pf_fragment")
    ]


@pytest.fixture
def sample(tmp_path) -> SampleSite:
    return SampleSite(tmp_path, {"SEARCH_CACHE": str(tmp_path / "cache")})


def index(sample: SampleSite) -> dict[str, bytes]:
    sample.build()
    return {p: data for p, data in sample.published().items() if p.startswith("pagefind/")}


def test_every_article_is_indexed_and_no_list(site):
    files = {str(file): file.read_bytes() for file in site.folder.glob("pagefind/*/*/*")}
    found = {page["url"].lstrip("/") for page in fragments(files)}
    assert found == site.articles.keys()


def test_what_is_shown_and_chosen_is_known_of_every_article(site):
    files = {str(file): file.read_bytes() for file in site.folder.glob("pagefind/*/*/*")}
    for page in fragments(files):
        assert page["meta"].keys() >= {"title", "date", "day", "outlet"}, page["url"]
        assert page["filters"].keys() == {"tag", "outlet", "year", "kind"}, page["url"]


def test_a_draft_is_in_no_index(sample):
    sample.settings["SHOW_DRAFTS"] = True
    sample.another("secret-plan", ("kind: report", "kind: report\nstatus: draft"))
    assert [page["url"] for page in fragments(index(sample))] == ["/2023/06/sound-story/"]


def test_the_edition_names_all_that_is_loaded(sample):
    files = index(sample)
    edition = json.loads((sample.output / "search/edition.json").read_text())
    (volume,) = edition["volumes"]
    assert {path for path in files if not path.startswith(volume)} == {edition["words"]}


@pytest.fixture
def thin(sample, monkeypatch) -> SampleSite:
    """Seven reports, three of them in a volume, the oldest first."""
    monkeypatch.setattr(search_index, "VOLUME_SIZE", 3)
    for number, letter in enumerate("bcdefgh"):
        sample.another(letter, ("2023-06-03", f"2023-07-1{number}"))
    (sample.folder / "content/articles/sound.md").unlink()
    return sample


def reports_by_volume(sample: SampleSite) -> dict[str, set[str]]:
    files = index(sample)
    edition = json.loads((sample.output / "search/edition.json").read_text())
    return {
        place: {
            page["url"][9:-1]
            for page in fragments({p: d for p, d in files.items() if p.startswith(place)})
        }
        for place in edition["volumes"]
    }


def test_an_edit_makes_one_volume_anew_and_the_newest_is_named_first(thin):
    first = reports_by_volume(thin)
    assert [*first.values()] == [{"h"}, {"e", "f", "g"}, {"b", "c", "d"}]
    thin.another("f", ("2023-06-03", "2023-07-14"), ("A paragraph", "Another one"))
    second = reports_by_volume(thin)
    assert [*second.values()] == [*first.values()]
    assert [one == other for one, other in zip(first, second, strict=True)] == [True, False, True]


def test_a_report_that_goes_moves_those_after_it(thin):
    reports_by_volume(thin)
    (thin.folder / "content/articles/c.md").unlink()
    thin.settings["ALLOW_SHRINK"] = True
    assert [*reports_by_volume(thin).values()] == [{"f", "g", "h"}, {"b", "d", "e"}]


def test_many_reports_are_in_larger_volumes(monkeypatch):
    monkeypatch.setattr(search_index, "MAX_VOLUMES", 4)
    for count, size in ((1, 1), (251, 250), (1_000, 250), (1_001, 500), (4_001, 2_000)):
        cut = search_index.divide({f"{n}/index.html": "" for n in range(count)})
        assert len(cut[0]) == size
        assert len(cut) <= 4
        assert sum(map(len, cut)) == count


def test_the_index_is_the_same_on_any_number_of_cores(sample):
    for letter in "bcdefgh":
        sample.another(letter, ("A paragraph", f"The paragraph {letter} of {letter}"))
    several = index(sample)
    for entry in (sample.folder / "cache").iterdir():
        entry.unlink()
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        assert index(sample) == several
    finally:
        os.sched_setaffinity(0, cores)


@pytest.mark.slow
def test_after_an_edit_it_is_as_if_made_anew(sample):
    for letter in "bcdefgh":
        sample.another(letter, ("A paragraph", f"The paragraph {letter} of {letter}"))
    index(sample)
    sample.another("c", ("A paragraph", "Another paragraph"))
    (sample.folder / "content/articles/d.md").unlink()
    sample.settings["ALLOW_SHRINK"] = True
    edited = index(sample)
    anew = SampleSite(sample.folder / "anew", {"SEARCH_CACHE": str(sample.folder / "other")})
    shutil.rmtree(anew.folder / "content")
    shutil.copytree(sample.folder / "content", anew.folder / "content")
    assert index(anew) == edited


def test_it_is_kept_until_a_text_changes(sample, monkeypatch):
    first = index(sample)
    runs = []
    monkeypatch.setattr(pagefind, "run", lambda places: runs.append(places) or 1 / 0)
    sample.write(
        "pages/about.md",
        b"---\ntitle: About\nslug: about\nsummary: Other.\nmodified: 2026-11-23\n---\nOther.\n",
    )
    assert index(sample) == first
    sample.article("A paragraph of text.", "Another paragraph.")
    with pytest.raises(ZeroDivisionError):
        sample.build()
    assert len(runs) == 1


def test_where_no_page_changed_no_cache_is_read(sample):
    first = index(sample)
    shutil.rmtree(sample.folder / "cache")
    assert index(sample) == first
    assert not (sample.folder / "cache").exists()


def test_a_file_of_the_index_that_was_altered_is_made_anew(sample):
    first = index(sample)
    for path in (min(first), max(first)):
        (sample.output / path).write_bytes(b"altered")
        assert index(sample) == first


@pytest.mark.slow
def test_what_is_used_is_kept_and_of_the_rest_the_newest_few(thin, monkeypatch):
    monkeypatch.setattr(cached_index, "MAX_OTHERS", 2)
    index(thin)
    runs = []
    run = pagefind.run
    monkeypatch.setattr(pagefind, "run", lambda places: runs.append(len(places)) or run(places))
    for number in range(5):
        text = ("A paragraph", f"Paragraph {number}")
        thin.another("h", ("2023-06-03", "2023-07-16"), text)
        index(thin)
    assert runs == [1] * 5
    assert len([*(thin.folder / "cache").iterdir()]) == 3 + 2


@pytest.mark.parametrize("program", ["nothing-there", "false", "true"])
def test_without_pagefind_the_build_says_what_to_do(sample, monkeypatch, capfd, program):
    monkeypatch.setattr(pagefind, "get_executable", lambda: program)
    with pytest.raises(SystemExit):
        sample.build()
    said = capfd.readouterr().err
    assert "The index for /search/ could not be made" in said
    assert "install what is locked anew" in said
    assert not sample.output.exists()


def test_a_package_without_its_program_is_told_too(tmp_path, monkeypatch):
    def missing():
        raise FileNotFoundError("Could not find any of them")

    monkeypatch.setattr(pagefind, "get_executable", missing)
    (tmp_path / "new").mkdir()
    staging = Staging(tmp_path / "new", PreviousBuild(tmp_path / "output", {}))
    with pytest.raises(SearchIndexError, match="Could not find any of them"):
        write_index(staging, tmp_path / "cache")


def test_pagefind_that_does_not_end_is_stopped(tmp_path, monkeypatch):
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: str(program))
    monkeypatch.setattr(cached_index, "LIMIT", 0.5)
    page = b'<html lang="en"><main data-pagefind-body>Words.</main></html>'
    with pytest.raises(SearchIndexError, match=r"could not be made: stopped after 0.5 s"):
        index_files(["index.html"], lambda _path: page, tmp_path / "cache")
