"""The Nu HTML checker has nothing to say: no error, no warning, no info line."""

import json
import shutil
import subprocess
from collections import defaultdict
from itertools import filterfalse
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.missing import do_without
from tests.support.sample import ROOT

JAR = ROOT / "tests/html/node_modules/vnu-jar/build/dist/vnu.jar"
HOW = (
    "The Nu HTML checker is missing, or Java 17 for it. On Debian and Ubuntu:"
    " sudo apt install default-jre-headless npm && npm ci --prefix tests/html"
)
QUICK = ["-XX:TieredStopAtLevel=1", "-Xss8m"]  # half the time: one run is too short to optimize
# CSS that is newer than the checker, and what it is for.
NEWER = {
    "position-area": "sets the meaning of a term beside the term",
    "position-try-fallbacks": "sets it above where there is no room below",
}
# Blocks of JSON-LD are data and no scripts, which a policy leaves alone, as Chromium does:
# https://html.spec.whatwg.org/multipage/scripting.html#data-block
DATA = "Inline script violates Content Security Policy"
# It does not know of what host a page will be, and so not that its own files are from there.
OWN = (
    "Resource violates Content Security Policy (meta tag): image “/images/",
    "Resource violates Content Security Policy (meta tag): external script “/theme/search.",
)
PLANTED = "<!doctype html><html lang=en><title>Planted</title><p>One line<br/>and a style<style>p{colr:red}</style>"


def checked(*folders: Path) -> list[dict]:
    """Every message of the checker on the pages in folders.

    The form: https://github.com/validator/validator/wiki/Output-»-JSON
    """
    if not JAR.is_file() or not shutil.which("java"):
        do_without(HOW)
    options = ["--stdout", "--format", "json", "--skip-non-html"]
    done = subprocess.run(
        ["java", *QUICK, "-jar", str(JAR), *options, *folders],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]


def mistaken(message: dict) -> bool:
    """Whether it is about newer CSS, takes data for a script, or our pictures for another's."""
    said = message["message"]
    if said.startswith(DATA):
        return "application/ld+json" in message.get("extract", "")
    if said.startswith(OWN):
        return True
    return said.startswith("CSS:") and any(f"“{name}”" in said for name in NEWER)


@pytest.fixture(scope="module")
def messages(site, stretched, tmp_path_factory) -> dict[str, dict[str, list[str]]]:
    """What the checker says, in one run, of the collection, of awkward texts and of a bad page."""
    bad = tmp_path_factory.mktemp("bad")
    (bad / "planted.html").write_text(PLANTED)
    folders = {"collection": site.folder, "awkward": stretched.folder, "bad": bad}
    found = {name: defaultdict(list) for name in folders}
    for message in filterfalse(mistaken, checked(*folders.values())):
        path = Path(unquote(urlsplit(message["url"]).path))
        name = next(name for name, folder in folders.items() if path.is_relative_to(folder))
        said = f"{message['type']}: {message['message']}"
        found[name][said].append(f"{path.relative_to(folders[name])}:{message.get('lastLine')}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", ["collection", "awkward"])
def test_the_checker_has_nothing_to_say(messages, name):
    said = [f"{what} In: {', '.join(where)}" for what, where in messages[name].items()]
    assert not said, "\n".join(["", *said])


@pytest.mark.slow
def test_the_checker_would_say_it(messages):
    said = "\n".join(messages["bad"])
    assert "Trailing slash on void elements" in said
    assert "Property “colr” doesn't exist" in said


def test_what_is_newer_is_used():
    css = "".join(file.read_text("utf-8") for file in (ROOT / "theme/css").rglob("*.css"))
    assert [name for name in NEWER if name not in css] == []


def test_the_lock_names_hashes_and_no_host():
    lock = (ROOT / "tests/html/package-lock.json").read_text("utf-8")
    packages = json.loads(lock)["packages"]
    assert "://" not in lock
    assert len(packages) > 1
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
