"""Build the site, show it on this machine, and show every change as soon as it is saved.

It is built into a folder of its own, so that `output/` stays as it was published. A build that
fails tells why, in the terminal and in the open page, and leaves the last good one in place.
"""

import argparse
import errno
import json
import signal
import sys
from functools import partial
from pathlib import Path
from threading import Thread

from desk import ROOT
from desk.live.builder import Builder
from desk.live.latest import Latest
from desk.live.pages import LivePages
from desk.live.search import Search
from desk.pages import HOST, Server
from desk.watching import changes
from engine import PACKAGES

PREVIEW = ROOT / ".preview"
SETTINGS = ("ALLOW_SHRINK=true", "SEARCH_LATER=true", "SHOW_DRAFTS=true")
WATCHED = ("content", "theme", *PACKAGES, "pelicanconf.py")


def arguments(siteurl: str) -> list[str]:
    """Those of Pelican for a preview at this address."""
    settings = [f"SITEURL={json.dumps(siteurl)}", *SETTINGS]
    return ["content", "--fatal=warnings", "-o", str(PREVIEW), "-e", *settings]


def number(typed: str) -> int:
    """A port that can be listened to; 0 lets the system choose. Ends with a sentence otherwise."""
    if typed.isascii() and typed.isdecimal() and len(typed) < 6 and int(typed) < 65536:
        return int(typed)
    sys.exit(f'PORT is a whole number up to 65535, not "{typed[:20]}". Try: make serve PORT=8000')


def listening(port: int, latest: Latest) -> Server:
    """The server, not yet serving. Ends with a sentence where the port cannot be had."""
    try:
        search = Search(PREVIEW, latest)
        return Server((HOST, port), partial(LivePages, latest, search, directory=str(PREVIEW)))
    except OSError as error:
        other = port + 1 if 1024 <= port < 65535 else 8000
        why = {errno.EADDRINUSE: "something else listens there", errno.EACCES: "it needs root"}
        reason = why.get(error.errno, error.strerror)
        sys.exit(f"Cannot listen on port {port}: {reason}. Try: make serve PORT={other}")


def follow(builder: Builder, latest: Latest, siteurl: str, watched: list[Path]) -> None:
    """Build after every change of what is watched, without end."""
    for _ in changes(watched):
        outcome = builder.build()
        latest.tell(outcome)
        news = "Correct the above; the browser shows it too." if outcome.faults else siteurl
        print(news, flush=True)


def serve(port: int) -> None:
    """Serve until SIGINT or SIGTERM, which arrive as KeyboardInterrupt."""
    latest = Latest()
    with listening(port, latest) as server:
        siteurl = f"http://{HOST}:{server.server_port}"
        print(f"{siteurl}/ - Ctrl-C ends", flush=True)
        with Builder(arguments(siteurl)) as builder:
            Thread(target=server.serve_forever, daemon=True).start()
            try:
                follow(builder, latest, f"{siteurl}/", [ROOT / name for name in WATCHED])
            finally:
                for sign in (signal.SIGINT, signal.SIGTERM):
                    signal.signal(sign, signal.SIG_IGN)
                latest.close()
                server.shutdown()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.serve", description=__doc__)
    parser.add_argument("--port", default="8000", help="0 for any that is free")
    port = number(parser.parse_args().port)
    if not (ROOT / "content").is_dir():
        sys.exit(f"There is no folder content/ in {ROOT}. Try: git checkout content")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve(port)
    except KeyboardInterrupt:
        print()
    except OSError as error:
        sys.exit(f"Cannot go on: {error}")


if __name__ == "__main__":
    main()
