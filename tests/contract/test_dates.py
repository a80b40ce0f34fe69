"""Dates that are partial, guessed or at odds."""

import pytest

from tests.contract.spoiling import X, add, date, refused, source

WHEN = "write a whole ISO 8601 date such as 2023-06-03"

FAULTS = {
    **{
        f"date {value}": (date(value), f'{X}:4: "date" cannot be "{value}"')
        for value in (
            "2026-13-45",
            "2026-02-30",
            "2023-06-03T25:00+09:00",
            "2023-06-03T10:00+99:00",
        )
    },
    **{
        f"date {value}": (date(value), f'{X}:4: "date" cannot be "{value}" - {WHEN}')
        for value in (
            "yesterday-ish",
            "2024",
            "2024-03",
            "March 2024",
            "Friday",
            "1685776380",
            "10000-01-01",
            "03/04/2024",
            "03.02.26",
            "20230603",
            "2023-W22-6",
            "2026-02-03 10:00 EDT",
            "2023-6-3",
        )
    },
    "date empty": (date(""), f'{X}:4: empty "date"'),
    "date without zone": (date("2023-06-03 16:53"), f'{X}:4: "date" has a time but no zone'),
    "published differs": (
        source("published: 2023-06-03", "published: 2023-06-04"),
        f'{X}:15: "source.published" and "date" differ',
    ),
    "published unknown": (
        source("published: 2023-06-03", "published: unknown"),
        f'{X}:15: "source.published" is unknown: say in "source.published_note"',
    ),
    "modified alone": (
        add("modified: 2023-06-05"),
        f'{X}:11: "modified" is 2023-06-05 but no entry of "corrections"',
    ),
    "modified nonsense": (add("modified: notadate"), f'{X}:11: "modified" cannot be "notadate"'),
    "modified too early": (
        add("modified: 2023-06-01\ncorrections:\n  - date: 2023-06-01\n    note: x"),
        f'{X}:11: "modified" 2023-06-01 is before "date"',
    ),
    "correction alone": (
        add("corrections:\n  - date: 2023-06-05\n    note: A name."),
        f'{X}:11: "modified" must be the day of the newest correction: write modified: 2023-06-05',
    ),
    "correction without note": (
        add("modified: 2023-06-05\ncorrections:\n  - date: 2023-06-05"),
        f'{X}:13: missing key "corrections.1.note"',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
