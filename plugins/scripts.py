"""Gives templates the site's scripts: `script` of all pages, and `search_script` of /search/.

The latter is the former with that of the search below, so that the page asks for one file as others
do. The address of a script changes with its text: a browser may keep such a file for ever, and runs
it only if its bytes have this digest. https://www.w3.org/TR/sri-2/
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pelican import signals


class Script(NamedTuple):
    """A file of the site: its path from there, its bytes, and their digest as browsers write it."""

    path: str
    data: bytes
    integrity: str

    def render(self) -> list[tuple[str, bytes]]:
        return [(self.path, self.data)]


def integrity(data: bytes) -> str:
    """The SHA-256 of some bytes as `sha256-` and base64, for `integrity` and policies."""
    return f"sha256-{b64encode(sha256(data).digest()).decode()}"


def bundle(files: list[Path], path: str) -> Script:
    """Scripts as one, without comments, under a name of its own.

    That is theme/search.1a2b3c4d.js for the path theme/search.js.
    """
    data = b"".join(strip_comments(file.read_bytes()) for file in files)
    stem, _, ending = path.rpartition(".")
    return Script(f"{stem}.{sha256(data).hexdigest()[:8]}.{ending}", data, integrity(data))


def strip_comments(script: bytes) -> bytes:
    """A script without the lines that are comments and the indentation of the others."""
    lines = (line.strip() for line in script.splitlines(keepends=True))
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def add_scripts(generator):
    theme, folder = Path(generator.theme), generator.settings["THEME_STATIC_DIR"]
    comfort, search = theme / "comfort.js", theme / "search.js"
    scripts = {
        "script": bundle([comfort], f"{folder}/comfort.js"),
        "search_script": bundle([comfort, search], f"{folder}/search.js"),
    }
    generator.context.update(scripts)
    for script in scripts.values():
        generator.build.targets.add_target(script.path, script.integrity, script.render)


def register():
    signals.article_generator_finalized.connect(add_scripts)
