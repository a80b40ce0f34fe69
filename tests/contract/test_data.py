"""Data files and pages."""

import pytest

from tests.contract.spoiling import file, gone, refused
from tests.support.sample import TAGS

FAULTS = {
    "no vocabulary": (
        gone("data/tags.yaml"),
        "content/data/tags.yaml:1: the vocabulary of tags is missing",
    ),
    "tag without description": (
        file("data/tags.yaml", "drills:\n  name: Drills\n"),
        'content/data/tags.yaml:1: missing key "drills.description"',
    ),
    "tag twice in vocabulary": (
        file("data/tags.yaml", TAGS * 2),
        'content/data/tags.yaml:4: key "drills" a second time',
    ),
    "tag with a bad slug": (
        file("data/tags.yaml", TAGS.replace("drills", "Dri/lls")),
        'content/data/tags.yaml:1: "Dri/lls" cannot be "Dri/lls"',
    ),
    "vocabulary broken": (
        file("data/tags.yaml", "a: b: c"),
        "content/data/tags.yaml:1: broken YAML",
    ),
    "lead": (
        file("data/front.yaml", "lead: sound-stori"),
        'content/data/front.yaml:1: no published article has the slug "sound-stori" - did you mean "sound-story"?',
    ),
    "front key": (
        file("data/front.yaml", "leed: sound-story"),
        'content/data/front.yaml:1: unknown key "leed" - did you mean "lead"?',
    ),
    "page key": (
        file(
            "pages/p.md",
            "---\ntitle: P\nslug: p\nsummary: S\nmodified: 2026-11-22\nauthor: X\n---\nText",
        ),
        'content/pages/p.md:6: unknown key "author"',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
