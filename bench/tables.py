"""The results as Markdown."""

from bench.results import GOALS, Results, ratio

CASES = {"cold": "cold", "one edit": "one edit", "no change": "no change", "serve": "save to page"}


def seconds(wall: float | None, cpu: float | None) -> str:
    """By the clock, and of computing behind a slash where that was measured."""
    if wall is None:
        return ""
    return f"{wall:.2f} s" + (f" / {cpu:.2f}" if cpu else "")


def figure(number: float | None, unit: str = "") -> str:
    return "" if number is None else f"{number:.2f}".removesuffix(".00") + unit


def table(rows: list[list[str]]) -> str:
    """A Markdown table; the first row has the heads."""
    first, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([first, "|" + " --- |" * len(rows[0]), *rest])


def costs(results: Results, sizes: list[int]) -> str:
    """Seconds of every case and side, with the ratios to stock Pelican and Hugo."""
    rows = [["case", "articles", "ours", "stock Pelican", "minimal Hugo", "to stock", "to Hugo"]]
    for case, words in CASES.items():
        for size in sizes:
            ours = results.wall(case, "ours", size)
            if ours is None:
                continue
            peers = [results.wall("cold", side, size) for side in ("stock", "hugo")]
            shown = [
                seconds(results.wall("cold", side, size), results.cpu("cold", side, size))
                for side in ("stock", "hugo")
            ]
            told = [words, f"{size:,}", seconds(ours, results.cpu(case, "ours", size)), *shown]
            rows.append(told + [figure(ratio(ours, peer)) for peer in peers])
    return table(rows)


def others(results: Results, sizes: list[int]) -> str:
    """Memory of cold builds, and the real collection beside an empty site."""
    rows = [["memory of a cold build, MB", "ours", "stock Pelican", "minimal Hugo"]]
    for size in sizes:
        held = [results.memory.get(("cold", side, size)) for side in ("ours", "stock", "hugo")]
        if any(held):
            rows.append([f"{size:,} articles", *(f"{(b or 0) / 1e6:.0f}" for b in held)])
    ours = seconds(results.wall("collection", "ours", 0), results.cpu("collection", "ours", 0))
    empty = seconds(results.wall("empty", "stock", 0), results.cpu("empty", "stock", 0))
    told = f"The real collection, cold: {ours}. An empty stock Pelican site: {empty}."
    return f"{table(rows)}\n\n{told}" if ours else table(rows)


def goals(results: Results) -> str:
    """Every goal with its figure; those that were not measured say so."""
    rows = [["goal", "at most", "measured", ""]]
    for goal in GOALS:
        told = goal.figure(results)
        verdict = "not measured" if told is None else "met" if told <= goal.most else "**not met**"
        rows.append([goal.words, figure(goal.most, goal.unit), figure(told, goal.unit), verdict])
    return table(rows)
