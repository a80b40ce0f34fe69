"""Make the pictures of the site in README; with --all, those of every kind of page to review.

The tests look at the same kinds of pages with the same browser.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from desk import ROOT
from desk.static_server import serve_folder

# One page of each kind, for whatever has to look at every kind of page.
KINDS = {
    "front page": "",
    "article": "2023/06/real-time-missile-information-sharing/",
    "month": "2023/06/",
    "year": "2023/",
    "archive": "archive/",
    "tags": "tags/",
    "tag": "tags/missile-warning-data/",
    "authors": "authors/",
    "author": "authors/ji-da-gyum/",
    "outlets": "outlets/",
    "outlet": "outlets/the-korea-herald/",
    "glossary": "glossary/",
    "names": "names/",
    "people": "people/",
    "name": "people/minoru-kihara/",
    "place": "places/phnom-penh/",
    "dossiers": "dossiers/",
    "dossier": "dossiers/missile-warning-link/",
    "chronology": "chronology/",
    "chronology of a year": "chronology/2023/",
    "search": "search/",
    "data": "data/",
    "about": "about/",
    "corrections": "corrections/",
    "not found": "404.html",
}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL_HINT = (
    "There is no Chromium here to look at the pages with. On Debian and Ubuntu:"
    " sudo apt install chromium; or name one: CHROMIUM=/path/to/chromium"
)
CHROMIUM_FLAGS = ["--disable-gpu", "--disable-quic"]
WIDTHS = {320: 640, 390: 844, 768: 1024, 1280: 900}  # of windows in CSS pixels, and their heights
PAPER = (680, 960)  # an A4 page within its margins
README_PICTURES = {
    "front-page": ("", 1280, "light"),
    "article-phone": (KINDS["article"], 390, "dark"),
}


def find_chromium() -> str | None:
    """The path of the Chromium that the variable CHROMIUM names, or else of the first there is."""
    path = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [path] if path else CHROMIUM_NAMES)), None)


@contextmanager
def launch_chromium() -> Iterator[Browser]:
    """A browser without a window. Raises FileNotFoundError where there is none."""
    path = find_chromium()
    if path is None:
        raise FileNotFoundError(INSTALL_HINT)
    sandbox = os.geteuid() != 0  # Chromium refuses to run as root inside its sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=CHROMIUM_FLAGS, chromium_sandbox=sandbox
        )
        yield browser
        browser.close()


def shoot(page: Page, file: Path) -> None:
    """Write what the window shows as a PNG of at most 128 colors, half as large as one of all."""
    with Image.open(BytesIO(page.screenshot())) as image:
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)


def shoot_for_readme(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """Shoot what README shows. Gives each file once it is written."""
    for name, (path, width, scheme) in README_PICTURES.items():
        viewport = {"width": width, "height": WIDTHS[width]}
        page = browser.new_page(viewport=viewport, color_scheme=scheme)
        page.goto(address + path)
        shoot(page, folder / f"{name}.png")
        yield folder / f"{name}.png"


def shoot_for_review(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """Shoot every kind of page in every width, light and dark, and as it is printed."""
    looks = [(scheme, "screen", size) for scheme in ("light", "dark") for size in WIDTHS.items()]
    for scheme, medium, (width, height) in [*looks, ("light", "print", PAPER)]:
        viewport = {"width": width, "height": height}
        page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
        page.emulate_media(media=medium)
        look = "print" if medium == "print" else f"{width}-{scheme}"
        for kind, path in KINDS.items():
            page.goto(address + path)
            file = folder / f"{kind.replace(' ', '-')}-{look}.png"
            page.screenshot(path=file, full_page=True)
            yield file
        page.close()


def build(folder: Path) -> None:
    """Build the site for its pictures. Raises CalledProcessError where the build refuses."""
    pelican = [sys.executable, "-m", "desk", "build", "-o", str(folder)]
    environment = {name: value for name, value in os.environ.items() if name != "SITEURL"}
    subprocess.run(pelican, cwd=ROOT, env=environment, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.screenshots", description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="where to put all of them")
    folder = parser.parse_args().all
    shoot_pages = shoot_for_review if folder else shoot_for_readme
    folder = folder or ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory() as site, launch_chromium() as browser:
            build(Path(site, "output"))
            with serve_folder(Path(site, "output")) as address:
                for file in shoot_pages(browser, address, folder):
                    print(f"{file} {file.stat().st_size:,} bytes")
    except FileNotFoundError as error:
        sys.exit(str(error))
    except subprocess.CalledProcessError:
        sys.exit("There are no pictures of a site that cannot be built.")


if __name__ == "__main__":
    main()
