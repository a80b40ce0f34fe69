"""Files that cannot be read or stand where they should not."""

import os
from pathlib import Path

import pytest

from tests.contract.spoiling import X, add, body, change, file, gone, link, refused
from tests.support.sample import ARTICLE, TAGS

FAULTS = {
    "latin-1": (
        file("articles/l.md", ARTICLE.replace("text", "café").encode("latin-1")),
        "content/articles/l.md:20: byte 0xe9 is not UTF-8",
    ),
    "UTF-16": (
        file("articles/u.md", ARTICLE.encode("utf-16")),
        "content/articles/u.md:1: byte 0xff is not UTF-8",
    ),
    "NUL": (body("a\x00b"), f"{X}:20: invisible character U+0000"),
    "ESC": (change("A sound", "A\x1b sound"), f"{X}:2: invisible character U+001B"),
    "right to left": (change("A sound", "A\u202e sound"), f"{X}:2: invisible character U+202E"),
    "zero width": (change("A sound", "A\u200b sound"), f"{X}:2: invisible character U+200B"),
    "empty file": (file("articles/e.md", ""), "content/articles/e.md:1: no metadata"),
    "no metadata": (
        file("articles/e.md", "Just text."),
        "content/articles/e.md:1: no metadata: begin the file",
    ),
    "Pelican's own metadata": (
        file("articles/e.md", "Title: x\nDate: 2023-06-03\n\nText"),
        "content/articles/e.md:1: no metadata",
    ),
    "metadata not closed": (
        file("articles/e.md", "---\ntitle: x\n\nText"),
        "content/articles/e.md:1: no metadata",
    ),
    "broken YAML": (change("A sound headline", "A: sound: headline"), f"{X}:2: broken YAML"),
    "YAML tab": (change("  - drills", "\t- drills"), f"{X}:7: broken YAML"),
    "YAML alias of nothing": (
        change("A sound headline", "*boom"),
        f"{X}:2: broken YAML: found undefined alias",
    ),
    "YAML aliases": (
        change("title: A sound headline", "title: &a [x]\nslug: [*a, *a]"),
        f"{X}:2: YAML anchors and aliases",
    ),
    "quotation not closed": (
        change("A sound headline", '"A sound headline'),
        f"{X}:2: broken YAML",
    ),
    "colon without a space": (change("slug: ", "slug:"), f"{X}:3: broken YAML"),
    "no about page": (gone("pages/about.md"), 'content/pages:1: no page has the slug "about"'),
    "YAML depth": (change("A sound headline", "[" * 5000), "broken YAML"),
    "YAML depth by indentation": (
        change("title: A sound", "".join("\n" + " " * n + "a:" for n in range(1200)) + " A sound"),
        "broken YAML: nested too deeply",
    ),
    "YAML a list": (
        file("articles/e.md", "---\n- a\n---\nText"),
        "content/articles/e.md:2: the metadata is not made of `key: value`",
    ),
    "no text": (body(""), f"{X}:18: no text below the metadata"),
    "too large": (
        file("articles/e.md", ARTICLE + "a" * 1_000_001),
        "content/articles/e.md:1: has 1,000,",
    ),
    **{
        f"ending {name}": (
            file(f"articles/{name}"),
            f'content/articles/{name}:1: "{name}" has an ending that is not read - rename it to p.md',
        )
        for name in ("p.MD", "p.txt", "p.md.bak", "p.mdx", "p.html", "p.markdown", "p")
    },
    "ending of a picture": (
        file("images/p.svg"),
        'content/images/p.svg:1: "p.svg" has an ending that is not read',
    ),
    "name with a space": (
        file("articles/a b.md"),
        "content/articles/a b.md:1: use lower-case letters, digits and hyphens",
    ),
    "name with a newline": (
        file("articles/a\nb.md"),
        "content/articles/a\\nb.md:1: use lower-case letters",
    ),
    "name of stray bytes": (
        lambda n: Path(
            os.fsdecode(os.fsencode(n.folder) + b"/content/articles/\xff.md")
        ).write_text("x"),
        "content/articles/\\udcff.md:1: use lower-case letters",
    ),
    "stray file": (file("notes.md"), "content/notes.md:1: nothing is made from here"),
    "stray folder": (file("drafts/a.md"), "content/drafts/a.md:1: nothing is made from here"),
    "stray data": (file("data/tag.yaml", TAGS), "content/data/tag.yaml:1: nothing reads this file"),
    "symbolic link out": (
        link("articles/key.md", "/etc/hostname"),
        "content/articles/key.md:1: is a symbolic link",
    ),
    "symbolic link to a folder": (
        link("images/etc", "/etc"),
        "content/images/etc:1: is a symbolic link",
    ),
    "broken symbolic link": (
        link("articles/b.md", "nowhere.md"),
        "content/articles/b.md:1: is a symbolic link",
    ),
    "symbolic loop": (link("articles/loop", "."), "content/articles/loop:1: is a symbolic link"),
    "no articles": (gone("articles/sound.md"), "content/articles:1: no article is published"),
    "only a draft": (add("status: draft"), "content/articles:1: no article is published"),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
