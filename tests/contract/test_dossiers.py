"""Events, dossiers and diagrams that cannot be."""

import pytest

from tests.contract.spoiling import X, add, file, refused

D = "content/dossiers/d.md"
DOSSIER = """\
---
title: A dossier
slug: a-dossier
summary: How things stand.
modified: 2026-11-22
articles:
  - sound-story
events:
  - date: 2023-06
    label: It began
    article: sound.md
---
Text.
"""
G = "content/diagrams/g.yaml"
DIAGRAM = """\
title: A diagram
caption: Who says so.
panels:
  - title: Now
    nodes:
      one: {label: One, column: 1, row: 1}
      two: {label: Two, column: 1, row: 2}
      three: {label: Three, column: 2, row: 2}
    links:
      - {from: one, to: two, label: data, flow: both}
    frames:
      - {label: Both, around: [one, two]}
"""


def event(date: str, label: str = "It began"):
    return f"events:\n  - date: {date}\n    label: {label}"


def dossier(old: str, new: str):
    assert old in DOSSIER
    return file("dossiers/d.md", DOSSIER.replace(old, new, 1))


def diagram(old: str, new: str):
    assert old in DIAGRAM
    return file("diagrams/g.yaml", DIAGRAM.replace(old, new, 1))


FAULTS = {
    "a season": (add(event("summer 2023")), f'{X}:12: "events.1.date" cannot be "summer 2023" - write a year, a month or a day, such as 2021, 2021-01 or 2021-01-22'),
    "no such month": (add(event("2023-13")), f'{X}:12: "events.1.date" cannot be "2023-13": month must be'),
    "no such day": (add(event("2023-02-30")), f'{X}:12: "events.1.date" cannot be "2023-02-30": day'),
    "no label": (add("events:\n  - date: 2023"), f'{X}:12: missing key "events.1.label"'),
    "an event twice": (add(f"{event('2023')}\n  - date: 2023\n    label: It began"), f'{X}:14: event "It began" a second time'),
    "no diagram": (add("diagram: flwo"), f'{X}:11: no diagram "flwo" in content/diagrams/'),
    "unknown article": (dossier("- sound-story", "- sound-stori"), f'{D}:7: no published article has the slug or file name "sound-stori" - did you mean "sound-story"?'),
    "an article twice": (dossier("- sound-story", "- sound-story\n  - sound"), f'{D}:8: article "sound" a second time'),
    "unknown source": (dossier("sound.md", "nothing"), f'{D}:11: no published article has the slug or file name "nothing"'),
    "no source": (dossier("    article: sound.md\n", ""), f'{D}:9: missing key "events.1.article"'),
    "no article": (dossier("  - sound-story\n", ""), f'{D}:6: empty "articles" - slugs or file names'),
    "a taken slug": (dossier("a-dossier", "sound-story"), f'{D[:-4]}d.md'),
    "a reserved slug": (dossier("a-dossier", "chronology"), f'{D}:3: slug "chronology" is reserved'),
    "a dead link": (dossier("Text.", "[x](../articles/nope.md)"), f'{D}:13: link "../articles/nope.md" leads to no page'),
    "a dossier's ending": (file("dossiers/d.txt", "x"), 'content/dossiers/d.txt:1: "d.txt" has an ending that is not read'),
    "an unknown node": (diagram("to: two", "to: tow"), f'{G}:10: no node "tow" in this panel; allowed: one, three, two'),
    "a node in a frame": (diagram("[one, two]", "[one, tow]"), f'{G}:12: no node "tow"'),
    "two in one cell": (diagram("row: 2", "row: 1"), f'{G}:7: "two" stands where "one" does'),
    "a slanting line": (diagram("to: two", "to: three"), f'{G}:10: "one" and "three" cannot be linked by a straight line'),
    "a line through a node": (diagram("column: 2, row: 2}\n    links:\n", "column: 1, row: 3}\n    links:\n      - {from: one, to: three, label: x, flow: one}\n"), f'{G}:10: "one" and "three" cannot be linked'),
    "a flow": (diagram("flow: both", "flow: bot"), f'{G}:10: "panels.1.links.1.flow" cannot be "bot" - did you mean "both"?'),
    "a column": (diagram("column: 1", "column: 4"), f'{G}:6: "panels.1.nodes.one.column" cannot be "4"'),
    "a key of a diagram": (diagram("caption", "captoin"), f'{G}:2: unknown key "captoin" - did you mean "caption"?'),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)


def test_sound_ones_are_built(sample):
    sample.write("dossiers/d.md", DOSSIER)
    sample.write("diagrams/g.yaml", DIAGRAM)
    add(f"diagram: g\n{event('2022')}")(sample)
    sample.build()
    assert "dossiers/a-dossier/index.html" in sample.published()
    assert "chronology/2022/index.html" in sample.published()


def test_a_draft_of_a_dossier_stays_out(sample):
    sample.write("dossiers/d.md", DOSSIER.replace("---\nText", "status: draft\n---\nText"))
    sample.build()
    assert not [path for path in sample.published() if "a-dossier" in path]
    assert b"A dossier" not in sample.published()["dossiers/index.html"]
