"""Runs Pagefind over pages, and makes what it writes the same each time.

https://pagefind.app/docs/. Pagefind writes filters in another order each time. A filter file is a
mark and CBOR (RFC 8949) in gzip, [name, [[value, [page, ...]], ...]]; the fourth part of the
`.pf_meta` lists the filters as [name, name of the file], and `pagefind-entry.json` names the
`.pf_meta`. A `.pf_fragment` is the text of a page: the mark and JSON, in gzip.
https://github.com/Pagefind/pagefind, pagefind_core_search
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import cbor2
from pagefind_bin import get_executable

Files: TypeAlias = dict[str, bytes]

# Its own pages and those for other readers than ours are left out.
SERVED = ("pagefind.js", "pagefind-entry.json", "*.pf_*", "*/*.pf_*", "wasm.*.pagefind")
UNUSED = "wasm.unknown.pagefind"
FRAGMENT, FILTER, META, ENTRY = ".pf_fragment", ".pf_filter", ".pf_meta", "pagefind-entry.json"
MARK = b"pagefind_dcd"
AT_ONCE = 2  # of a thousand pages each takes a third of a gigabyte
CURE = (
    "The index for /search/ could not be made: {}\n"
    "Pagefind comes with the package pagefind-bin; install what is locked anew (rm -r .venv, then"
    " make html), or see whether your machine is one that it is made for:"
    " https://pypi.org/project/pagefind-bin/#files"
)


class SearchIndexError(Exception):
    """Pagefind is not there, does not run, takes too long or writes nothing; with the cure."""

    def __init__(self, cause: object):
        super().__init__(CURE.format(cause))


def index_pages(sets: Sequence[Mapping[str, str]]) -> Iterator[Files]:
    """Index each of several sets of pages, which are HTML by path: its files by path.

    Raises SearchIndexError. However it ends, no process is left.
    """
    for start in range(0, len(sets), AT_ONCE):
        with TemporaryDirectory() as folder:
            places = []
            for number, pages in enumerate(sets[start : start + AT_ONCE]):
                places.append(Path(folder, str(number)))
                files = {path: page.encode() for path, page in pages.items()}
                write_files(places[-1] / "site", files)
            run(places)
            indexes = [load_index(place / "index") for place in places]
        yield from indexes


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path in a folder."""
    for parent in {path.rpartition("/")[0] for path in files}:
        Path(folder, parent).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        Path(folder, path).write_bytes(data)


def run(places: Sequence[Path]) -> None:
    """Let Pagefind index the folder `site` of each place at once. Raises SearchIndexError."""
    try:
        with ExitStack() as running:
            processes = [running.enter_context(start(place)) for place in places]
            outputs = [process.communicate()[0] for process in processes]
    except OSError as error:
        raise SearchIndexError(error) from error
    for place, process, output in zip(places, processes, outputs, strict=True):
        if process.returncode or not (place / "index" / ENTRY).is_file():
            raise SearchIndexError(output.strip() or f"exit code {process.returncode}")


@contextmanager
def start(place: Path) -> Iterator[Popen[str]]:
    """Pagefind at its work, without settings from the environment; in the end it is killed."""
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


def load_index(output: Path) -> Files:
    """The files of an index that the site serves, by their path."""
    served = {file for pattern in SERVED for file in output.glob(pattern)}
    files = {file.relative_to(output).as_posix(): file.read_bytes() for file in served}
    files.pop(UNUSED, None)
    return sort_filters(files)


def sort_filters(files: Files) -> Files:
    """The files with filters, and their values, in order, under names of their bytes."""
    ordered: Files = {}
    renamed: dict[str, str] = {}
    for path in sorted(files, key=lambda path: path.endswith(META)):  # these name the filters
        if not path.endswith((FILTER, META)):
            ordered[path] = files[path]
            continue
        value = decode(files[path])
        if path.endswith(FILTER):
            value[1] = sorted(value[1])
        else:
            value[3] = sorted([name, renamed[file]] for name, file in value[3])
        _add(ordered, path, encode(value), renamed)
    for old, new in renamed.items():
        ordered[ENTRY] = ordered[ENTRY].replace(old.encode(), new.encode())
    return ordered


def _add(files: Files, path: str, data: bytes, renamed: dict[str, str]) -> None:
    """Add a file under a name of its bytes, of the same length, and say so in `renamed`."""
    folder, _, name = path.rpartition("/")
    old = name.removeprefix("pagefind.").rpartition(".")[0]
    language, _, hash_ = old.partition("_")
    renamed[old] = f"{language}_{hashlib.sha256(data).hexdigest()[: len(hash_)]}"
    files[f"{folder}/{name}".lstrip("/").replace(old, renamed[old])] = data


def decode(data: bytes) -> Any:
    """The value in a filter or meta file. Raises ValueError for what we would write otherwise."""
    packed = gzip.decompress(data).removeprefix(MARK)
    value = cbor2.loads(packed)
    if cbor2.dumps(value) != packed:
        raise ValueError(f"CBOR of another kind: {packed[:1].hex()}")
    return value


def encode(value: object) -> bytes:
    """A filter or meta file, stored and not compressed: the same bytes with every zlib."""
    packed = gzip.compress(MARK + cbor2.dumps(value), 0, mtime=0)
    return packed[:8] + b"\0\xff" + packed[10:]


def fragment_text(fragment: bytes) -> str:
    """All that can be found of a page."""
    page = json.loads(gzip.decompress(fragment).removeprefix(MARK))
    return " ".join([page["content"], page["meta"].get("title", "")])
