"""What all pages depend on: the code, the versions of all packages, and the settings."""

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from engine import PACKAGES, PROJECT
from engine.press.fingerprints import Fingerprints, digest

# Where things are on this machine, and what no page depends on.
PLACES = (
    "PATH",
    "OUTPUT_PATH",
    "THEME",
    "IMAGE_CACHE",
    "BUILD_CACHE",
    "SEARCH_CACHE",
    "CACHE_PATH",
)
OTHERS = ("PLUGIN_PATHS", "ALLOW_SHRINK")


def edition(settings: dict, plugins: Iterable) -> str:
    """Changes with all that a page may depend on beside its variables. Raises UnhashableError."""
    told = {name: value for name, value in settings.items() if name not in (*PLACES, *OTHERS)}
    settled = Fingerprints([]).of(told, frozenset())
    files = {Path(plugin.__file__) for plugin in plugins if getattr(plugin, "__file__", None)}
    places = [PROJECT / name for name in PACKAGES]
    foreign = sorted(file for file in files if not {*places} & {*file.parents})
    return digest(
        settled, code(places), [sha256(f.read_bytes()).hexdigest() for f in foreign], versions()
    )


def code(folders: Iterable[Path]) -> str:
    """The SHA-256 of all Python below some folders."""
    files = sorted(file for folder in folders for file in folder.rglob("*.py"))
    return digest(
        [(f.relative_to(PROJECT).as_posix(), sha256(f.read_bytes()).digest()) for f in files]
    )


@cache
def versions() -> list[str]:
    """Python and every package that is installed, as the names of their folders have it."""
    folders = [Path(path) for path in sys.path if path.endswith("-packages")]
    names = {entry.name for folder in folders if folder.is_dir() for entry in folder.glob("*-info")}
    return [sys.version, *sorted(names)]
