"""The preview as it is sent: pages with the script that follows the builds, and its news."""

import json
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from desk.live.latest import Latest
from desk.live.search import Search
from desk.live.stamp import stamped, sums
from desk.pages import Pages
from search.index import is_index_file
from search.pagefind import SearchIndexError

OWN = Path(__file__).parent
KINDS = {"live.js": "text/javascript", "live.css": "text/css"}
LOCAL = ("127.0.0.1", "localhost")
HEARTBEAT = 15  # seconds; a tab that is gone is noticed when it is written to


class LivePages(Pages):
    """Answers once there is a build; until there was a good one, with its faults."""

    def __init__(self, latest: Latest, search: Search, *arguments, **options):
        self.latest, self.search = latest, search
        super().__init__(*arguments, **options)

    def html(self, file: Path) -> bytes:
        return stamped(file.read_bytes(), sums(Path(self.directory)))

    def send_head(self):
        if not self._asked_by_local_name():
            return self.send_error(403, explain=f"This preview answers to {' and '.join(LOCAL)}.")
        if self.path.startswith("/-/"):
            return self._own(self.path.removeprefix("/-/"))
        self.latest.after(0)
        if not self.latest.shown:
            return self.answer(503, (OWN / "unbuilt.html").read_bytes())
        return self._page() or self._search() or super().send_head()

    def _asked_by_local_name(self) -> bool:
        """No page of another site gets here by a name of its own (DNS rebinding)."""
        try:
            return urlsplit(f"//{self.headers.get('Host', LOCAL[0])}").hostname in LOCAL
        except ValueError:
            return False

    def _page(self):
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if urlsplit(self.path).path.endswith("/") else path
        try:
            return self.answer(200, self.html(file)) if file.suffix == ".html" else None
        except (OSError, ValueError):
            return None

    def _search(self):
        """A file of the index; without Pagefind, why there is none."""
        path = urlsplit(self.path).path.lstrip("/")
        if not is_index_file(path):
            return None
        try:
            data = self.search.file(path)
        except SearchIndexError as error:
            return self.answer(500, f"{error}\n".encode(), "text/plain; charset=utf-8")
        return data and self.answer(200, data, self.guess_type(path))

    def _own(self, name: str):
        if name == "events":
            return self._events()
        if name not in KINDS:
            return self.send_error(404)
        return self.answer(200, (OWN / name).read_bytes(), f"{KINDS[name]}; charset=utf-8")

    def _events(self) -> None:
        """Tell every outcome until the tab is gone: https://html.spec.whatwg.org/#server-sent-events"""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen, text = 0, "retry: 500\n\n"
        while self.command == "GET" and not self.latest.closed:
            self.wfile.write(text.encode())
            number, outcome = self.latest.after(seen, HEARTBEAT)
            news = json.dumps(asdict(outcome))
            text = f"data: {news}\n\n" if number > seen else ":\n\n"
            seen = number
