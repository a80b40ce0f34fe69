"""The keyboard reaches everything, in order, and shows where it is."""

from itertools import pairwise

import pytest

from tests.browser.reader import PHONE, Reader, look, nothing

MAIN_CONTROLS = "body > header :is(a, button, summary), .skip, a[rel=prev], a[rel=next]"


def walk(page) -> list[dict]:
    """Where each press of Tab leads, until it leaves the page."""
    look(page, "rest()")
    stops = []
    while len(stops) < 500:
        page.keyboard.press("Tab")
        stop = look(page, "stop()")
        if stop["place"] == -1 or stop in stops:
            return stops
        stops.append(stop)
    raise AssertionError("Tab never leaves the page")


def faults(page) -> list[str]:
    count = look(page, "stops().length")
    stops = [stop for stop in walk(page) if stop["place"] is not None]
    places = [stop["place"] for stop in stops]
    missed = sorted(set(range(count)) - set(places))
    found = [f"never reached: {look(page, f'named(stops()[{place}])')}" for place in missed]
    found += [f"out of order: place {b} after {a}" for a, b in pairwise(places) if b <= a]
    found += [f"{stop['wrong']}: {stop['name']}" for stop in stops if stop["wrong"]]
    return found if count > 10 else [*found, f"only {count} stops"]


@pytest.mark.slow
def test_tab_reaches_every_control_in_order_with_a_visible_focus(reader: Reader):
    nothing({kind: faults(page) for kind, page in reader.kinds()})


@pytest.mark.slow
def test_so_it_does_on_a_small_screen(reader: Reader, awkward: Reader):
    pages = {"front": reader.open("", viewport=PHONE)}
    pages["awkward"] = awkward.open("2023/06/stretched/", viewport=PHONE)
    nothing({name: faults(page) for name, page in pages.items()})


@pytest.mark.slow
def test_the_skip_link_is_first_and_leads_to_the_content(reader: Reader):
    wrong = []
    for kind, page in reader.kinds():
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.getAttribute('href')")
        page.keyboard.press("Enter")
        if (first, page.evaluate("document.activeElement.localName")) != ("#main", "main"):
            wrong.append(kind)
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('main') !== null"):
            wrong.append(f"{kind}: Tab leaves the content again")
    assert wrong == []


@pytest.mark.slow
def test_main_controls_have_targets_of_44_pixels(reader: Reader, awkward: Reader):
    """WCAG 2.2, 2.5.5."""
    small = f"smallerThan('{MAIN_CONTROLS}', 44)"
    found = {kind: look(page, small) for kind, page in reader.kinds(viewport=PHONE)}
    found["pages of a list"] = look(awkward.open("archive/page-2/", viewport=PHONE), small)
    nothing(found)


@pytest.mark.slow
def test_the_walk_sees_what_is_wrong(reader: Reader):
    page = reader.open("about/", bypass_csp=True)
    page.evaluate(
        """document.querySelector("main").insertAdjacentHTML("beforeend", `
        <a href="/" tabindex="-1">Unreachable</a><a href="/" tabindex="1">First</a>
        <a href="/" style="outline: none">Unmarked</a>`)"""
    )
    assert {fault.split(":")[0] for fault in faults(page)} == {
        "never reached",
        "out of order",
        "unmarked",
    }
