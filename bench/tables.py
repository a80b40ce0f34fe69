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
            peer_cells = [
                seconds(results.wall("cold", side, size), results.cpu("cold", side, size))
                for side in ("stock", "hugo")
            ]
            row = [words, f"{size:,}", seconds(ours, results.cpu(case, "ours", size)), *peer_cells]
            rows.append(row + [figure(ratio(ours, peer)) for peer in peers])
    return table(rows)


def comparison(results: Results, sizes: list[int]) -> str:
    """Seconds of every case here and in the other checkout, and their ratio."""
    rows = [["case", "articles", "ours", "the other checkout", "to the other"]]
    for case in ("cold", "one edit", "no change"):
        for size in sizes:
            walls = [results.wall(case, side, size) for side in ("ours", "other")]
            cells = [
                seconds(wall, results.cpu(case, side, size))
                for side, wall in zip(("ours", "other"), walls, strict=True)
            ]
            rows.append([case, f"{size:,}", *cells, figure(ratio(*walls))])
    return table(rows)


def others(results: Results, sizes: list[int]) -> str:
    """Memory of cold builds, and the real collection beside an empty site."""
    rows = [["memory of a cold build, MB", "ours", "stock Pelican", "minimal Hugo"]]
    for size in sizes:
        memory = [results.memory.get(("cold", side, size)) for side in ("ours", "stock", "hugo")]
        if any(memory):
            rows.append([f"{size:,} articles", *(f"{(b or 0) / 1e6:.0f}" for b in memory)])
    ours = seconds(results.wall("collection", "ours", 0), results.cpu("collection", "ours", 0))
    empty = seconds(results.wall("empty", "stock", 0), results.cpu("empty", "stock", 0))
    sentence = f"The real collection, cold: {ours}. An empty stock Pelican site: {empty}."
    return f"{table(rows)}\n\n{sentence}" if ours else table(rows)


def goals(results: Results) -> str:
    """Every goal with its figure; those that were not measured say so."""
    rows = [["goal", "at most", "measured", ""]]
    for goal in GOALS:
        value = goal.figure(results)
        verdict = (
            "not measured" if value is None else "met" if value <= goal.most else "**not met**"
        )
        rows.append([goal.words, figure(goal.most, goal.unit), figure(value, goal.unit), verdict])
    return table(rows)
