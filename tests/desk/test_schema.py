"""The schemas that editors complete from are fresh, sound, and at one with the contract."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from contract.front_matter import read_front_matter, read_yaml
from desk.schema import generate
from tests.support.sample import ARTICLE, ROOT, SHOWN

SNIPPETS = ".vscode/standing-watch.code-snippets"
SOUND = ARTICLE.replace("  - drills", "  - joint-exercises")
DATA = ("tags", "front", "glossary", "registry")
FAULTS = {
    "unknown key": ("kind: report", "kind: report\nauthr: Ann"),
    "missing key": ("dateline: SEOUL\n", ""),
    "missing key below": ("  language: en\n", ""),
    "kind": ("kind: report", "kind: reprot"),
    "date": ("date: 2023-06-03", "date: June 3"),
    "time without zone": ("date: 2023-06-03", "date: 2023-06-03T10:00"),
    "tag": ("joint-exercises", "joint-exercise"),
    "tag twice": ("  - joint-exercises", "  - joint-exercises\n  - joint-exercises"),
    "slug": ("sound-story", "Sound story"),
    "address": ("https://example.com/report", "example.com/report"),
    "no byline": ("author: Ann Example\n", ""),
    "two bylines": ("author: Ann Example", "author: Ann Example\nauthors:\n  - Bob"),
    "nobody": ("Ann Example", "anonymous"),
    "picture without alt": ("kind: report", f"kind: report\n{SHOWN}".replace("    alt: A ship at sea\n", "")),
    "long summary": ("A deck that", "word " * 70),
    "draft without slug": ("slug: sound-story", "status: draft"),
    "draft with a bad kind": ("kind: report", "kind: reprot\nstatus: draft"),
}  # fmt: skip


def faults(name: str, values: dict) -> list[str]:
    validator = Draft202012Validator(json.loads(generate()[f".schema/{name}"]))
    return [error.message for error in validator.iter_errors(values)]


def test_what_is_committed_is_what_the_contract_says():
    stale = [name for name, text in generate().items() if (ROOT / name).read_text("utf-8") != text]
    assert stale == [], "write them anew: make schema"


@pytest.mark.parametrize("name", sorted(name for name in generate() if name.startswith(".schema/")))
def test_every_schema_is_one(name):
    Draft202012Validator.check_schema(json.loads(generate()[name]))


def test_every_article_dossier_and_page_fits():
    wrong = []
    for folder, name in {
        "articles": "article.json",
        "dossiers": "dossier.json",
        "pages": "page.json",
    }.items():
        for file in sorted((ROOT / "content" / folder).glob("*.md")):
            values = read_front_matter(file.read_text("utf-8")).values
            wrong += [f"{file}: {fault}" for fault in faults(name, values)]
    assert wrong == []


@pytest.mark.parametrize("name", DATA)
def test_every_data_file_fits_and_names_its_schema(name):
    text = (ROOT / f"content/data/{name}.yaml").read_text("utf-8")
    assert faults(f"{name}.json", read_yaml(text).values) == []
    assert text.startswith(f"# yaml-language-server: $schema=../../.schema/{name}.json\n")


def test_every_diagram_fits_and_names_its_schema():
    for file in sorted((ROOT / "content/diagrams").glob("*.yaml")):
        text = file.read_text("utf-8")
        assert faults("diagram.json", read_yaml(text).values) == [], file
        assert text.startswith("# yaml-language-server: $schema=../../.schema/diagram.json\n"), file


@pytest.mark.parametrize(("old", "new"), FAULTS.values(), ids=FAULTS)
def test_a_fault_does_not_fit(old, new):
    assert faults("article.json", read_front_matter(SOUND).values) == []
    spoilt = SOUND.replace(old, new, 1)
    assert spoilt != SOUND
    assert faults("article.json", read_front_matter(spoilt).values)


def test_a_draft_may_leave_all_but_title_and_slug_open():
    open_ones = {"title": "T", "slug": "s", "status": "draft"}
    assert faults("article.json", open_ones) == []
    known = read_front_matter(SOUND).values
    for empty in (None, ""):
        source = dict.fromkeys(known["source"], empty)
        for whole in (source, empty):
            left = dict.fromkeys(known, empty) | {"source": whole}
            assert faults("article.json", left | open_ones) == []


def test_an_article_can_be_made_of_snippets_alone():
    """As VS Code expands them: the first of the words to choose from, or else what is typed."""
    known = read_front_matter(SOUND).values
    typed = {**known, **known["source"]}
    made = json.loads(generate()[SNIPPETS])
    lines = [line for name in known for line in made[name]["body"]]
    filled = [
        re.sub(r"^(\s*(?:- )?)(?:(\w+): )?\$\d+$", lambda m: f"{m[1]}{m[2]}: {typed[m[2]]}", line)
        for line in [re.sub(r"\$\{\d+\|([^,|]+).*\|\}", r"\1", line) for line in lines]
    ]
    article = read_front_matter("\n".join(["---", *filled, "---", "Text."])).values
    assert faults("article.json", article) == []


@pytest.mark.parametrize("day", [2023, "2023-06", "2023-06-03"])
def test_the_date_of_an_event_fits_as_yaml_reads_it(day):
    event = f"events:\n  - date: {day}\n    label: The ships meet\n"
    values = read_front_matter(SOUND.replace("kind: report\n", f"kind: report\n{event}")).values
    assert values["events"] == [{"date": str(day), "label": "The ships meet"}]
    values["events"][0]["date"] = day
    assert faults("article.json", values) == []
    assert faults("article.json", values | {"status": "draft"}) == []
