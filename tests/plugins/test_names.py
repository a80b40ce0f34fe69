"""Which marks of names become links, and what is told of a name."""

from types import SimpleNamespace

import pytest
from markdown import Markdown

from contract.names import Names
from contract.terms import Terms
from formats.dates import format_partial
from formats.names import KINDS, Name, position, tenure
from formats.schema_org import name_data, subjects
from formats.text import SITE
from plugins.names import MOST_BESIDE, beside, by_kind

REGISTRY = {"jeju": {"kind": "place"}, "ann": {"kind": "person"}, "usfk": {"kind": "organisation"}}
GLOSSARY = {"usfk": {"term": "USFK", "also": ["US Forces Korea"]}}
JEJU = f'<a class="name" href="{SITE}/places/jeju/">'
ANN = f'<a class="name" href="{SITE}/people/ann/">'
MARK = '<button aria-label="What {0} means" popovertarget="term-usfk" type="button"></button>'


def rendered(text: str, glossary=None, *, wanted=True):
    """The HTML of a Markdown text, its names, its faults, and the links of terms that are names."""
    names, terms, faults = Names(REGISTRY), Terms(glossary or {}), []
    md = Markdown(extensions=["contract.markdown"])
    md.treeprocessors.register(names, "names", -1)
    md.treeprocessors.register(terms, "terms", -2)
    names.begin(lambda _words, message: faults.append(message), enabled=wanted)
    terms.begin(enabled=wanted)
    return md.convert(text), [*names.pages], faults, terms.links


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("By [Ann](name:ann).", f"<p>By {ANN}Ann</a>.</p>"),
        ("[Jeju](name:jeju), [Jeju](name:jeju).", f"<p>{JEJU}Jeju</a>, Jeju.</p>"),
        (
            "[Jeju](name:jeju) and *on* [the *isle*](name:jeju) *too*",
            f"<p>{JEJU}Jeju</a> and <em>on</em> the <em>isle</em> <em>too</em></p>",
        ),
        ("*[J](name:jeju)* [J](name:jeju)", f"<p><em>{JEJU}J</a></em> J</p>"),
        ("## [J](name:jeju)\n\n[J](name:jeju)", f"<h2>J</h2>\n<p>{JEJU}J</a></p>"),
        ("## *[J](name:jeju)*", "<h2><em>J</em></h2>"),
        ("[J][1] and `[J](name:jeju)`\n\n[1]: name:jeju 'Title'",
         f"<p>{JEJU}J</a> and <code>[J](name:jeju)</code></p>"),
    ],
)  # fmt: skip
def test_the_first_mark_outside_headings_links(text, html):
    assert rendered(text)[0] == html


def test_the_names_of_a_text_stand_in_reading_order():
    text = "*[J](name:jeju)*\n\n- [A](name:ann)\n- [J](name:jeju)\n\n## [U](name:usfk)"
    assert rendered(text)[1:3] == (["jeju", "ann", "usfk"], [])


def test_an_unknown_name_and_one_on_a_page_are_faults():
    lacks = 'name "jejju" is not in content/data/registry.yaml - did you mean "jeju"?'
    assert rendered("[J](name:jejju)")[2] == [f"{lacks} allowed: ann, jeju, usfk"]
    (fault,) = rendered("[J](name:jeju)", wanted=False)[2]
    assert fault.startswith('name "jeju" stands on a page')


@pytest.mark.parametrize("words", ["US Forces Korea", "USFK"])
def test_a_term_takes_the_place_of_a_name_of_the_same_words(words):
    html, used, _, links = rendered(f"By [{words}](name:usfk), USFK.", GLOSSARY)
    link = f'<a class="name" href="{SITE}/organisations/usfk/">'
    mark = f'<span class="term">{words}{MARK.format(words)}</span>'
    if words == "USFK":
        assert html == f"<p>By {mark}, USFK.</p>"
        assert links == {"usfk": f"{SITE}/organisations/usfk/"}
    else:  # the term as such goes before another way of writing it
        assert html == f"<p>By {link}{words}</a>, {mark.replace(words, 'USFK')}.</p>"
        assert links == {}
    assert used == ["usfk"]


@pytest.mark.parametrize("words", ["the USFK", "USFK's", "*USFK*", "old *USFK*"])
def test_a_name_of_other_words_stays_a_link(words):
    html = rendered(f"By [{words}](name:usfk), USFK.", GLOSSARY)[0]
    assert html.index("</a>") < html.index("<button")


def named(slug: str, kind: str = "person", **told) -> Name:
    empty = dict.fromkeys(("sort", "native", "coordinates", "wikidata"))
    lists = {"also": [], "roles": []}
    return Name(slug, kind, slug.upper(), "What it is.", **empty | lists | told)


def test_names_stand_by_kind_from_a_to_z_each_with_its_articles():
    b, a, isle = named("b"), named("a"), named("isle", "place")
    one, two = SimpleNamespace(names=[isle, b]), SimpleNamespace(names=[b, a])
    assert by_kind([one, two]) == [
        (KINDS["person"], [(a, [two]), (b, [one, two])]),
        (KINDS["place"], [(isle, [one])]),
    ]


def test_names_beside_another_are_counted_and_capped():
    me, kin, other = named("me"), named("kin"), named("other")
    articles = [SimpleNamespace(names=[me, kin, other]), SimpleNamespace(names=[kin, me])]
    assert beside(me, articles) == [(kin, 2), (other, 1)]
    crowd = SimpleNamespace(names=[me, *(named(f"n{n}") for n in range(99))])
    assert len(beside(me, [crowd])) == MOST_BESIDE


@pytest.mark.parametrize(
    ("begun", "ended", "words"),
    [
        ("2021", "2025-01-20", "2021 to January 20, 2025"),
        ("2021-01", None, "since January 2021"),
        (None, "2025", "until 2025"),
        (None, None, ""),
    ],
)
def test_a_tenure_is_told_as_far_as_it_is_known(begun, ended, words):
    assert tenure({"from": begun, "until": ended}) == words


def test_positions_and_periods_read_well():
    assert position((33.38, 126.55)) == "33.38° N, 126.55° E"
    assert position((-6, -77.04)) == "6° S, 77.04° W"
    assert [format_partial(day) for day in ("0987", "2024-02", "2024-02-29")] == [
        "0987",
        "February 2024",
        "February 29, 2024",
    ]


def test_an_article_is_about_what_it_declares_and_mentions_the_rest():
    ann, jeju = named("ann", wikidata="Q1"), named("jeju", "place")
    item = {"@type": "Person", "name": "ANN", "sameAs": "https://www.wikidata.org/wiki/Q1"}
    told = subjects([ann, jeju], ["jeju"])
    assert told == {"about": [{"@type": "Place", "name": "JEJU"}], "mentions": [item]}
    assert subjects([], []) == {}


def test_a_name_is_told_with_its_own_script_and_its_place():
    native = {"name": "제주도", "language": "ko"}
    jeju = named("jeju", "place", native=native, also=["Cheju"], coordinates=(33.4, 126.5))
    assert name_data(jeju, "https://example.org") == {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": "JEJU",
        "alternateName": [{"@value": "제주도", "@language": "ko"}, "Cheju"],
        "description": "What it is.",
        "url": "https://example.org/places/jeju/",
        "geo": {"@type": "GeoCoordinates", "latitude": 33.4, "longitude": 126.5},
    }
