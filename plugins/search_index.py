"""Lets Pagefind index a built site: what /search/ reads, in `pagefind/` under a name of its bytes.

Only what lies within `data-pagefind-body` is found; other attributes of Pagefind in the templates
say what to filter and to sort by. https://pagefind.app/docs/indexing/

Pagefind sees the `main` of those pages and nothing else, so the index is kept until one changes.
"""

import io
import json
import os
import re
import subprocess
import tarfile
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from plugins.image_cache import ImageCache, digest
from plugins.search_order import settled
from plugins.search_words import words
from plugins.staging import Staging

BODY = "data-pagefind-body"
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
PAGE = '<!doctype html><html lang="{}"><body>{}</body></html>'
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
# Its own pages and those for other readers than ours are left out.
SERVED = ("pagefind.js", "pagefind-entry.json", "*.pf_*", "*/*.pf_*", "wasm.*.pagefind")
UNUSED = "wasm.unknown.pagefind"
EDITION, PLACE = "search/edition.json", "pagefind"
KEPT = 4
MOST = 600  # seconds; 10,000 reports take less than one of ten
FORM = "2"  # of what is kept: another number, and all is made anew
CURE = (
    "The index for /search/ could not be made: {}\n"
    "Pagefind comes with the package pagefind-bin; install what is locked anew (rm -r .venv, then"
    " make html), or see whether your machine is one that it is made for:"
    " https://pypi.org/project/pagefind-bin/#files"
)


class SearchIndexError(Exception):
    """Pagefind is not there, does not run, or made nothing."""


def write_index(staging: Staging, folder: Path) -> None:
    """Index the site that is being made; indexes are kept in `folder`. Raises SearchIndexError."""
    if not changed(staging):
        return staging.keep(lambda path: path == EDITION or path.startswith(f"{PLACE}/"))
    site, cache, pages = staging.folder, ImageCache(folder), indexed(staging)
    key = digest(FORM, version("pagefind-bin"), *(part for page in pages.items() for part in page))
    packet = cache.find(key)
    if packet is None:
        packet = packed(made(pages))
        cache.keep(key, "tar", packet)
        forget(folder)
    place = f"{PLACE}/{digest(packet)[:8]}/"
    with tarfile.open(fileobj=io.BytesIO(packet)) as tar:
        tar.extractall(site / place, filter="data")
    edition = site / EDITION
    edition.parent.mkdir(parents=True, exist_ok=True)
    return edition.write_text(f"{json.dumps({'index': place})}\n", encoding="utf-8")


def changed(staging: Staging) -> bool:
    """Whether a page of the former site is another now, or gone, or its index is not whole."""
    now, former = staging.sums.keys(), staging.former
    gone = any(path.endswith(".html") and path not in now for path in former.sums)
    new = any(path.endswith(".html") for path in staging.files())
    index = [path for path in former.sums if path.startswith(f"{PLACE}/") or path == EDITION]
    return gone or new or not index or any(former.sum(p) != former.sums[p] for p in index)


def indexed(staging: Staging) -> dict[str, str]:
    """The pages that want to be found by their path, in order: their `main` alone."""
    found = {}
    for path in sorted(path for path in staging.sums if path.endswith(".html")):
        text = staging.read(path).decode()
        if BODY in text:
            main = PAGE.format(LANGUAGE.search(text)[1], MAIN.search(text)[0])
            found[path] = main
    return found


def made(pages: dict[str, str]) -> dict[str, bytes]:
    """The files of an index by their path, with the words that it knows."""
    with TemporaryDirectory() as folder:
        site, output = Path(folder, "site"), Path(folder, "index")
        site.mkdir()
        for path, text in pages.items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        run(site, output)
        served = {file for pattern in SERVED for file in output.glob(pattern)}
        files = {file.relative_to(output).as_posix(): file.read_bytes() for file in served}
    files.pop(UNUSED, None)
    fragments = [files[path] for path in sorted(files) if path.endswith(".pf_fragment")]
    known = {"words": words(fragments)}
    return settled(files) | {"words.json": json.dumps(known, ensure_ascii=False).encode()}


def run(site: Path, output: Path) -> None:
    """Let Pagefind index a folder, whatever the environment would tell it. SearchIndexError."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - the program that we locked, and folders of ours
            [get_executable(), "--site", site, "--output-path", output, "--quiet"],
            cwd=site,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=MOST,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchIndexError(CURE.format(error)) from error
    if done.returncode or not (output / "pagefind-entry.json").is_file():
        said = (done.stderr or done.stdout).strip() or f"exit code {done.returncode}"
        raise SearchIndexError(CURE.format(said))


def packed(files: dict[str, bytes]) -> bytes:
    """A tar of files that tells nothing of times and people."""
    packet = io.BytesIO()
    with tarfile.open(fileobj=packet, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, data in sorted(files.items()):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return packet.getvalue()


def forget(folder: Path) -> None:
    """Keep the newest few indexes: the preview has one of its own, and so has each branch."""
    entries = sorted(folder.glob("*.tar"), key=lambda entry: entry.stat().st_mtime)
    for entry in entries[:-KEPT]:
        entry.unlink(missing_ok=True)
