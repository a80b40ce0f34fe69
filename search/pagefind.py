"""Runs Pagefind over pages: https://pagefind.app/docs/"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from engine.limits import CLOCK, OutOfTimeError, time_limit
from search.order import settled
from search.words import counted

# Its own pages and those for other readers than ours are left out.
SERVED = ("pagefind.js", "pagefind-entry.json", "*.pf_*", "*/*.pf_*", "wasm.*.pagefind")
UNUSED = "wasm.unknown.pagefind"
MOST = 600  # seconds; 10,000 reports take less than one of ten
AT_ONCE = 2  # of a thousand pages each takes a third of a gigabyte
CURE = (
    "The index for /search/ could not be made: {}\n"
    "Pagefind comes with the package pagefind-bin; install what is locked anew (rm -r .venv, then"
    " make html), or see whether your machine is one that it is made for:"
    " https://pypi.org/project/pagefind-bin/#files"
)


class SearchIndexError(Exception):
    """Pagefind is not there, does not run, or made nothing."""


def made(volumes: Sequence[dict[str, str]]) -> Iterator[tuple[dict[str, bytes], Counter[str]]]:
    """Index each of several sets of pages: its files by their path, and its words."""
    for two in batched(volumes, AT_ONCE):
        with TemporaryDirectory() as folder:
            places = [Path(folder, str(number)) for number, _ in enumerate(two)]
            for place, pages in zip(places, two, strict=True):
                lay(place / "site", {path: page.encode() for path, page in pages.items()})
            run(places)
            told = [served(place / "index") for place in places]
        yield from told


def batched(things: Sequence, size: int) -> Iterator[Sequence]:
    return (things[start : start + size] for start in range(0, len(things), size))


def lay(folder: Path, files: dict[str, bytes]) -> None:
    """Write files by their path in a folder."""
    made = set()
    for path, data in files.items():
        parent = f"{folder}/{path}".rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 - a third of the time
            made.add(parent)
        with open(f"{folder}/{path}", "wb") as file:  # noqa: PTH123
            file.write(data)


def served(output: Path) -> tuple[dict[str, bytes], Counter[str]]:
    """The files of an index by their path, and how often each word is in it."""
    found = {file for pattern in SERVED for file in output.glob(pattern)}
    files = {file.relative_to(output).as_posix(): file.read_bytes() for file in found}
    files.pop(UNUSED, None)
    fragments = [files[path] for path in sorted(files) if path.endswith(".pf_fragment")]
    return settled(files), counted(fragments)


def run(places: Sequence[Path]) -> None:
    """Let Pagefind index the folder `site` of each place at once. Raises SearchIndexError."""
    try:
        with ExitStack() as running, time_limit(MOST, CLOCK):
            processes = [running.enter_context(started(place)) for place in places]
            told = [process.communicate()[0] for process in processes]
    except OSError as error:
        raise SearchIndexError(CURE.format(error)) from error
    except OutOfTimeError as error:
        raise SearchIndexError(CURE.format(f"stopped after {MOST} s")) from error
    for place, process, said in zip(places, processes, told, strict=True):
        if process.returncode or not (place / "index/pagefind-entry.json").is_file():
            said = said.strip() or f"exit code {process.returncode}"
            raise SearchIndexError(CURE.format(said))


@contextmanager
def started(place: Path) -> Iterator[Popen]:
    """Pagefind at its work, whatever the environment would tell it; in the end it is ended."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    with Popen(  # noqa: S603 - the program that we locked, and folders of ours
        [get_executable(), "--site", "site", "--output-path", "index", "--quiet"],
        cwd=place,
        env=environment,
        stdout=PIPE,
        stderr=STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()
