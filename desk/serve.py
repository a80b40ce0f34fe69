"""Build the site, serve it on this machine, and rebuild it when a file changes.

It is built into a folder of its own, so that `output/` stays as it was published. A build that
fails says why and leaves the pages of the last good one in place.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from stat import S_ISREG
from threading import Thread

from watchfiles import watch

ROOT = Path(__file__).resolve().parent.parent
PREVIEW = ROOT / ".preview"
WATCHED = ("content", "theme", "plugins", "pelicanconf.py")
HOST = "127.0.0.1"


class Pages(SimpleHTTPRequestHandler):
    """Serves the preview as a static host does: 404.html for what is not there, nothing cached."""

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, *_):
        """Says nothing: faults should not drown in requests."""


def build(siteurl: str) -> bool:
    """Build the site in a process of its own, which reads all code anew. True if it succeeded."""
    pelican = [sys.executable, "-m", "pelican", "content", "--fatal=warnings"]
    settings = [f"SITEURL={json.dumps(siteurl)}", "ALLOW_SHRINK=true", "SHOW_DRAFTS=true"]
    address = ["-o", str(PREVIEW), "-e", *settings]
    return subprocess.run([*pelican, *address], cwd=ROOT, check=False).returncode == 0


def identity(roots: list[Path]) -> list[tuple]:
    """What is watched: a root that is replaced by another of the same name counts as changed."""
    stats = (root.stat() if root.exists() else None for root in roots)
    return [
        (stat.st_ino, S_ISREG(stat.st_mode) and stat.st_mtime_ns) if stat else () for stat in stats
    ]


def changes(roots: list[Path]) -> Iterator[None]:
    """Yield after every change below `roots`, also after one of them was replaced or removed."""
    while True:
        known, there = identity(roots), [root for root in roots if root.exists()]
        for changed in watch(*there, yield_on_timeout=True, rust_timeout=1000):
            if identity(roots) != known:
                yield
                break
            if changed:
                yield


def serve(port: int) -> None:
    """Serve until Ctrl-C. Raises OSError where the port is taken."""
    siteurl = f"http://{HOST}:{port}"
    server = ThreadingHTTPServer((HOST, port), partial(Pages, directory=str(PREVIEW)))
    built = build(siteurl)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"{siteurl}/ - Ctrl-C ends" if built else "Correct the above; I am watching.", flush=True)
    for _ in changes([ROOT / name for name in WATCHED]):
        built = build(siteurl)
        print(f"{siteurl}/" if built else "The site shows the last good build.", flush=True)
    server.shutdown()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    try:
        serve(port)
    except OSError as error:
        sys.exit(f"Cannot listen on port {port}: {error.strerror}. Try: make serve PORT={port + 1}")
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
