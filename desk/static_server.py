"""A built site, answered for as a static host does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

HOST = "127.0.0.1"
HTML = "text/html; charset=utf-8"


class StaticFiles(SimpleHTTPRequestHandler):
    """404.html for what is not there and for folders without an index, nothing cached."""

    timeout = 30  # seconds for a client to take or send what is due

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def answer(self, status: int, body: bytes, kind: str = HTML) -> BytesIO:
        """Send the head of an answer. Gives the body, for the caller to send or to leave out."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def read_html(self, file: Path) -> bytes:
        """What is sent for an HTML file."""
        return file.read_bytes()

    def send_head(self):
        try:
            return super().send_head()
        except ValueError:  # a NUL, or half of a surrogate pair: no file has such a name
            return self.send_error(404)

    def list_directory(self, path):
        return self.send_error(404)

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = self.answer(404, self.read_html(page))
        if self.command != "HEAD":
            self.copyfile(body, self.wfile)
        return None

    def log_message(self, *_):
        """Logs nothing: faults should not drown in requests."""


class Server(ThreadingHTTPServer):
    """Answers several at a time, and does not care if one of them leaves."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """The address, with a final slash, at which the site in `folder` is served meanwhile."""
    server = Server((HOST, 0), partial(StaticFiles, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
