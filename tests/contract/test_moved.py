"""Former addresses that are none, or that something else has."""

import pytest

from tests.contract.spoiling import X, add, refused

B = "content/articles/b.md"


def moved(*addresses: str):
    return add("moved-from:\n" + "\n".join(f"  - {address}" for address in addresses))


def another(*addresses: str):
    listed = "".join(f"  - {address}\n" for address in addresses)
    return lambda n: n.another("b", ("kind: report\n", f"kind: report\nmoved-from:\n{listed}"))


def both(*spoils):
    return lambda sample: [spoil(sample) for spoil in spoils]


FAULTS = {
    **{
        f"no path {address}": (
            moved(address),
            f'{X}:12: "moved-from.1" cannot be "{address}" - write it like /2023/06/old-slug/',
        )
        for address in (
            "2023/06/old/",
            "https://example.org/2023/06/old/",
            "//example.org/",
            "/../old/",
            "/old",
            "/old/?p=1",
            "/",
            "/.well-known/x/",
            "/old//slug/",
            "/manifest.json/",
            "/old/place.html/below/",
        )
    },
    "its own": (moved("/2023/06/sound-story/"), f'{X}:12: "/2023/06/sound-story/" is the address of {X}'),
    "a loop": (
        both(moved("/2023/06/b/"), another("/2023/06/sound-story/")),
        f'{X}:12: "/2023/06/b/" is the address of {B}',
    ),
    "another's": (another("/2023/06/sound-story/"), f'"/2023/06/sound-story/" is the address of {X}'),
    "another's file": (another("/2023/06/sound-story/index.html"), f"is the address of {X}"),
    "a page": (moved("/about/"), f'{X}:12: "/about/" is the address of content/pages/about.md'),
    "a list": (moved("/tags/drills/"), f"{X}:12: \"/tags/drills/\" is one of the site's own"),
    "a month": (moved("/2023/06/"), f"{X}:12: \"/2023/06/\" is one of the site's own"),
    "the front page": (moved("/index.html"), f"{X}:12: \"/index.html\" is one of the site's own"),
    "twice": (moved("/old/", "/old/"), f'{X}:13: "/old/" stands in {X} already'),
    "twice spelt": (moved("/old/", "/old/index.html"), f'{X}:13: "/old/index.html" stands in {X}'),
    "of two": (both(moved("/old/"), another("/old/")), f'"/old/" stands in {B} already'),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
