"""Charts count what is there."""

from graphics.chart import draw_chart


def test_the_chart_leaves_no_month_out_and_counts_every_article():
    articles = [((2022, 11), "A"), ((2023, 1), "A"), ((2023, 1), "B"), ((2024, 2), "B")]
    drawing = draw_chart(articles)
    assert (drawing.first, drawing.last, drawing.months, drawing.most) == (
        "November 2022",
        "February 2024",
        16,
        2,
    )
    assert drawing.strips[0].path == "M0 2v-1h.8v1zM2 2v-2h.8v2zM15 2v-1h.8v1z"
    assert [(s.name, s.count) for s in drawing.strips] == [("All outlets", 4), ("A", 2), ("B", 2)]
    assert drawing.years == "M2 0v1M14 0v1"
    assert (drawing.rows[0].name, drawing.rows[0].count) == ("February 2024", 1)
    assert sum(row.count for row in drawing.rows) == 4


def test_many_outlets_are_taken_together():
    drawing = draw_chart([((2023, 1), f"outlet {n}") for n in range(9)])
    assert [strip.name for strip in drawing.strips][-1] == "4 other outlets"
    assert sum(strip.count for strip in drawing.strips[1:]) == 9


def test_no_articles_make_no_chart():
    assert draw_chart([]) is None
