"""Build the site, show it on this machine, and show every change as soon as it is saved.

It is built into a folder of its own, so that `output/` stays as it was published. A build that
fails says why, in the terminal and in the open page, and leaves the last good one in place.
"""

import argparse
import errno
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from stat import S_ISREG
from threading import Thread

from watchfiles import watch

from desk import ROOT
from desk.preview.builder import Builder, OutcomeFeed
from desk.preview.pages import PreviewPages, PreviewSearch
from desk.static_server import HOST, Server
from engine import PACKAGES

PREVIEW = ROOT / ".preview"
SETTINGS = ("ALLOW_SHRINK=true", "SEARCH_LATER=true", "SHOW_DRAFTS=true")
DATA = ("content", "theme")  # what every build reads; where anything else is saved, it loads anew
CODE = (*PACKAGES, "pelicanconf.py")
POLL = 200  # milliseconds between two looks at the roots themselves
PAUSE = 20  # milliseconds without a change that end a burst


def identify(roots: Sequence[Path]) -> list[tuple]:
    """What is watched: a root that is replaced by another of the same name counts as changed."""
    stats = (root.stat() if root.exists() else None for root in roots)
    return [
        (stat.st_ino, S_ISREG(stat.st_mode) and stat.st_mtime_ns) if stat else () for stat in stats
    ]


def watch_changes(roots: Sequence[Path]) -> Iterator[set[str]]:
    """Yield the paths of every burst of changes below `roots`; first, all roots.

    What is saved while the caller is at work counts, and gives one more round. A root may be
    replaced, removed or added, which yields all roots again. Raises OSError where the system lets
    no more files be watched.
    """
    while True:
        former, pending = identify(roots), {str(root) for root in roots}
        with suppress(FileNotFoundError):  # removed since: the next round goes without it
            existing = [root for root in roots if root.exists()]
            for changes in watch(*existing, step=PAUSE, yield_on_timeout=True, rust_timeout=POLL):
                if identify(roots) != former:
                    break
                if paths := pending | {path for _, path in changes}:
                    pending = set()
                    yield paths


def follow(
    builder: Builder, feed: OutcomeFeed, siteurl: str, data: Sequence[Path], code: Sequence[Path]
) -> None:
    """Build after every change, without end, and load plugins anew unless all of it is `data`."""
    for paths in watch_changes([*data, *code]):
        is_data = all(any(Path(path).is_relative_to(root) for root in data) for path in paths)
        outcome = builder.build(reload=not is_data)
        feed.publish(outcome)
        news = "Correct the above; the browser shows it too." if outcome.faults else siteurl
        print(news, flush=True)


def serve(port: int) -> None:
    """Serve until SIGINT or SIGTERM, which arrive as KeyboardInterrupt."""
    feed = OutcomeFeed()
    with listen(port, feed) as server:
        siteurl = f"http://{HOST}:{server.server_port}"
        print(f"{siteurl}/ - Ctrl-C ends", flush=True)
        data, code = ([ROOT / name for name in names] for names in (DATA, CODE))
        with Builder(pelican_arguments(siteurl)) as builder:
            Thread(target=server.serve_forever, daemon=True).start()
            try:
                follow(builder, feed, f"{siteurl}/", data, code)
            finally:
                for number in (signal.SIGINT, signal.SIGTERM):
                    signal.signal(number, signal.SIG_IGN)
                feed.close()
                server.shutdown()


def pelican_arguments(siteurl: str) -> list[str]:
    """Those for a preview at this address."""
    settings = [f"SITEURL={json.dumps(siteurl)}", *SETTINGS]
    return ["content", "--fatal=warnings", "-o", str(PREVIEW), "-e", *settings]


def listen(port: int, feed: OutcomeFeed) -> Server:
    """The server, not yet serving. Ends with a sentence where the port cannot be had."""
    try:
        search = PreviewSearch(PREVIEW, feed)
        return Server((HOST, port), partial(PreviewPages, feed, search, directory=str(PREVIEW)))
    except OSError as error:
        other = port + 1 if 1024 <= port < 65535 else 8000
        why = {errno.EADDRINUSE: "something else listens there", errno.EACCES: "it needs root"}
        reason = why.get(error.errno, error.strerror)
        sys.exit(f"Cannot listen on port {port}: {reason}. Try: make serve PORT={other}")


def parse_port(text: str) -> int:
    """A port that can be listened to; 0 lets the system choose. Ends with a sentence otherwise."""
    if text.isascii() and text.isdecimal() and len(text) < 6 and int(text) < 65536:
        return int(text)
    sys.exit(f'PORT is a whole number up to 65535, not "{text[:20]}". Try: make serve PORT=8000')


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.serve", description=__doc__)
    parser.add_argument("--port", default="8000", help="0 for any that is free")
    port = parse_port(parser.parse_args().port)
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
