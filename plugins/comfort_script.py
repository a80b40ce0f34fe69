"""Gives templates `script`: the address of the comfort script, which changes with its text.

A browser may keep such a file for ever, and runs it only if its bytes have this digest.
https://www.w3.org/TR/sri-2/
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


def integrity(data: bytes) -> str:
    """The SHA-256 of some bytes as `sha256-` and base64, for `integrity` and policies."""
    return f"sha256-{b64encode(sha256(data).digest()).decode()}"


def script_in(file: Path, folder: str) -> Script:
    """The script `file` under a name of its own in `folder`, as in theme/comfort.1a2b3c4d.js."""
    data = file.read_bytes()
    name = f"{file.stem}.{sha256(data).hexdigest()[:8]}{file.suffix}"
    return Script(f"{folder}/{name}", data, integrity(data))


def comfort(generator) -> Script:
    return script_in(Path(generator.theme, "comfort.js"), generator.settings["THEME_STATIC_DIR"])


def add_script(generator):
    generator.env.globals["script"] = comfort(generator)


def publish_script(generator):
    script = comfort(generator)
    file = Path(generator.settings["OUTPUT_PATH"], script.path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(script.data)


def register():
    signals.generator_init.connect(add_script)
    signals.article_generator_finalized.connect(publish_script)
