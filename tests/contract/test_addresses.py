"""Slugs and names that share or escape their address."""

import pytest

from desk.project import load_collection
from tests.contract.spoiling import X, change, file, refused
from tests.support.sample import ARTICLE, PAGE

FAULTS = {
    **{
        f"slug {slug}": (
            change("sound-story", f'"{slug}"'),
            f'{X}:3: "slug" cannot be "{slug}" - write it like',
        )
        for slug in (
            "../evil",
            "/etc",
            "Sound",
            "a b",
            "é",
            "a/b",
            ".",
            "-a",
            "../output-evil/x",
            "a--b",
        )
    },
    **{
        f"slug {slug}": (change("sound-story", slug), f'{X}:3: slug "{slug}" is reserved')
        for slug in (
            "index",
            "archive",
            "tags",
            "authors",
            "outlets",
            "images",
            "theme",
            "2",
            "2023",
            "page-2",
        )
    },
    "slug long": (change("sound-story", "a" * 400), f'{X}:3: "slug" has 400 characters'),
    "slug empty": (change("sound-story", ""), f'{X}:3: empty "slug"'),
    "slug taken": (
        file("articles/sound-2.md", ARTICLE),
        f'content/articles/sound-2.md:3: slug "sound-story" is taken by {X}',
    ),
    "slug of a page": (
        change("sound-story", "about"),
        f'{X}:3: slug "about" is taken by content/pages/about.md',
    ),
    "authors alike": (
        lambda n: n.another("b", ("Ann Example", "Ann. Example")),
        f'{X}:5: "Ann Example" has the same address, ann-example, as "Ann. Example" in content/articles/b.md',
    ),
    "outlets alike": (
        lambda n: n.another("b", ("The Example", "The example")),
        f'{X}:12: "The Example" has the same address, the-example',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)


def test_no_first_part_of_an_address_of_the_site_can_be_taken(site, sample):
    """By a slug, or by a former address, which would become a page."""
    pages = {page.metadata["slug"] for page in load_collection().of("pages")}
    firsts = {file.name for file in site.folder.iterdir()} - pages
    assert {"search", "data", "names", "images", "theme", "404.html"} <= firsts
    for n, first in enumerate(sorted(firsts)):
        sample.write(f"pages/p{n}.md", PAGE.replace("slug: about", f'slug: "{first}"'))
        moved = ("kind: report\n", f"kind: report\nmoved-from: /{first}/\n")
        sample.another(f"a{n}", moved)
    refused = {(fault.path, fault.line) for fault in sample.inspect().faults}
    expected = {(f"content/pages/p{n}.md", 3) for n in range(len(firsts))}
    expected |= {(f"content/articles/a{n}.md", 11) for n in range(len(firsts))}
    assert expected - refused == set()
