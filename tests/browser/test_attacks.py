"""No attack of the public lists runs, though only one of the two walls stands.

A script that Chromium compiles for a page, inline handlers and `javascript:` links too, counts as
run; the site's own is the only one that may.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page

from desk.static_server import serve_folder
from tests.security.lists import payloads
from tests.security.siege import LINKS, TEXT, lay, lay_links, only_wall, seen, withdraw_refused
from tests.support.sample import SampleSite

PROVOKE = """addEventListener("load", () => {
  for (const part of document.querySelectorAll("body *")) {
    for (const name of ["mouseover", "mouseenter", "mousemove", "mousedown", "focus", "click"])
      part.dispatchEvent(new Event(name));
    const leads = String(part.href?.baseVal ?? part.href ?? part.formAction ?? "");
    if (/^(javascript|data|vbscript):/i.test(leads)) part.click?.();
  }
  document.documentElement.dataset.provoked = "";
})"""
NOT_THEIRS = re.compile(r"chrome-error:|.*/theme/(?:comfort|search)\.[0-9a-f]{8}\.js$")
ELSEWHERE = re.compile(r"https?://(?!127\.0\.0\.1)")
# Of many, those of authors and outlets are left out: names stand there as those of tags do.
MANY, ALIKE = 1000, ("authors/", "outlets/")
STEP = [
    pytest.param(40, id="sample", marks=pytest.mark.slow),
    pytest.param(1, id="all", marks=pytest.mark.siege),
]


@dataclass
class Lookout:
    """Opens pages and notes which of them had a script that is not ours."""

    context: BrowserContext
    address: str
    opened: list[str] = field(default_factory=list)
    ran: dict[str, list[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("dialog", self.dismiss)
        debugger = self.context.new_cdp_session(page)
        debugger.on("Debugger.scriptParsed", self.note)
        debugger.send("Debugger.enable")
        return page

    def dismiss(self, dialog: Dialog) -> None:
        with suppress(Error):  # the page may be gone with it
            dialog.dismiss()

    def note(self, script: dict) -> None:
        """Scripts of this test have no address, those of error pages a scheme of their own."""
        address = script["url"]
        if address and not NOT_THEIRS.match(address):
            self.ran.setdefault(self.opened[-1], []).append(address)

    def open_all(self, paths: list[str]) -> None:
        """Open one page after the other; one that leads away is left with its tab."""
        page = self.tab()
        for path in paths:
            self.opened.append(path)
            try:
                page.goto(self.address + path)
                page.locator("html[data-provoked]").wait_for(state="attached")
            except Error:
                self.lost.append(path)
                page.close()
                page = self.tab()


def look_out(chromium: Browser, folder: Path, *, policy: bool, pages="**/*.html") -> Lookout:
    """Open the pages of a site."""
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.glob(pages))
    if len(paths) > MANY:
        paths = [path for path in paths if not path.startswith(ALIKE)]
    context = chromium.new_context(bypass_csp=not policy)
    context.set_default_timeout(10_000)
    context.add_init_script(PROVOKE)
    context.route(ELSEWHERE, lambda route: route.abort())
    with serve_folder(folder) as address:
        lookout = Lookout(context, address)
        lookout.open_all(paths)
        context.close()
    return lookout


@pytest.fixture
def besieged(sample, tmp_path_factory) -> SampleSite:
    """Pictures are kept for all that are besieged."""
    sample.settings["IMAGE_CACHE"] = str(tmp_path_factory.getbasetemp() / "images")
    return sample


@pytest.mark.slow
@pytest.mark.parametrize("step", STEP)
def test_none_runs_on_the_site_as_it_is(chromium, besieged, step, capsys):
    attacks = payloads()[::step]
    lay(besieged, attacks)
    lay_links(besieged, attacks)
    refused = withdraw_refused(besieged)
    besieged.build()
    lookout = look_out(chromium, besieged.output, policy=True)
    with capsys.disabled():
        print(
            f"\n{len(attacks)} attacks in {2 * len(attacks)} articles: {len(refused)} refused by"
            f" name, {len(lookout.opened)} pages opened, {len(lookout.ran)} ran"
        )
    assert (lookout.ran, lookout.lost) == ({}, [])


@pytest.mark.slow
@pytest.mark.parametrize("step", STEP)
def test_none_passes_the_sanitizer_alone(chromium, besieged, step):
    attacks = seen(payloads()[::step])
    lay(besieged, attacks, TEXT + LINKS)
    with only_wall(besieged, sanitizer=True):
        besieged.build()
    lookout = look_out(chromium, besieged.output, policy=False)
    assert (lookout.ran, lookout.lost) == ({}, [])


@pytest.mark.slow
@pytest.mark.parametrize("step", STEP)
def test_none_passes_the_policy_alone(chromium, besieged, step):
    """Some lead the page away, which no policy stops."""
    attacks = seen(payloads()[::step])
    lay(besieged, attacks, TEXT + LINKS)
    with only_wall(besieged, sanitizer=False):
        besieged.build()
    lookout = look_out(chromium, besieged.output, policy=True)
    assert lookout.ran == {}
    assert len(lookout.lost) < len(attacks) / 10


@pytest.mark.slow
def test_without_both_walls_they_run(chromium, besieged):
    attacks = [text for text in seen(payloads()) if "onerror=alert(" in text]
    lay(besieged, attacks, TEXT + LINKS)
    with only_wall(besieged, sanitizer=False):
        besieged.build()
    lookout = look_out(chromium, besieged.output, policy=False, pages="2023/06/p*/*.html")
    assert len(lookout.ran) > len(attacks) / 4
