"""The cases, in the order in which they are run: the sides in turn, so that noise meets all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench import ROOT, WORKSHOP
from bench.measure import memory, run
from bench.preview import time_saves
from bench.results import Results
from bench.sides import Site, collection

SIDES = ("ours", "stock", "hugo")
LARGE = 1_000  # collections beyond are not previewed here, and built fewer times


def measured(sizes: list[int], repeats: int) -> Results:
    """Run all cases. Raises bench.measure.FailedError where a build fails."""
    results = Results()
    beside_nothing(results, repeats)
    for size in sizes:
        sites = [Site(side, size) for side in SIDES]
        for site in sites:
            site.make()
        turns = repeats if size <= LARGE else 1
        for turn in range(turns + 1):
            print(f"{size:,} articles, turn {turn} of {turns}", flush=True)
            for site in sites:
                for case, cost in turned(site, turn, results):
                    if turn:
                        results.costs[case, site.side, size].append(cost)
        for site in sites:
            site.forget()
            results.memory["cold", site.side, size] = memory(site.command, ROOT)
        if size <= LARGE:
            results.costs["serve", "ours", size] = time_saves(sites[0], repeats)
        for site in sites:
            shutil.rmtree(site.folder)
    return results


def turned(site: Site, turn: int, results: Results) -> Iterator[tuple]:
    """A cold build; of ours also one after an edit, and one after nothing."""
    site.forget()
    yield "cold", run(site.command, ROOT)
    if site.side == "ours":
        site.edit(turn)
        yield "one edit", run(site.command, ROOT)
        before = stamps(site.output)
        yield "no change", run(site.command, ROOT)
        results.written[site.size] = len(stamps(site.output) - before)


def stamps(folder: Path) -> set[tuple]:
    """Every file with what changes when it is written."""
    files = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {(path, stat.st_ino, stat.st_mtime_ns) for path, stat in files}


def beside_nothing(results: Results, repeats: int) -> None:
    """The articles of this site, and stock Pelican without any."""
    empty = Site("stock", 0)
    empty.make()
    for turn in range(repeats + 1):
        shutil.rmtree(WORKSHOP / "collection", ignore_errors=True)
        empty.forget()
        costs = run(collection(), ROOT), run(empty.command, ROOT)
        if turn:
            results.costs["collection", "ours", 0].append(costs[0])
            results.costs["empty", "stock", 0].append(costs[1])
