"""After an edit only what depends on it is made, and the site is as if all had been."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from jinja2 import UndefinedError

from engine import targets
from search import index as search_index
from tests.engine.edits import Edits, different
from tests.support.sample import ROOT, TAGS, SampleSite

STORIES = 50
EDITED = "2023/05/story-22/"
FEEDS = ["atom.xml", "authors/ann-example/atom.xml", "feed.json"]
FEEDS += ["outlets/the-example/atom.xml", "tags/drills/atom.xml"]
LISTS = ["", "2023/", "2023/05/", "archive/", "authors/ann-example/", "outlets/the-example/"]
LISTS += ["tags/drills/", "search/", "data/"]
DATA = {"llms.txt", "data/articles.json"}


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> SampleSite:
    """A built site with lists of several pages, and feeds that do not have all."""
    sample = SampleSite(tmp_path_factory.mktemp("original") / "sample")
    sample.write("data/tags.yaml", TAGS + TAGS.replace("rills", "ives"))
    for n in range(STORIES):
        tag = ("  - drills", "  - dives") if n % 2 else ("", "")
        sample.another(f"story-{n}", ("2023-06-03", f"2023-{n % 3 + 4:02}-{n % 28 + 1:02}"), tag)
    sample.build()
    return sample


@pytest.fixture
def sample(original, tmp_path) -> SampleSite:
    """The same, to be changed."""
    sample = SampleSite(tmp_path / "sample")
    shutil.rmtree(sample.folder)
    shutil.copytree(original.folder, sample.folder)
    sample.build()
    return sample


def edit(sample: SampleSite, name: str, old: str, new: str) -> None:
    file = sample.folder / "content" / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


@pytest.mark.slow
def test_a_changed_style_makes_every_page(sample, tmp_path):
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    sample.settings["THEME"] = str(tmp_path / "theme")
    assert sample.build() == []
    with (tmp_path / "theme/css/print.css").open("a") as file:
        file.write(".quokka { color: red }\n")
    stale = sample.build()
    assert {path for path in sample.published() if path.endswith(".html")} == {*stale}
    assert different(sample.published(), sample.anew()) == []


def records(sample: SampleSite) -> list[Path]:
    return sorted(sample.cache.glob("*.json"))


@pytest.mark.slow
def test_a_changed_text_makes_its_page_and_the_feeds_that_have_it(sample):
    edit(sample, "articles/story-22.md", "A paragraph of text.", "Another paragraph.")
    assert sample.build() == [f"{EDITED}article.json", f"{EDITED}index.html", *FEEDS]
    assert different(sample.published(), sample.anew()) == []


def test_a_changed_headline_makes_what_shows_it(sample):
    edit(sample, "articles/story-22.md", "A sound headline", "Another headline")
    stale = sample.build()
    lists = {path for path in stale if "story-" not in path} - {*FEEDS, *DATA}
    assert lists == {f"{folder}index.html" for folder in LISTS}
    beside = [path for path in stale if path.startswith("2023/05/story-")]
    assert 3 <= len({path.split("/")[2] for path in beside}) <= 7, stale  # it, and who names it
    assert len(beside) <= 15, stale
    assert len(stale) - len(lists) - len(beside) - len(FEEDS) - len(DATA) <= 1, stale  # its card
    assert different(sample.published(), sample.anew()) == []


def test_nothing_is_made_or_written_where_nothing_changed(sample):
    before = {path: path.stat() for path in sample.output.rglob("*")}
    assert sample.build() == []
    after = {path: path.stat() for path in sample.output.rglob("*")}
    assert [str(p) for p in before.keys() | after.keys() if before.get(p) != after.get(p)] == []


@pytest.mark.slow
def test_what_stays_is_the_same_file(sample):
    before = {path: path.stat() for path in sample.output.rglob("*.*")}
    edit(sample, "articles/story-22.md", "A paragraph of text.", "Another paragraph.")
    stale = sample.build()
    there = {path: path.stat().st_ino for path in sample.output.rglob("*.*")}
    new = [p for p, number in there.items() if p not in before or number != before[p].st_ino]
    site = [p for p in new if "pagefind" not in p.parts]
    assert len(site) <= len(stale) + 4, site  # manifest, record of the build, its data, the index


@pytest.mark.parametrize(
    "damage",
    [b"", *(pytest.param(one, marks=pytest.mark.slow) for one in (b"{}", b"\x00" * 50, b"00\n{}"))],
)
def test_a_damaged_record_is_thrown_away_with_a_line(sample, damage, capfd):
    for file in records(sample):
        file.write_bytes(damage)
    assert len(sample.build()) > STORIES
    assert capfd.readouterr().err.count(" is damaged; ") == len(records(sample)) == 1
    assert sample.build() == []


@pytest.mark.slow
def test_the_record_of_another_site_is_not_believed(sample, tmp_path):
    other = SampleSite(tmp_path / "other")
    other.build()
    data = {file.name.partition(".")[2]: file.read_bytes() for file in records(sample)}
    for file in records(other):
        file.write_bytes(data[file.name.partition(".")[2]])
    other.another("b")
    other.build()
    assert different(other.published(), other.anew()) == []


@pytest.mark.slow
def test_a_file_that_was_altered_in_the_site_is_made_anew(sample):
    before = sample.published()
    (sample.output / EDITED / "index.html").write_text("altered")
    (sample.output / "2023/05/story-1/digest.bib").unlink()
    sample.build()
    assert different(sample.published(), before) == []


def test_every_target_has_a_key(sample):
    (file,) = sample.cache.glob("*.targets.json")
    data = json.loads(file.read_bytes().partition(b"\n")[2])["targets"]
    assert [name for name, (key, _) in data.items() if not key] == []


@pytest.mark.slow
@pytest.mark.parametrize("cores", [{0}, None], ids=["one process", "several"])
def test_one_process_makes_the_same_as_several(original, tmp_path, cores, monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: cores or {0, 1, 2})
    assert different(original.published(), original.anew()) == []


@pytest.mark.slow
def test_a_page_that_cannot_be_made_fails_with_its_own_words(sample, tmp_path):
    before = sample.published()
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    sample.settings["THEME"] = str(tmp_path / "theme")
    card = tmp_path / "theme/templates/macros/card.html"
    card.write_text(card.read_text().replace("article.summary", "article.sumary"))
    with pytest.raises(UndefinedError, match="sumary"):
        sample.build()
    assert different(sample.published(), before) == []


def test_a_page_that_hangs_is_stopped_and_named(sample, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(targets, "MOST_SECONDS", 1)
    before = sample.published()
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    sample.settings["THEME"] = str(tmp_path / "theme")
    with (tmp_path / "theme/templates/glossary.html").open("a") as file:
        file.write("{% block feeds %}{% for n in range(10 ** 12) %}{% endfor %}{% endblock %}")
    with pytest.raises(SystemExit) as exit_info:
        sample.build()
    assert exit_info.value.code == 1
    message = (
        "glossary/index.html: making it was stopped after 1 s - look for a loop without an end"
    )
    assert message in capfd.readouterr().err
    assert different(sample.published(), before) == []


def check(examples: int, steps: int) -> None:
    def edits() -> Edits:
        return Edits(Path(folder, str(len(list(Path(folder).iterdir())))))

    options = {"max_examples": examples, "stateful_step_count": steps, "deadline": None}
    options["phases"] = [Phase.generate]
    # Two reports in a volume, so that the index of the search has several.
    with TemporaryDirectory() as folder, patch.object(search_index, "VOLUME_SIZE", 2):
        run_state_machine_as_test(edits, settings=settings(**options, derandomize=True))


@pytest.mark.slow
def test_after_some_edits_the_site_is_as_if_all_had_been_made():
    check(2, 4)


@pytest.mark.slow
def test_after_many_edits_the_site_is_as_if_all_had_been_made():
    check(6, 12)


@pytest.mark.slow
@pytest.mark.siege
def test_after_hundreds_of_edits_the_site_is_as_if_all_had_been_made():
    check(60, 15)
