"""Keys that are missing, empty, doubled or unknown."""

import pytest

from tests.contract.spoiling import X, add, change, missing, refused, source
from tests.support.sample import ARTICLE

FAULTS = {
    "title missing": missing("title"),
    "slug missing": missing("slug"),
    "date missing": missing("date"),
    "author missing": missing("author"),
    "tags missing": missing("tags"),
    "summary missing": missing("summary"),
    "dateline missing": missing("dateline"),
    "kind missing": missing("kind"),
    "outlet missing": missing("outlet", 11, "source.outlet"),
    "headline missing": missing("headline", 11, "source.headline"),
    "url missing": missing("url", 11, "source.url"),
    "published missing": missing("published", 11, "source.published"),
    "language missing": missing("language", 11, "source.language"),
    "seen missing": missing("seen", 11, "source.seen"),
    "source missing": (
        change(ARTICLE[ARTICLE.index("source:") : ARTICLE.index("---\n\nA")], ""),
        f'{X}:2: missing key "source" - outlet, headline, url',
    ),
    "source a word": (
        change(ARTICLE[ARTICLE.index("source:") : ARTICLE.index("---\n\nA")], "source: Reuters\n"),
        f'{X}:11: "source" is made of `key: value` lines',
    ),
    "title empty": (change("A sound headline", ""), f'{X}:2: empty "title"'),
    "title blank": (change("A sound headline", '"  "'), f'{X}:2: empty "title"'),
    "title long": (
        change("A sound headline", "a" * 400),
        f'{X}:2: "title" has 400 characters; at most 140',
    ),
    "title twice": (add("title: Another"), f'{X}:11: key "title" a second time'),
    "title a list": (
        change("A sound headline", "[a, b]"),
        f'{X}:2: "title" is a single line of text',
    ),
    "summary empty": (change("A deck that says a little more.", ""), f'{X}:8: empty "summary"'),
    "author empty": (change("Ann Example", ""), f'{X}:5: empty "author"'),
    "authors too": (add("authors: [Bo]"), f'{X}:5: "author" and "authors" together'),
    "source empty": (
        source("outlet: The Example", "outlet:"),
        f'{X}:12: empty "source.outlet" - who published the report',
    ),
    "tags empty": (
        change("  - drills\n", ""),
        f'{X}:6: empty "tags" - one or more of content/data/tags.yaml',
    ),
    "no tags": (change("tags:\n  - drills\n", "tags: []\n"), f'{X}:6: "tags" is a list'),
    "Title": (change("title:", "Title:"), f'{X}:2: unknown key "Title" - did you mean "title"?'),
    "Authr": (change("author:", "authr:"), f'{X}:5: unknown key "authr" - did you mean "author"?'),
    "Catgory": (
        add("Catgory: News"),
        f'{X}:11: unknown key "Catgory" - did you mean "category"? - the outlet under "source" takes its place; allowed: about, author, authors',
    ),
    "category": (
        add("category: News"),
        f'{X}:11: unknown key "category" - the outlet under "source"',
    ),
    "sumary": (
        change("summary:", "sumary:"),
        f'{X}:8: unknown key "sumary" - did you mean "summary"?',
    ),
    "headlin": (
        source("headline:", "headlin:"),
        f'{X}:13: unknown key "headlin" - did you mean "headline"?',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
