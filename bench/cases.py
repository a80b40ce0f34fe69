"""The cases, in the order in which they are run: the sides in turn, so that noise meets all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench import CACHE, ROOT
from bench.measure import memory, run
from bench.preview import time_saves
from bench.results import Results
from bench.sides import Site, collection

PEER_SIDES = ("stock", "hugo")
LARGE = 1_000  # collections beyond are not previewed here, and built fewer times


def run_cases(sizes: list[int], repeats: int, other: Path | None = None) -> Results:
    """Run all cases, or only ours and those of the `other` checkout.

    Raises bench.measure.FailedError where a build fails.
    """
    results = Results()
    if not other:
        run_collection(results, repeats)
    for size in sizes:
        peers = [Site("other", size, other)] if other else [Site(side, size) for side in PEER_SIDES]
        sites = [Site("ours", size), *peers]
        run_size(sites, repeats if size <= LARGE else 1, results)
        if size <= LARGE and not other:
            results.costs["serve", "ours", size] = time_saves(sites[0], repeats)
        for site in sites:
            shutil.rmtree(site.folder)
    return results


def run_size(sites: list[Site], turns: int, results: Results) -> None:
    """Build sites of one size in turn, after one turn that does not count."""
    for site in sites:
        site.make()
    for turn in range(turns + 1):
        print(f"{sites[0].size:,} articles, turn {turn} of {turns}", flush=True)
        for site in sites:
            for case, cost in run_turn(site, turn, results):
                if turn:
                    results.costs[case, site.side, site.size].append(cost)
    for site in sites:
        site.clear()
        results.memory["cold", site.side, site.size] = memory(site.command, site.checkout)


def run_turn(site: Site, turn: int, results: Results) -> Iterator[tuple]:
    """A cold build; of ours also one after an edit, and one after nothing."""
    site.clear()
    yield "cold", run(site.command, site.checkout)
    if site.side not in PEER_SIDES:
        site.edit(turn)
        yield "one edit", run(site.command, site.checkout)
        before = stamps(site.output)
        yield "no change", run(site.command, site.checkout)
        if site.side == "ours":
            results.writes[site.size] = len(stamps(site.output) - before)


def stamps(folder: Path) -> set[tuple]:
    """Every file with what changes when it is written."""
    files = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {(path, stat.st_ino, stat.st_mtime_ns) for path, stat in files}


def run_collection(results: Results, repeats: int) -> None:
    """The articles of this site, and stock Pelican without any."""
    empty = Site("stock", 0)
    empty.make()
    for turn in range(repeats + 1):
        shutil.rmtree(CACHE / "collection", ignore_errors=True)
        empty.clear()
        costs = run(collection(), ROOT), run(empty.command, ROOT)
        if turn:
            results.costs["collection", "ours", 0].append(costs[0])
            results.costs["empty", "stock", 0].append(costs[1])
