"""Runs Pagefind over pages: https://pagefind.app/docs/"""

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from plugins.search_order import settled
from plugins.search_words import words
from plugins.time_limit import CLOCK, OutOfTimeError, time_limit

# Its own pages and those for other readers than ours are left out.
SERVED = ("pagefind.js", "pagefind-entry.json", "*.pf_*", "*/*.pf_*", "wasm.*.pagefind")
UNUSED = "wasm.unknown.pagefind"
MOST = 600  # seconds; 10,000 reports take less than one of ten
CURE = (
    "The index for /search/ could not be made: {}\n"
    "Pagefind comes with the package pagefind-bin; install what is locked anew (rm -r .venv, then"
    " make html), or see whether your machine is one that it is made for:"
    " https://pypi.org/project/pagefind-bin/#files"
)


class SearchIndexError(Exception):
    """Pagefind is not there, does not run, or made nothing."""


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
        with time_limit(MOST, CLOCK):
            done = subprocess.run(  # noqa: S603 - the program that we locked, and folders of ours
                [get_executable(), "--site", site, "--output-path", output, "--quiet"],
                cwd=site,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
    except OSError as error:
        raise SearchIndexError(CURE.format(error)) from error
    except OutOfTimeError as error:
        raise SearchIndexError(CURE.format(f"stopped after {MOST} s")) from error
    if done.returncode or not (output / "pagefind-entry.json").is_file():
        said = (done.stderr or done.stdout).strip() or f"exit code {done.returncode}"
        raise SearchIndexError(CURE.format(said))
