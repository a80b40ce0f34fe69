"""Gives templates `script`: the address of the comfort script, which changes with its text.

A browser may keep such a file for ever, and runs it only if its bytes have this digest.
https://www.w3.org/TR/sri-2/
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pelican import signals

from engine.targets import TargetGraph


class Script(NamedTuple):
    """A file of the site: its path from there, its bytes, and their digest as browsers write it."""

    path: str
    data: bytes
    integrity: str

    def lay(self, targets: TargetGraph) -> None:
        """Let it be written into the site."""
        targets.add_target(self.path, self.integrity, lambda: [(self.path, self.data)])


def integrity(data: bytes) -> str:
    """The SHA-256 of some bytes as `sha256-` and base64, for `integrity` and policies."""
    return f"sha256-{b64encode(sha256(data).digest()).decode()}"


def named(data: bytes, path: str) -> Script:
    """A script under a name of its own, as in theme/comfort.1a2b3c4d.js for theme/comfort.js."""
    stem, _, ending = path.rpartition(".")
    return Script(f"{stem}.{sha256(data).hexdigest()[:8]}.{ending}", data, integrity(data))


def script_in(file: Path, folder: str) -> Script:
    """The script `file` under a name of its own in `folder`, without its comments."""
    return named(bare(file.read_bytes()), f"{folder}/{file.name}")


def bare(script: bytes) -> bytes:
    """A script without the lines that are comments and the indentation of the others."""
    lines = (line.strip() for line in script.splitlines(keepends=True))
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def comfort(generator) -> Script:
    return script_in(Path(generator.theme, "comfort.js"), generator.settings["THEME_STATIC_DIR"])


def add_script(generator):
    generator.env.globals["script"] = comfort(generator)


def publish_script(generator):
    comfort(generator).lay(generator.build.targets)


def register():
    signals.generator_init.connect(add_script)
    signals.article_generator_finalized.connect(publish_script)
