"""The preview as it is sent: the pages with a script that follows the builds, and its news.

The script gets two hashes with each page, by which it knows what has changed. The page's own
security policy allows neither that script nor the styles that it swaps; in the preview stands one
that allows what this server sends, also to the search, and still no script written in a page.
"""

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from desk import ROOT
from desk.preview.builder import OutcomeFeed
from desk.static_server import StaticFiles
from engine.search_index import index_files
from search.index import MANIFEST, is_index_file
from search.pagefind import SearchIndexError

OWN = Path(__file__).parent
OWN_TYPES = {"live.js": "text/javascript", "live.css": "text/css"}
LOCAL = ("127.0.0.1", "localhost")
HEARTBEAT = 15  # seconds; a tab that is gone is noticed when it is written to
SEARCH_CACHE = ROOT / ".cache/search"

PREVIEW_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
    " form-action 'none'"
)
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
POLICY = re.compile(META.format('[^"]*').encode())
STYLES = re.compile(rb"<style>.*?</style>", re.DOTALL)
LOADABLE = (".avif", ".css", ".gif", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2")
SCRIPT = '<script type="module" src="/-/live.js" data-page="{}" data-styles="{}"></script>\n'


class PreviewPages(StaticFiles):
    """Answers once there is a build; until there was a good one, with its faults."""

    def __init__(self, feed: OutcomeFeed, search: "PreviewSearch", *arguments, **options):
        self.feed, self.search = feed, search
        super().__init__(*arguments, **options)

    def read_html(self, file: Path) -> bytes:
        return stamp(file.read_bytes(), read_manifest(Path(self.directory)))

    def send_head(self):
        if not self._has_local_host():
            return self.send_error(403, explain=f"This preview answers to {' and '.join(LOCAL)}.")
        if self.path.startswith("/-/"):
            return self._send_own(self.path.removeprefix("/-/"))
        self.feed.wait_beyond(0)
        if not self.feed.has_site:
            return self.answer(503, (OWN / "unbuilt.html").read_bytes())
        return self._send_page() or self._send_search() or super().send_head()

    def _has_local_host(self) -> bool:
        """No page of another site gets here by a name of its own (DNS rebinding)."""
        try:
            return urlsplit(f"//{self.headers.get('Host', LOCAL[0])}").hostname in LOCAL
        except ValueError:
            return False

    def _send_page(self):
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if urlsplit(self.path).path.endswith("/") else path
        try:
            return self.answer(200, self.read_html(file)) if file.suffix == ".html" else None
        except (OSError, ValueError):
            return None

    def _send_search(self):
        """A file of the index; without Pagefind, why there is none."""
        path = urlsplit(self.path).path.lstrip("/")
        if not is_index_file(path):
            return None
        try:
            data = self.search.read(path)
        except SearchIndexError as error:
            return self.answer(500, f"{error}\n".encode(), "text/plain; charset=utf-8")
        return data and self.answer(200, data, self.guess_type(path))

    def _send_own(self, name: str):
        if name == "events":
            return self._send_events()
        if name not in OWN_TYPES:
            return self.send_error(404)
        return self.answer(200, (OWN / name).read_bytes(), f"{OWN_TYPES[name]}; charset=utf-8")

    def _send_events(self) -> None:
        """Send every outcome until the tab is gone: https://html.spec.whatwg.org/#server-sent-events"""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        former, text = 0, "retry: 500\n\n"
        while self.command == "GET" and not self.feed.closed:
            self.wfile.write(text.encode())
            number, outcome = self.feed.wait_beyond(former, HEARTBEAT)
            text = f"data: {json.dumps(asdict(outcome))}\n\n" if number > former else ":\n\n"
            former = number


class PreviewSearch:
    """The index of the latest good build in `folder`, written when somebody searches."""

    def __init__(self, folder: Path, feed: OutcomeFeed):
        self.folder, self.feed = folder, feed
        self.lock = Lock()
        self.number, self.files = -1, {}

    def read(self, path: str) -> bytes | None:
        """A file of it, None where there is none. Asking for the manifest updates the index.

        Raises search.pagefind.SearchIndexError.
        """
        with self.lock:
            number = self.feed.number
            if path == MANIFEST and number != self.number:
                pages = [f.relative_to(self.folder).as_posix() for f in self.folder.rglob("*.html")]
                self.files = index_files(
                    pages, lambda page: (self.folder / page).read_bytes(), SEARCH_CACHE
                )
                self.number = number
            return self.files.get(path)


def read_manifest(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a built site."""
    try:
        return json.loads((folder / "manifest.json").read_bytes())["files"]
    except (OSError, ValueError, KeyError):
        return {}


def stamp(html: bytes, files: dict[str, str]) -> bytes:
    """The page with the script. One hash is of its styles; the other of all else.

    What the page loads counts as the page; `files` are the hashes of what it may load. Its policy
    names its styles by their hash, so it is replaced before the rest is hashed.
    """
    html = POLICY.sub(META.format(PREVIEW_POLICY).encode(), html, count=1)
    styles, rest = STYLES.findall(html), STYLES.sub(b"", html)
    hashes = [
        value.encode()
        for path, value in sorted(files.items())
        if path.endswith(LOADABLE) and path.encode() in rest
    ]
    script = SCRIPT.format(_hash(rest, *hashes), _hash(*styles)).encode()
    return html.replace(b"</head>", script + b"</head>", 1)


def _hash(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
