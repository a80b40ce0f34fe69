"""Medians, ratios, goals and the plot."""

from xml.etree import ElementTree as ET

from bench.measure import Cost
from bench.plot import plot
from bench.results import Results, ratio
from bench.tables import costs, goals


def some() -> Results:
    results = Results()
    results.costs["cold", "ours", 1_000] = [Cost(9, 9), Cost(2, 3), Cost(1, 1)]
    results.costs["cold", "stock", 1_000] = [Cost(10, 10)]
    return results


def test_a_ratio_needs_both_figures():
    assert ratio(1, 2) == 0.5
    assert [ratio(None, 2), ratio(1, None), ratio(1, 0)] == [None] * 3


def test_the_median_stands_in_the_table_with_its_ratio():
    assert "| cold | 1,000 | 2.00 s / 3.00 | 10.00 s / 10.00 |  | 0.20 |  |" in costs(
        some(), [1_000]
    )


def test_a_goal_is_met_or_not_or_was_not_measured():
    rows = goals(some()).splitlines()
    assert rows[2].endswith("| 0.40 | 0.20 | met |")
    assert rows[3].endswith("| not measured |")
    some_slower = some()
    some_slower.costs["cold", "ours", 1_000] = [Cost(5, 5)]
    assert "**not met**" in goals(some_slower)


def test_the_plot_is_xml_with_a_line_for_each_name():
    svg = ET.fromstring(plot({"one": [(100, 0.5), (1_000, 5)], "other": [(100, 1)]}))
    assert len(svg.findall("{*}polyline")) == 2
