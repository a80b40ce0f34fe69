"""Words outside a vocabulary, and addresses that are none."""

import pytest

from tests.contract.spoiling import X, add, change, refused, source

PHOTO = "images:\n  - caption: A ship.\n    credit: Navy"

FAULTS = {
    "kind": (
        change("kind: report", "kind: reprot"),
        f'{X}:10: "kind" cannot be "reprot" - did you mean "report"?',
    ),
    "status": (
        add("status: publishd"),
        f'{X}:11: "status" cannot be "publishd" - did you mean "published"?',
    ),
    "status hidden": (
        add("status: hidden"),
        f'{X}:11: "status" cannot be "hidden"; allowed: draft, published',
    ),
    "seen": (source("seen: whole", "seen: half"), f'{X}:17: "source.seen" cannot be "half"'),
    "language": (
        source("language: en", "language: ../x"),
        f'{X}:16: "source.language" cannot be "../x"',
    ),
    **{
        f"address {url}": (
            source("url: https://example.com/report", f'url: "{url}"'),
            f'{X}:14: "source.url" cannot be "{url}" - write a whole address',
        )
        for url in (
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example/",
            "example.com",
            "https://",
            "http://[",
            "https://a b/",
        )
    },
    "author Unknown": (
        change("Ann Example", "Unknown"),
        f'{X}:5: "author" cannot be "Unknown" - write unknown',
    ),
    "authors unknown": (
        change("author: Ann Example", "authors: [unknown]"),
        f'{X}:5: "authors.1" cannot be "unknown"',
    ),
    "dateline None": (change("SEOUL", "None"), f'{X}:9: "dateline" cannot be "None"'),
    "dateline null": (change("SEOUL", "~"), f'{X}:9: empty "dateline"'),
    "text cut off by a comment": (
        change("A deck that says", "The No. #1 deck says"),
        f'{X}:8: what stands after " #" would be lost: #1 deck says a little more.',
    ),
    "NUL behind an escape": (
        change("A sound headline", '"A \\0 headline"'),
        f'{X}:2: "title" holds the invisible character U+0000',
    ),
    "entity of NUL": (
        change("A paragraph of text.", "A &#x202e; paragraph &#0;"),
        f"{X}:20: &#x202e; is an invisible character",
    ),
    "entity by its name": (
        change("A paragraph of text.", "A &ZeroWidthSpace; paragraph &amp; more"),
        f"{X}:20: &ZeroWidthSpace; is an invisible character",
    ),
    "tag": (
        change("  - drills", "  - drils"),
        f'{X}:7: tag "drils" is not in content/data/tags.yaml - did you mean "drills"?',
    ),
    "tag DRILLS": (change("  - drills", "  - DRILLS"), f'{X}:7: tag "DRILLS" is not in'),
    "tag markup": (change("  - drills", "  - <b>c</b>"), f'{X}:7: tag "<b>c</b>" is not in'),
    "tag twice": (
        change("  - drills", "  - drills\n  - drills"),
        f'{X}:8: tag "drills" a second time',
    ),
    "author emoji": (change("Ann Example", "🚀"), f'{X}:5: no address can be made from "🚀"'),
    "author dots": (change("Ann Example", "'..'"), f'{X}:5: no address can be made from ".."'),
    "related": (
        add("related: sound-stori"),
        f'{X}:11: no other published article has the slug "sound-stori"',
    ),
    "related itself": (add("related: sound-story"), f"{X}:11: no other published article"),
    "photo": (add("images:\n  - caption: A ship."), f'{X}:12: missing key "images.1.credit"'),
    "photo alt": (
        add(f"{PHOTO}\n    file: ship.jpg"),
        f'{X}:12: a picture with "file" needs "alt"',
    ),
    "photo file": (
        add(f"{PHOTO}\n    file: shop.gif\n    alt: A"),
        f'{X}:14: no picture "shop.gif" in content/images/',
    ),
    "photo twice": (
        add(
            f"{PHOTO}\n    file: ship.jpg\n    alt: A\n{PHOTO[8:]}\n    file: ship.jpg\n    alt: A"
        ),
        f'{X}:18: picture "ship.jpg" a second time',
    ),
    "photo with a license in British": (
        add(f"{PHOTO}\n    licence: CC0"),
        f'{X}:14: unknown key "licence" - did you mean "license"?',
    ),
    "photo source": (add(f"{PHOTO}\n    source: x"), f'{X}:14: "images.1.source" cannot be "x"'),
    "photo outside": (
        add(f"{PHOTO}\n    file: ../data/tags.yaml\n    alt: A"),
        f"{X}:14: no picture",
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
