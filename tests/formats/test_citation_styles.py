"""Golden references: what each style makes of each case."""

import pytest

from formats.citations import apa, chicago, mla
from tests.support.citations import item, line

URL = "https://example.com/a"
OFFICE = "Ministry of Defense, Republic of Korea"

GOLDEN = {
    "one author, never turned around": (
        item("Ji Da-gyum"),
        f"Ji Da-gyum. (2023, June 3). Three sign. *The Example*. {URL}",
        f"Ji Da-gyum. “Three sign.” *Example*, June 3, 2023. {URL}.",
        f"Ji Da-gyum. “Three sign.” *The Example*, 3 June 2023, {URL}.",
    ),
    "two authors": (
        item("지다겸", "山田太郎", issued={"date-parts": [[2022, 11, 14]]}),
        f"지다겸 & 山田太郎. (2022, November 14). Three sign. *The Example*. {URL}",
        f"지다겸 and 山田太郎. “Three sign.” *Example*, November 14, 2022. {URL}.",
        f"지다겸 and 山田太郎. “Three sign.” *The Example*, 14 Nov. 2022, {URL}.",
    ),
    "three authors": (
        item("Ann Lee", "Bo", "Cy D.", issued={"date-parts": [[2022, 9, 1]]}),
        f"Ann Lee, Bo, & Cy D. (2022, September 1). Three sign. *The Example*. {URL}",
        f"Ann Lee, Bo, and Cy D. “Three sign.” *Example*, September 1, 2022. {URL}.",
        f"Ann Lee, et al. “Three sign.” *The Example*, 1 Sept. 2022, {URL}.",
    ),
    "no author": (
        item(),
        f"Three sign. (2023, June 3). *The Example*. {URL}",
        f"*Example*. “Three sign.” June 3, 2023. {URL}.",
        f"“Three sign.” *The Example*, 3 June 2023, {URL}.",
    ),
    "the newspaper itself": (
        item("The Example"),
        f"The Example. (2023, June 3). *Three sign*. {URL}",
        f"The Example. “Three sign.” June 3, 2023. {URL}.",
        f"“Three sign.” *The Example*, 3 June 2023, {URL}.",
    ),
    "an office on its own site": (
        item(OFFICE, type="webpage", genre="Official statement", container_title=OFFICE),
        f"{OFFICE}. (2023, June 3). *Three sign* [Official statement]. {URL}",
        f"{OFFICE}. “Three sign.” June 3, 2023. {URL}.",
        f"“Three sign.” *{OFFICE}*, 3 June 2023, {URL}.",
    ),
    "an office elsewhere": (
        item(OFFICE, type="webpage", genre="Official statement", container_title="The Wire"),
        f"{OFFICE}. (2023, June 3). *Three sign* [Official statement]. The Wire. {URL}",
        f"{OFFICE}. “Three sign.” The Wire, June 3, 2023. {URL}.",
        f"{OFFICE}. “Three sign.” *The Wire*, 3 June 2023, {URL}.",
    ),
    "unknown headline and day": (
        item(title="[Report with unknown headline]", issued=None, language="ko"),
        f"[Report with unknown headline]. (n.d.). *The Example*. {URL}",
        f"*Example*. [Report with unknown headline]. n.d. {URL}.",
        f"[Report with unknown headline]. *The Example*, {URL}.",
    ),
    "unknown day": (
        item("Ann Lee", issued=None),
        f"Ann Lee. (n.d.). Three sign. *The Example*. {URL}",
        f"Ann Lee. “Three sign.” *Example*, n.d. {URL}.",
        f"Ann Lee. “Three sign.” *The Example*, {URL}.",
    ),
    "an analysis that asks": (
        item("Ann Lee", title="Who signs?", genre="Analysis"),
        f"Ann Lee. (2023, June 3). Who signs? [Analysis]. *The Example*. {URL}",
        f"Ann Lee. “Who signs?” *Example*, June 3, 2023. {URL}.",
        f"Ann Lee. “Who signs?” *The Example*, 3 June 2023, {URL}.",
    ),
    "quotations in the headline": (
        item(title='They "sign", and “seal”!', container_title="Example Inc."),
        f'They "sign", and “seal”! (2023, June 3). *Example Inc.* {URL}',
        f"*Example Inc.* “They 'sign', and \u2018seal\u2019!” June 3, 2023. {URL}.",
        f"“They 'sign', and \u2018seal\u2019!” *Example Inc.*, 3 June 2023, {URL}.",
    ),
    "read on another site": (
        item("Ann Lee", source="A Network"),
        f"Ann Lee. (2023, June 3). Three sign. *The Example*. {URL}",
        f"Ann Lee. “Three sign.” *Example*, June 3, 2023. A Network. {URL}.",
        f"Ann Lee. “Three sign.” *The Example*, 3 June 2023. *A Network*, {URL}.",
    ),
}


@pytest.mark.parametrize(("cited", "in_apa", "in_chicago", "in_mla"), GOLDEN.values(), ids=GOLDEN)
def test_a_reference_is_as_its_style_wants_it(cited, in_apa, in_chicago, in_mla):
    assert line(apa(cited)) == in_apa
    assert line(chicago(cited)) == in_chicago
    assert line(mla(cited)) == in_mla


def test_of_many_authors_some_are_named():
    six, seven = (item(*"ABCDEFG"[:n]) for n in (6, 7))
    assert line(chicago(six)).startswith("A, B, C, D, E, and F. ")
    assert line(chicago(seven)).startswith("A, B, C, et al. ")
    twenty, more = (item(*(f"N{i}" for i in range(1, n + 1))) for n in (20, 22))
    assert line(apa(twenty)).startswith("N1, N2, N3") and "N19, & N20. (2023" in line(apa(twenty))
    assert "N18, N19, . . . N22. (2023" in line(apa(more))


def test_months_are_as_mla_shortens_them():
    days = [line(mla(item(issued={"date-parts": [[2023, n, 3]]}))).split()[5] for n in range(1, 13)]
    assert " ".join(days) == "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."


@pytest.mark.parametrize("style", [apa, chicago, mla])
def test_a_foreign_headline_carries_its_language(style):
    assert [p.text for p in style(item(title="셋", language="ko")) if p.lang == "ko"] == ["셋"]
    assert [p for p in style(item(language="en-GB")) if p.lang] == []
    assert [p for p in style(item(title="[Report]", language="ko")) if p.lang] == []
