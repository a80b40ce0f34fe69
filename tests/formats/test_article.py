import pytest

from formats.article import byline

OUTLET = ("The Example", "outlets/the-example/")
ANN, BO, CY = (("Ann", "authors/ann/"), ("Bo", "authors/bo/"), ("Cy", "authors/cy/"))


@pytest.mark.parametrize(
    ("kind", "people", "agency", "expected"),
    [
        ("report", [ANN], "", "Reported by Ann for The Example"),
        ("report", [ANN, BO], "", "Reported by Ann and Bo for The Example"),
        ("report", [ANN, BO, CY], "", "Reported by Ann, Bo and Cy for The Example"),
        ("report", [], "", "Reported by The Example; author unknown"),
        ("report", [], "Reuters", "Reported by Reuters for The Example"),
        ("report", [OUTLET], "", "Reported by The Example"),
        ("analysis", [ANN], "", "Analysis by Ann for The Example"),
        ("statement", [ANN], "", "Statement by Ann, published by The Example"),
        ("statement", [OUTLET], "", "Statement by The Example"),
    ],
)
def test_a_byline_says_who_and_for_whom(kind, people, agency, expected):
    assert "".join(text for text, _ in byline(kind, people, OUTLET, agency)) == expected


def test_names_link_to_their_pages():
    assert byline("report", [ANN], OUTLET)[1::2] == [ANN, OUTLET]
