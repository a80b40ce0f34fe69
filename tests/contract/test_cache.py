"""What was read and rendered before is found again, and only while nothing that matters changed."""

import sqlite3
from contextlib import closing
from unittest.mock import patch

import pytest

from contract import collection as inspection
from contract.render import Renderer
from tests.support.sample import ARTICLE, SHOWN, picture

LINKED = ("A paragraph", "[Another](b.md) in TISA, a paragraph")
GLOSSARY = "tisa:\n  term: TISA\n  meaning: An arrangement.\n"


@pytest.fixture
def room(sample):
    sample.another("b")
    sample.another("c", LINKED, ("kind: report", f"kind: report\n{SHOWN}"))
    sample.another("d", ("kind: report", "kind: report\nstatus: draft\nneeds:\n  - A date."))
    sample.write("data/glossary.yaml", GLOSSARY)
    return sample


def look(room, output_format="html", cached=True):
    """The collection; the names of files that were read, then of texts that were rendered."""
    read, rendered = [], []
    read_document, text = inspection.read_document, Renderer.render

    def reads(path, *rest):
        read.append(path.removeprefix("articles/").removesuffix(".md"))
        return read_document(path, *rest)

    def renders(self, document):
        rendered.append(document.path.removeprefix("articles/").removesuffix(".md"))
        return text(self, document)

    settings = {"MARKDOWN": {"extensions": [], "output_format": output_format}}
    settings |= {"IMAGE_CACHE": str(room.folder / "images-cache")}
    settings |= {"BUILD_CACHE": str(room.folder / "build")} if cached else {}
    with (
        patch.object(inspection, "read_document", reads),
        patch.object(Renderer, "render", renders),
    ):
        found = room.inspect(show_drafts=True, **settings)
    return found, [path for path in read if not path.startswith("data/")], rendered


def facts(collection):
    """All that a build takes from a collection."""
    documents = collection.documents.values()
    return [
        (d.path, d.metadata, d.html, d.terms, d.needs, d.body, d.body_line, d.place.lines)
        for d in documents
    ], collection.faults


def test_what_is_unchanged_is_neither_read_nor_rendered_again(room):
    first, read, rendered = look(room)
    assert len(read) == len(rendered) == 5 and first.faults == []
    second, read, rendered = look(room)
    assert (read, rendered) == ([], [])
    assert facts(second) == facts(first) == facts(look(room, cached=False)[0])


def change(name, text):
    return lambda room: room.write(name, text)


@pytest.mark.parametrize(
    ("spoil", "read", "rendered"),
    [
        (lambda room: room.another("b", ("A paragraph", "A text")), ["b"], ["b"]),
        (lambda room: room.another("b", ("drills", "drill")), ["b"], ["b"]),
        (change("data/glossary.yaml", GLOSSARY.replace("An ", "One ")), [], "all"),
        (change("images/ship.jpg", picture("JPEG", (50, 30))), [], ["c"]),
        (lambda room: room.write("images/ship.jpg", b"no picture"), [], ["c"]),
        (lambda room: (room.folder / "content/images/ship.jpg").unlink(), [], ["c"]),
        (lambda room: (room.folder / "content/articles/b.md").unlink(), [], ["c"]),
        (
            lambda room: room.another("b", ("kind: report", "kind: report\nstatus: draft")),
            ["b"],
            ["b", "c"],
        ),
        (lambda room: room.another("b", ("2023-06-03", "2023-07-03")), ["b"], ["b", "c"]),
        (change("data/tags.yaml", "others:\n  name: Others\n  description: Others.\n"), [], []),
        (change("articles/e.md", ARTICLE.replace("A sound headline", "Other")), ["e"], ["e"]),
    ],
)
def test_a_change_reaches_what_depends_on_it(room, spoil, read, rendered):
    look(room)
    spoil(room)
    anew, *done = look(room)
    every = sorted(d.path for d in anew.documents.values() if d.path.endswith(".md"))
    assert done[0] == read
    assert sorted(done[1]) == rendered or (rendered == "all" and len(done[1]) == len(every))
    assert facts(anew) == facts(look(room, cached=False)[0])


def test_what_has_a_fault_is_told_each_time(room):
    room.another("b", ("kind: report", "kind: reports"))
    room.another("c", ("A paragraph", "[No](where.md) paragraph"))
    first, second = look(room)[0], look(room)[0]
    assert len(first.faults) > 1 and first.faults == second.faults


def test_other_settings_make_other_texts(room):
    look(room, "html")
    assert len(look(room, "xhtml")[2]) == 5
    assert len(look(room, "xhtml")[2]) == 0


def damage(file):
    file.write_bytes(file.read_bytes()[:5000])


def alter(file, statement):
    with closing(sqlite3.connect(file)) as base, base:
        base.execute(statement)


@pytest.mark.parametrize(
    "spoil",
    [
        damage,
        lambda file: file.write_bytes(b"nothing of ours"),
        lambda file: alter(file, "UPDATE texts SET html = 'evil'"),
        lambda file: alter(file, "UPDATE texts SET metadata = 7"),
        lambda file: alter(file, "DROP TABLE made_by"),
        lambda file: alter(file, "DELETE FROM made_by"),
        lambda file: alter(file, "DROP TABLE texts"),
    ],
)
def test_a_damaged_cache_is_thrown_away_with_one_line(room, spoil, capfd):
    whole = facts(look(room)[0])
    spoil(room.folder / "build/texts.sqlite")
    found, read, _ = look(room)
    assert facts(found) == whole and len(read) == 5
    assert capfd.readouterr().err.count("The cache of texts is discarded") == 1
    assert look(room)[1] == []
    assert not capfd.readouterr().err
