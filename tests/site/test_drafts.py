"""Drafts are in the preview, marked and honest about what is not known, and nowhere else."""

import re

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from tests.support.properties import examples
from tests.support.sample import ARTICLE, SHOWN, SampleSite
from tests.support.site import Site, words

FULL = ARTICLE.replace("sound-story", "draft-story").replace(
    "kind: report\n",
    f"kind: report\n{SHOWN}\nstatus: draft\nneeds:\n  - Whose <b>ship</b> it is.\n",
)
BARE = "---\ntitle: Zyzzyva\nslug: zyzzyva\nstatus: draft\n---\nText.\n"
LINE = re.compile(r"^ *(?:- )?(\w+):.*\n(?:  - \w+\n)*", re.MULTILINE)
KEPT = {"title", "slug", "status", "needs", "source", "images"}
KEYS = [m for m in LINE.finditer(FULL) if m[1] not in KEPT]


def preview(sample: SampleSite) -> Site:
    sample.settings = {"SHOW_DRAFTS": True}
    sample.build()
    return Site(sample.output, "http://127.0.0.1:8000")


def without(lines: list[re.Match]) -> str:
    """The full draft without these lines; a key that begins a list entry only loses its value."""
    text = FULL
    for line in sorted(lines, key=lambda m: -m.start()):
        whole = line[0].lstrip().startswith("- ") and line[0].replace(" ship.jpg", "")
        text = text[: line.start()] + (whole or "") + text[line.end() :]
    return text


def test_a_bare_draft_is_in_the_preview_and_says_what_it_needs(sample):
    sample.write("articles/bare.md", BARE)
    page = preview(sample).pages["9999/01/zyzzyva/"]
    needs = [words(li).split(":")[0] for li in page.select(".draft__needs li")]
    assert needs == ["date", "tags", "summary", "dateline", "kind", "source", "author"]
    told = words(page.select_one("main"))
    for honest in (
        "Outlet not known yet",
        "date not known yet",
        "No tag yet",
        "Kind not known yet",
    ):
        assert honest in told
    assert "9999" not in told.replace("/9999/01/zyzzyva/", "")
    assert page.select(".citations, script[type='application/ld+json']") == []


def test_a_draft_is_marked_wherever_it_is_listed(sample):
    sample.write("articles/draft.md", FULL)
    site = preview(sample)
    page = site.pages["2023/06/draft-story/"]
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert [words(li) for li in page.select(".draft__needs li")] == ["Whose <b>ship</b> it is."]
    places = ["", "archive/", "2023/", "2023/06/", "tags/drills/", "outlets/the-example/"]
    unmarked = [
        path
        for path in [*places, "authors/ann-example/", "2023/06/sound-story/"]
        for link in site.pages[path].select('main a[href$="/draft-story/"]')
        if "Draft" not in words(link.parent)
    ]
    assert unmarked == []
    assert all(site.pages[path].select(".draft-mark") for path in places)
    assert "Draft: A sound headline" in site.text("atom.xml")


def test_what_is_published_is_not_marked(sample):
    sample.write("articles/bare.md", BARE)
    page = preview(sample).pages["2023/06/sound-story/"]
    assert page.select('.draft, meta[content="noindex"]') == []
    assert page.select(".story .draft-mark") == []


def test_a_draft_without_a_date_is_first(sample):
    sample.write("articles/bare.md", BARE)
    headlines = preview(sample).pages["archive/"].select(".card__headline")
    assert [words(headline) for headline in headlines] == ["Zyzzyva Draft", "A sound headline"]


def test_a_draft_can_lead_the_preview(sample):
    sample.write("articles/bare.md", BARE)
    sample.write("data/front.yaml", "lead: zyzzyva")
    assert words(preview(sample).pages[""].select_one(".lead__headline")) == "Zyzzyva Draft"


@given(st.sets(st.sampled_from(range(len(KEYS)))))
@examples(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_draft_lacks_it_is_shown(sample, lacking):
    sample.write("articles/draft.md", without([KEYS[i] for i in lacking]))
    pages = preview(sample).pages
    (told,) = [words(page) for path, page in pages.items() if path.endswith("/draft-story/")]
    needs = re.search("It still needs: (.*) Whose <b>ship", told)
    assert needs or {KEYS[i][1] for i in lacking} <= {"file", "alt"}  # either both or neither
    assert "None" not in told.replace("None printed", "")


@pytest.mark.parametrize("draft", [FULL, BARE], ids=["full", "bare"])
def test_outside_the_preview_no_byte_of_a_draft_is_published(sample, draft):
    sample.build()
    before = sample.published()
    changes = {
        "drills": "yotta",
        "Ann Example": "Zyzzyva",
        "The Example": "Zyzzyva",
        "A sound": "Zyzzyva",
    }
    for old, new in changes.items():
        draft = draft.replace(old, new)
    sample.write(
        "data/tags.yaml",
        "drills:\n  name: Drills\n  description: What drills are.\nyotta:\n  name: Zyzzyva\n  description: Zyzzyva.\n",
    )
    sample.write("articles/zyzzyva.md", draft)
    sample.build()
    assert sample.published() == before
