"""Ask every address that articles and pages link to whether it still answers.

Ends with 1 where a link is dead or nothing could be reached; a host that gives no answer, or turns
the checker away, is reported and fails nothing. What answers is noted in links.json with the day.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bs4 import BeautifulSoup

from contract import Collection, Document, Fault
from contract.faults import Trail, quantity
from desk import ROOT
from desk.findings import format_text, to_findings
from desk.lychee import Answer, ask
from desk.project import load_collection

LAST_GOOD = ROOT / "links.json"  # the last day on which each link answered; it is committed
NONE = Answer(None, "it was not asked")
OUTSIDE = ("http://", "https://")


@dataclass(frozen=True, order=True)
class OutsideLink:
    """An http(s) address and where it is written."""

    file: str
    line: int
    url: str


def find_outside_links(collection: Collection) -> list[OutsideLink]:
    """Every address in metadata and texts, drafts among them, in the order of files and lines."""
    texts = [d for path, d in collection.documents.items() if path.endswith(".md")]
    return sorted({link for d in texts for link in (*_in_metadata(d), *_in_text(d))})


def _in_metadata(document: Document) -> Iterator[OutsideLink]:
    for trail, value in _leaves(document.metadata):
        if value.lower().startswith(OUTSIDE) and " " not in value:
            yield OutsideLink(document.place.path, document.place.into(*trail).line, value)


def _leaves(value: object, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """Every text in nested metadata with the trail of keys that leads to it."""
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*trail, key))


def _in_text(document: Document) -> Iterator[OutsideLink]:
    """Links that Markdown made of the text; the captions of pictures repeat metadata."""
    soup = BeautifulSoup(document.html, "lxml")
    for caption in soup("figcaption"):
        caption.decompose()
    for url in {a["href"] for a in soup("a", href=True)}:
        if url.lower().startswith(OUTSIDE):
            lines = [n for n, line in enumerate(document.body.split("\n")) if url in line] or [0]
            for line in lines:
                yield OutsideLink(document.place.path, document.body_line + line, url)


def read_days(file: Path) -> dict[str, str]:
    """The day, as in 2026-11-22, by address. Raises ValueError where the file is damaged."""
    if not file.exists():
        return {}
    try:
        days = json.loads(file.read_text("utf-8"))
        if not isinstance(days, dict):
            raise ValueError("not an object")
    except ValueError as error:
        raise ValueError(
            f"{file.name} is damaged: {error} - restore it with git, or delete it"
        ) from None
    return days


def write_days(file: Path, days: dict[str, str]) -> None:
    """Replace the file at once, so that it is whole whatever happens."""
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(days, indent=1, ensure_ascii=False) + "\n", "utf-8")
    os.replace(fresh, file)  # noqa: PTH105 - Path.replace has no better name for it


def describe(url: str, answer: Answer, day: str | None) -> str:
    """What to say of an address that did not simply answer; `day` is the last good one."""
    history = f"last good on {day}" if day else "never seen to answer"
    if answer.good:
        return f'"{url}" has moved to "{answer.moved_to}" - write the new address'
    if answer.dead:
        cure = "find where the page is now, or take the link out"
        return f'"{url}" is dead ({answer.words}), {history} - {cure}'
    if answer.code is None or answer.code >= 500:
        cure = "try again later, or look at it in a browser"
        return f'"{url}" gives no answer ({answer.words}), {history} - {cure}'
    return f'"{url}" turns the checker away ({answer.words}), {history} - look at it in a browser'


def judge(
    links: list[OutsideLink], answers: dict[str, Answer], days: dict[str, str]
) -> tuple[list[Fault], list[Fault]]:
    """The dead links, and those on which there is something to say."""
    dead, rest = [], []
    for link in links:
        answer = answers.get(link.url, NONE)
        if not answer.good or answer.moved_to:
            message = describe(link.url, answer, days.get(link.url))
            (dead if answer.dead else rest).append(Fault(link.file, link.line, message))
    return dead, rest


def format_report(dead: list[Fault], rest: list[Fault]) -> list[str]:
    """The dead links, then those to look at, each under a heading."""
    blocks = {"Dead:": dead, "To look at:": rest}
    return [
        f"{h}\n\n{format_text(to_findings(ROOT, faults))}" for h, faults in blocks.items() if faults
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk check-links", description=__doc__)
    parser.add_argument("--timeout", type=int, default=20, help="seconds to wait for an answer")
    timeout, collection = parser.parse_args().timeout, load_collection()
    if collection.faults:
        sys.exit("There are faults in the collection - cure what `make check` names first.")
    links = find_outside_links(collection)
    urls = sorted({link.url for link in links})
    try:
        days = read_days(LAST_GOOD)
        answers = ask(urls, timeout)
    except (FileNotFoundError, RuntimeError, ValueError) as error:
        sys.exit(str(error))
    good = {url for url, answer in answers.items() if answer.good}
    if urls and all(answers.get(url, NONE).code is None for url in urls):
        sys.exit(f"None of {len(urls)} addresses could be reached - is this machine online?")
    today = dict.fromkeys(good, f"{datetime.now(UTC):%Y-%m-%d}")
    write_days(LAST_GOOD, {u: day for u in urls if (day := (days | today).get(u))})
    dead, rest = judge(links, answers, days)
    total = quantity(len(urls), "address", "addresses")
    summary = f"{total}: {len(good)} good; {quantity(len(dead), 'dead link')}."
    print("\n\n".join([*format_report(dead, rest), summary]))
    sys.exit(bool(dead))
