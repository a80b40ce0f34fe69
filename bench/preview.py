"""From saving an article to the news that the open page gets: `make serve` without the browser."""

import json
import time
from threading import Thread

from bench.measure import Cost, FailedError
from bench.sides import CACHES, Site
from desk.preview.builder import Builder, OutcomeFeed
from desk.serve import SETTINGS, follow

PATIENCE, REST = 600, 1.0


def time_saves(site: Site, repeats: int) -> list[Cost]:
    """Save so many times, one after another. The seconds of computing are not known here.

    Raises bench.measure.FailedError where the preview has a fault.
    """
    site.clear()
    feed = OutcomeFeed()
    settings = [f"{at.upper()}_CACHE={json.dumps(str(site.folder / at))}" for at in CACHES]
    settings += SETTINGS
    output = ["--fatal=warnings", "-o", str(site.folder / "output")]
    with Builder([str(site.content), *output, "-e", *settings]) as builder:
        arguments = (builder, feed, "built", [site.content], [])
        Thread(target=follow, args=arguments, daemon=True).start()
        wait_beyond(feed, 0)
        costs = [time_save(site, feed, number) for number in range(repeats + 1)]
    return costs[1:]


def wait_beyond(feed: OutcomeFeed, number: int) -> None:
    latest, outcome = feed.wait_beyond(number, PATIENCE)
    if latest == number or outcome.faults:
        raise FailedError(f"The preview says: {outcome}")


def time_save(site: Site, feed: OutcomeFeed, number: int) -> Cost:
    time.sleep(REST)  # an editor reads before saving again; the former build has ended
    former, start = feed.number, time.perf_counter()
    site.edit(number)
    wait_beyond(feed, former)
    return Cost(time.perf_counter() - start, 0)
