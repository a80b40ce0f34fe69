"""Measure cold builds, one edit, no change, memory and the preview, and write RESULTS.md."""

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import HERE, ROOT, WORKSHOP
from bench.cases import measured
from bench.plot import plot
from bench.results import Results
from bench.sides import PEERS
from bench.tables import costs, goals, others

HEAD = """\
# What a build costs

Made by `make bench` on {day}, on {machine}. The articles are synthetic, 900 words and 4 tags \
each. Every figure is the median of {repeats} runs of whole processes (beyond 1,000 articles of \
one) after one that does not count, the sides in turn; seconds by the clock, then of computing. \
Peers have no incremental build: their cold build stands in every row. Ours is the whole of it: \
contract, social cards, citations, data and the index of the search.

"""


def peers() -> None:
    """Install the peers, as locked, into an environment of their own."""
    lock = HERE / "requirements.txt"
    done = PEERS / "installed"
    if done.exists() and done.read_bytes() == lock.read_bytes():
        return
    install = [str(PEERS / "bin/python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
    subprocess.run([sys.executable, "-m", "venv", "--clear", PEERS], check=True)
    subprocess.run([*install, "--disable-pip-version-check", "-r", lock], check=True)
    done.write_bytes(lock.read_bytes())


def machine() -> str:
    """The kind of machine: its system, processor, cores in use and Python."""
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.split(":", 1)[1].strip() for line in told.splitlines() if "model name" in line]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    kind = f"{platform.system()} {platform.machine()}, {names[0] if names else 'unknown processor'}"
    return f"{kind}, {cores} cores, Python {platform.python_version()}"


def report(results: Results, sizes: list[int], repeats: int) -> str:
    head = HEAD.format(day=datetime.now(UTC).date(), machine=machine(), repeats=repeats)
    parts = ["## The goals", goals(results), "## Seconds", costs(results, sizes)]
    parts += ["![Seconds against articles](RESULTS.svg)", "## Besides", others(results, sizes)]
    return head + "\n\n".join(parts) + "\n"


def lines(results: Results, sizes: list[int]) -> dict[str, list[tuple[float, float]]]:
    """What is drawn: the sides' cold builds, and ours after one edit and after none."""
    shown = {"stock Pelican": ("cold", "stock"), "ours, cold": ("cold", "ours")}
    shown |= {"minimal Hugo": ("cold", "hugo"), "ours, one edit": ("one edit", "ours")}
    told = {
        name: [(size, results.wall(*key, size)) for size in sizes if results.wall(*key, size)]
        for name, key in shown.items()
    }
    return {name: line for name, line in told.items() if line}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", default="100 1000 10000", help="numbers of articles")
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split()]
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    peers()
    results = measured(sizes, arguments.repeats)
    told = report(results, sizes, arguments.repeats)
    print(told)
    (HERE / "RESULTS.md").write_text(told, "utf-8")
    (HERE / "RESULTS.svg").write_text(plot(lines(results, sizes)), "utf-8")


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
