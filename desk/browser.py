"""The Chromium of this machine, and a built site served to it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from desk.pages import HOST, Pages, Server

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = (
    "There is no Chromium here to look at the pages with. On Debian and Ubuntu:"
    " sudo apt install chromium; or name one: CHROMIUM=/path/to/chromium"
)
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str | None:
    """The path of the Chromium that the variable CHROMIUM names, or else of the first there is."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window. Raises FileNotFoundError where there is none."""
    path = executable()
    if path is None:
        raise FileNotFoundError(HOW)
    sandbox = os.geteuid() != 0  # Chromium refuses to run as root inside its sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=FLAGS, chromium_sandbox=sandbox
        )
        yield browser
        browser.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, with a final slash, at which the site in `folder` is served meanwhile."""
    server = Server((HOST, 0), partial(Pages, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
