"""Measure cold builds, one edit, no change, memory and the preview, and write RESULTS.md."""

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import CACHE, HERE, ROOT
from bench.cases import run_cases
from bench.plot import plot
from bench.results import Results
from bench.sides import PEERS
from bench.tables import comparison, costs, goals, others

HEAD = """\
# What a build costs

Made by `make bench` on {day}, on {machine}. The articles are synthetic, 900 words and 4 tags \
each. Every figure is the median of {repeats} runs of whole processes (beyond 1,000 articles of \
one) after one that does not count, the sides in turn; seconds by the clock, then of computing. \
Peers have no incremental build: their cold build stands in every row. Ours is the whole of it: \
contract, social cards, citations, data and the index of the search.

"""


def install_peers() -> None:
    """Install the peers, as locked, into an environment of their own."""
    lock = HERE / "requirements.txt"
    stamp = PEERS / "installed"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    install = [str(PEERS / "bin/python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
    subprocess.run([sys.executable, "-m", "venv", "--clear", PEERS], check=True)
    subprocess.run([*install, "--disable-pip-version-check", "-r", lock], check=True)
    stamp.write_bytes(lock.read_bytes())


def describe_machine() -> str:
    """The kind of machine: its system, processor, cores in use and Python."""
    text = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.split(":", 1)[1].strip() for line in text.splitlines() if "model name" in line]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    kind = f"{platform.system()} {platform.machine()}, {names[0] if names else 'unknown processor'}"
    return f"{kind}, {cores} cores, Python {platform.python_version()}"


def render_report(results: Results, sizes: list[int], repeats: int) -> str:
    head = HEAD.format(day=datetime.now(UTC).date(), machine=describe_machine(), repeats=repeats)
    parts = ["## The goals", goals(results), "## Seconds", costs(results, sizes)]
    parts += ["![Seconds against articles](RESULTS.svg)", "## Besides", others(results, sizes)]
    return head + "\n\n".join(parts) + "\n"


def plot_lines(results: Results, sizes: list[int]) -> dict[str, list[tuple[float, float]]]:
    """What is drawn: the sides' cold builds, and ours after one edit and after none."""
    cases = {"stock Pelican": ("cold", "stock"), "ours, cold": ("cold", "ours")}
    cases |= {"minimal Hugo": ("cold", "hugo"), "ours, one edit": ("one edit", "ours")}
    lines = {
        name: [(size, results.wall(*key, size)) for size in sizes if results.wall(*key, size)]
        for name, key in cases.items()
    }
    return {name: line for name, line in lines.items() if line}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", default="100 1000 10000", help="numbers of articles")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument(
        "--against",
        type=Path,
        default=os.environ.get("AGAINST"),
        help="another checkout: compare with it in one run, and write no RESULTS.md",
    )
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split()]
    CACHE.mkdir(parents=True, exist_ok=True)
    if arguments.against:
        results = run_cases(sizes, arguments.repeats, arguments.against.resolve())
        print(comparison(results, sizes))
        return
    install_peers()
    results = run_cases(sizes, arguments.repeats)
    text = render_report(results, sizes, arguments.repeats)
    print(text)
    (HERE / "RESULTS.md").write_text(text, "utf-8")
    (HERE / "RESULTS.svg").write_text(plot(plot_lines(results, sizes)), "utf-8")


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
