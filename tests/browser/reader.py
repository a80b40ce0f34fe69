"""A reader before the browser: opens pages under given conditions, and looks at them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

EYES = Path(__file__).with_name("eyes.js").read_text("utf-8")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %: WCAG 2.2, 1.4.10


@dataclass
class Reader:
    """`address` is that of the site, with a final slash; `paths` has one of every kind of page."""

    browser: Browser
    address: str
    paths: dict[str, str] = field(default_factory=dict)
    tabs: dict[str, Page] = field(default_factory=dict)

    def open(self, path: str, **conditions) -> Page:
        """The page at `path` in a tab that is kept for its conditions: what a context takes."""
        key = json.dumps(conditions, sort_keys=True)
        if key not in self.tabs:
            self.tabs[key] = self.browser.new_page(**{"viewport": DESKTOP, **conditions})
        self.tabs[key].goto(self.address + path)
        return self.tabs[key]

    def kinds(self, **conditions) -> Iterator[tuple[str, Page]]:
        """A page of every kind with its name, one after the other."""
        for kind, path in self.paths.items():
            yield kind, self.open(path, **conditions)


def nothing(found: dict[str, list[str]]) -> None:
    """Fail with a line for each fault of each page, unless there is none."""
    assert found
    faults = [f"{where}: {fault}" for where, several in found.items() for fault in several]
    assert not faults, "\n".join(["", *faults])


def look(page: Page, call: str):
    """What a function of eyes.js says of the page."""
    return page.evaluate(f"(() => {{ {EYES}\nreturn {call} }})()")
