"""The first view: what it asks for, what it says, and whether it holds still."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.reader import DESKTOP, Reader, look, nothing
from tests.support.site import words

REQUESTS = 2
SCREENS = {"desktop": DESKTOP, "phone": {"width": 390, "height": 844}}


@dataclass
class FirstView:
    requests: list[str]
    failed: list[str]
    said: list[str]
    blocking: list[str]
    shifts: list[str]


def first_views(page: Page, reader: Reader) -> Iterator[FirstView]:
    """Every kind of page as somebody meets it who was never here before; the host caches nothing."""
    requests, failed, said = [], [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda line: said.append(f"{line.type}: {line.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in reader.paths.values():
        page.goto(reader.address + path)
        shifts = look(page, "shifts()")
        yield FirstView([*requests], [*failed], [*said], look(page, "blocking()"), shifts)
        for heard in (requests, failed, said):
            heard.clear()


@pytest.fixture(scope="module", params=SCREENS.values(), ids=SCREENS)
def views(request, reader) -> dict[str, FirstView]:
    page = reader.browser.new_page(viewport=request.param)
    return dict(zip(reader.paths, first_views(page, reader), strict=True))


@pytest.mark.slow
def test_the_console_stays_empty(views):
    nothing({kind: view.said for kind, view in views.items()})


@pytest.mark.slow
def test_nothing_is_asked_of_another_host(views, reader):
    ours = (reader.address, "data:", "blob:")
    foreign = {
        kind: [url for url in view.requests if not url.startswith(ours)]
        for kind, view in views.items()
    }
    nothing(foreign)


@pytest.mark.slow
def test_every_request_is_answered(views):
    nothing({kind: view.failed for kind, view in views.items()})


@pytest.mark.slow
def test_a_page_needs_two_requests_at_most(views, reader, site):
    """Icons, for which a browser asks unseen, are counted from the page.

    Pictures that a page shows without waiting for them are not needed: they come when they come.
    """
    found = {}
    for kind, view in views.items():
        page = site.pages[reader.paths[kind]]
        later = tuple(image["src"] for image in page.select("img[loading=lazy]"))
        asked = [*view.requests, *(icon["href"] for icon in page.select("link[rel~=icon]")[:1])]
        asked = [url for url in asked if not url.startswith("data:") and not url.endswith(later)]
        assert asked, kind
        found[kind] = asked if len(asked) > REQUESTS else []
    nothing(found)


@pytest.mark.slow
def test_nothing_holds_the_first_view_up(views):
    nothing({kind: view.blocking for kind, view in views.items()})


@pytest.mark.slow
def test_nothing_shifts(views):
    nothing({kind: view.shifts for kind, view in views.items()})


@pytest.mark.slow
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_nothing_shifts_when_a_script_comes_late(reader: Reader, screen):
    def late(route):
        time.sleep(0.3)  # long enough for the page to be painted
        route.continue_()

    page = reader.browser.new_page(viewport=screen)
    page.route("**/*.js", late)
    page.goto(reader.address)
    assert look(page, "shifts()") == []


def test_dark_pages_are_dark(reader: Reader):
    """Contrast alone would not notice a page that stays light."""
    shades = {
        scheme: reader.open("", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert sum(map(int, shades["dark"][4:-1].split(","))) < 200, shades
    assert sum(map(int, shades["light"][4:-1].split(","))) > 600, shades


@pytest.mark.slow
def test_the_missing_page_is_a_page_of_ours(reader: Reader, site):
    page = reader.open("no/such/page/")
    assert page.inner_text("h1") == words(site.pages["404.html"].h1)


@pytest.mark.slow
def test_the_observers_see_what_is_wrong(reader: Reader):
    page = reader.open("about/")
    page.evaluate(
        "document.body.prepend(Object.assign(document.createElement('hr'), {style: 'height: 300px'}))"
    )
    assert look(page, "shifts()") != []
