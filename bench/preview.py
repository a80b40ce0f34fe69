"""From saving an article to the word that the open page gets: `make serve` without the browser."""

import json
import time
from threading import Thread

from bench.measure import Cost, FailedError
from bench.sides import CACHES, Site
from desk.live.builder import Builder
from desk.live.latest import Latest
from desk.serve import SETTINGS, follow

PATIENCE, REST = 600, 1.0


def measure_preview(site: Site, repeats: int) -> list[Cost]:
    """Save so many times, one after another. The seconds of computing are not known here.

    Raises bench.measure.FailedError where the preview has a fault.
    """
    site.clear()
    latest = Latest()
    settings = [f"{at.upper()}_CACHE={json.dumps(str(site.folder / at))}" for at in CACHES]
    settings += SETTINGS
    output = ["--fatal=warnings", "-o", str(site.folder / "output")]
    with Builder([str(site.content), *output, "-e", *settings]) as builder:
        watch = (builder, latest, "shown", [site.content])
        Thread(target=follow, args=watch, daemon=True).start()
        wait_for_build(latest, 0)
        costs = [save(site, latest, number) for number in range(repeats + 1)]
    return costs[1:]


def wait_for_build(latest: Latest, previous: int) -> int:
    number, outcome = latest.after(previous, PATIENCE)
    if number == previous or outcome.faults:
        raise FailedError(f"The preview says: {outcome}")
    return number


def save(site: Site, latest: Latest, number: int) -> Cost:
    time.sleep(REST)  # an editor reads before saving again; the next build has started ahead
    previous, start = latest.number, time.perf_counter()
    site.edit(number)
    wait_for_build(latest, previous)
    return Cost(time.perf_counter() - start, 0)
