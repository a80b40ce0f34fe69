"""Ask every address that articles and pages link to whether it still answers.

Ends with 1 where a link is dead or nothing could be reached; a host that gives no answer, or turns
the checker away, is told and fails nothing. What answers is noted in links.json with the day.
"""

import argparse
import sys
from datetime import UTC, datetime

from contract import Fault
from contract.faults import quantity
from desk.findings import as_text, findings
from desk.last_good import read, remember
from desk.lychee import Answer, ask
from desk.newsroom import ROOT, collection
from desk.outside_links import OutsideLink, outside_links

LAST_GOOD = ROOT / "links.json"
NONE = Answer(None, "it was not asked")


def sentence(url: str, answer: Answer, day: str | None) -> str:
    """What to say of an address that did not simply answer; `day` is the last good one."""
    seen = f"last good on {day}" if day else "never seen to answer"
    if answer.good:
        return f'"{url}" has moved to "{answer.moved_to}" - write the new address'
    if answer.dead:
        cure = "find where the page is now, or take the link out"
        return f'"{url}" is dead ({answer.words}), {seen} - {cure}'
    if answer.code is None or answer.code >= 500:
        cure = "try again later, or look at it in a browser"
        return f'"{url}" gives no answer ({answer.words}), {seen} - {cure}'
    return f'"{url}" turns the checker away ({answer.words}), {seen} - look at it in a browser'


def sorted_out(
    links: list[OutsideLink], answers: dict[str, Answer], days: dict[str, str]
) -> tuple[list[Fault], list[Fault]]:
    """The dead links, and those on which there is something to say."""
    dead, rest = [], []
    for link in links:
        answer = answers.get(link.url, NONE)
        if not answer.good or answer.moved_to:
            words = sentence(link.url, answer, days.get(link.url))
            (dead if answer.dead else rest).append(Fault(link.file, link.line, words))
    return dead, rest


def told(dead: list[Fault], rest: list[Fault]) -> list[str]:
    """The dead links, then those to look at, each under a heading."""
    headings = {"Dead:": dead, "To look at:": rest}
    return [f"{h}\n\n{as_text(findings(ROOT, found))}" for h, found in headings.items() if found]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk check-links", description=__doc__)
    parser.add_argument("--timeout", type=int, default=20, help="seconds to wait for an answer")
    timeout, inspected = parser.parse_args().timeout, collection()
    if inspected.faults:
        sys.exit("There are faults in the collection - cure what `make check` names first.")
    links = outside_links(inspected)
    urls = sorted({link.url for link in links})
    try:
        days = read(LAST_GOOD)
        answers = ask(urls, timeout)
    except (FileNotFoundError, RuntimeError, ValueError) as error:
        sys.exit(str(error))
    good = {url for url, answer in answers.items() if answer.good}
    if urls and all(answers.get(url, NONE).code is None for url in urls):
        sys.exit(f"None of {len(urls)} addresses could be reached - is this machine online?")
    remember(LAST_GOOD, urls, good, f"{datetime.now(UTC):%Y-%m-%d}")
    dead, rest = sorted_out(links, answers, days)
    asked = quantity(len(urls), "address", "addresses")
    count = f"{asked}: {len(good)} good; {quantity(len(dead), 'dead link')}."
    print("\n\n".join([*told(dead, rest), count]))
    sys.exit(bool(dead))
