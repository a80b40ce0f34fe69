"""Adds the script of the preview to a page, with two sums that tell what of it has changed.

The page's own policy knows neither that script nor the styles that it swaps. In the preview stands
one that lets in what this server sends, also to the search, and still no script that is written in
a page.
"""

import hashlib
import json
import re
from pathlib import Path

PREVIEWED = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
    " form-action 'none'"
)
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
POLICY = re.compile(META.format('[^"]*').encode())
STYLES = re.compile(rb"<style>.*?</style>", re.DOTALL)
LOADED = (".avif", ".css", ".gif", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2")
SCRIPT = '<script type="module" src="/-/live.js" data-page="{}" data-styles="{}"></script>\n'


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a built site, as its manifest has them."""
    try:
        return json.loads((folder / "manifest.json").read_bytes())["files"]
    except (OSError, ValueError, KeyError):
        return {}


def digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def stamped(html: bytes, files: dict[str, str]) -> bytes:
    """The page with the script. One sum is of its styles; the other of all else.

    What the page loads counts as the page; `files` are the sums of what it may load. Its policy
    names its styles by their sum, so it is replaced before the rest is summed.
    """
    html = POLICY.sub(META.format(PREVIEWED).encode(), html, count=1)
    styles, rest = STYLES.findall(html), STYLES.sub(b"", html)
    loaded = [
        total.encode()
        for path, total in sorted(files.items())
        if path.endswith(LOADED) and path.encode() in rest
    ]
    script = SCRIPT.format(digest(rest, *loaded), digest(*styles)).encode()
    return html.replace(b"</head>", script + b"</head>", 1)
