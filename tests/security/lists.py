"""Public lists of texts that break into pages, as npm packages bring them along."""

import json
from pathlib import Path

from tests.support.missing import do_without
from tests.support.sample import ROOT

MODULES = ROOT / "tests/security/node_modules"
HOW = (
    "The lists of attacks, or Node for Google's checker of policies, are missing. On Debian and"
    " Ubuntu: sudo apt install npm && npm ci --prefix tests/security"
)


def module(path: str) -> Path:
    """A file of an installed package."""
    file = MODULES / path
    if not file.is_file():
        do_without(HOW)
    return file


def payloads() -> list[str]:
    """Every text of the three lists once, in a fixed order.

    The Big List of Naughty Strings (MIT); what DOMPurify is tested with (MPL 2.0 or Apache 2.0); and
    the seeds of xss-filters' fuzzer, which are RSnake's cheat sheet that OWASP's filter-evasion
    list grew from (BSD).
    """
    naughty = json.loads(module("blns/resources/blns.json").read_text("utf-8"))
    fixtures = json.loads(module("dompurify/test/expect.json").read_text("utf-8"))
    seeds = module("xss-filters/tests/fuzz/bin/seed.xss").read_text("utf-8").splitlines()
    texts = [*naughty, *(fixture["payload"] for fixture in fixtures), *seeds]
    return list(dict.fromkeys(text for text in texts if text.strip()))
