"""A draft may lack what it needs; published it may not, nor have the report's sentences."""

import pytest

from contract.sentences import fingerprints
from tests.contract.spoiling import X, add, refused
from tests.support.sample import ARTICLE

TEXT = "".join(
    f"The {nth} of the ships left the harbor\nof Port Invented before noon.\n\n"
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
)
OWN = 'By noon no ship was left, "and the gulls had the harbor to themselves," a clerk said.\n'
CLIPPED = f"clipped: {' '.join(fingerprints(TEXT))}"

LINE = "Seven ships leave Port Invented before noon"
MARKED = f"clipped: {' '.join(fingerprints(LINE))}"


def written(*lines: str, text: str = "", **changes: str):
    """The sound article with these lines in its metadata, other values, and this text."""

    def write(sample):
        article = ARTICLE.replace(
            "kind: report\n", "kind: report\n" + "".join(f"{line}\n" for line in lines)
        )
        for key, value in changes.items():
            start = article.index(f"{key}:")
            article = article.replace(
                article[start : article.index("\n", start)], f"{key}: {value}".strip(), 1
            )
        sample.write(
            "articles/sound.md", article.replace("A paragraph of text.\n", text or "A paragraph.\n")
        )

    return write


DRAFT = "status: draft"
STILL = f'{X}:%d: this sentence is still the report\'s: "The %s of the ships left the harbor…"'
FAULTS = {
    "needs": (add('needs:\n  - The zone.\n  - "Who is \\"she\\"?"'), f'{X}:12: still needed: "The zone." - settle it'),
    "second of needs": (add("needs:\n  - The zone.\n  - Who?"), f'{X}:13: still needed: "Who?"'),
    "one need": (add("needs: The zone."), f'{X}:11: still needed: "The zone."'),
    "clipped": (written(CLIPPED, text=TEXT), STILL % (21, "first")),
    "fifth": (written(CLIPPED, text=TEXT), STILL % (33, "fifth")),
    "more than five": (written(CLIPPED, text=TEXT), f"{X}:36: still the report's from here on: 2 more sentences"),
    "clipped title": (written(MARKED, title=LINE), f'{X}:2: "title" is still the report\'s - write it in your own words'),
    "clipped summary": (written(MARKED, summary=LINE), f'{X}:8: "summary" is still the report\'s'),
    "clipped caption": (written(MARKED, f"images:\n  - caption: {LINE}\n    credit: Ann"), f'{X}:13: "images.1.caption" is still the report\'s'),
    "wrapped anew": (written(CLIPPED, text=OWN + " ".join(TEXT.split())), STILL % (22, "first")),
    "no licence": (written(kind="clipping"), f'{X}:10: "kind" is clipping, the report\'s own text: write "licence"'),
    "clipped without licence": (written(CLIPPED, text=TEXT, kind="clipping"), STILL % (21, "first")),
    "licence of a digest": (add("licence: CC BY 4.0"), f'{X}:11: "licence" is for a text that is republished'),
    "license": (add("license: CC BY 4.0"), f'{X}:11: unknown key "license" - that of a republished text is "licence"'),
    "no fingerprint": (add("clipped: 0011aabb 0011AABB"), f'{X}:11: "clipped" cannot hold "0011AABB"'),
    "draft without slug": (written(DRAFT, slug=""), f'{X}:3: missing key "slug"'),
    "draft without title": (written(DRAFT, title=""), f'{X}:2: missing key "title"'),
    "draft's date": (written(DRAFT, date="June 2023"), f'{X}:4: "date" cannot be "June 2023"'),
    "draft's key": (written(DRAFT, "datte: 2023-06-03"), f'{X}:12: unknown key "datte"'),
    "draft's tag": (written(DRAFT, "related: nope"), f'{X}:12: no other published article has the slug "nope"'),
    "licence of a draft": (written(DRAFT, "licence: CC0"), f'{X}:12: "licence" is for a text'),
    "lead": (
        lambda n: (n.another("b", ("kind: report", f"kind: report\n{DRAFT}")), n.write("data/front.yaml", "lead: b")),
        'content/data/front.yaml:1: no published article has the slug "b"',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)


def inspected(sample):
    """The sound article as the contract sees it, without a fault."""
    collection = sample.inspect(show_drafts=True)
    assert collection.faults == []
    return collection.documents["articles/sound.md"]


def test_what_a_draft_lacks_is_told_with_its_line(sample):
    written(DRAFT, "needs:", "  - The zone.", date="", author="", seen="")(sample)
    assert inspected(sample).needs == [
        (4, "date: when the report was published, such as 2023-06-03"),
        (20, "source.seen: how much of it was read: whole or excerpt"),
        (5, "author: who is named, or the office of a statement, or unknown"),
        (13, "The zone."),
    ]


def test_drafts_may_name_each_other(sample):
    for slug, other in (("one", "two"), ("two", "one")):
        changes = ("kind: report", f"kind: report\n{DRAFT}\nrelated: {other}")
        sample.another(slug, changes, ("A paragraph", f"[Another]({other}.md) paragraph"))
    sample.build()


@pytest.mark.parametrize("sound", [
    written(DRAFT, CLIPPED, "needs: The zone.", text=TEXT),
    written(CLIPPED, text=OWN),
    written(CLIPPED, "licence: CC BY 4.0", text=TEXT, kind="clipping"),
], ids=["a draft of the report", "a digest", "a republished report"])  # fmt: skip
def test_what_is_sound_is_built(sample, sound):
    sample.another("b")
    sound(sample)
    sample.build()
