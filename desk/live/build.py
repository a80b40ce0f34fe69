"""Build once, when told to: `python -m desk.live.build ARGUMENTS-OF-PELICAN`.

Settings, plugins and templates are made ready before the word comes. If any was saved since, or
could not be read, it begins anew. The outcome goes to standard output as JSON, as soon as the site
is in its place; all that is said meanwhile to standard error. Ends without building when standard
input does.
"""

import json
import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import TextIO

import pelican

from desk import ROOT
from desk.__main__ import INTERRUPTED
from desk.live.ahead import compile_ahead
from desk.live.faults import told
from desk.live.word import NOW, Word
from engine import PACKAGES
from engine.staging import on_publish

AHEAD = (
    "PIL.ImageCms",
    "PIL.ImageDraw",
    "PIL.ImageFont",
    "PIL.ImageOps",
    "PIL.PngImagePlugin",
    "difflib",
    "filecmp",
    "font_source_sans_pro",
    "font_source_serif_pro",
    "nh3",
    "rcssmin",
    "rich.live",
    "rich.status",
    "sqlite3",
    "yaml",
)
GOOD = {"faults": [], "said": ""}


class Kept(logging.Handler):
    """Keeps warnings and errors. Pelican's own account of an exception, which is critical, not."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        if record.levelno < logging.CRITICAL:
            self.messages.append(record.getMessage())


def built(arguments: list[str]) -> dict:
    """Run Pelican. Gives the faults that ended it, and what it said."""
    kept = Kept()
    logging.basicConfig(format="%(message)s", handlers=[logging.StreamHandler(), kept])
    try:
        pelican.main(arguments)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return told(end, kept.messages, ROOT)
    return GOOD


def tell(outcome: TextIO, told: dict) -> None:
    """Tell the outcome, unless it was told before or nobody listens."""
    if not outcome.closed:
        with suppress(BrokenPipeError), outcome:
            json.dump(told, outcome)


def main() -> None:
    outcome = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    arguments = [argument for argument in sys.argv[1:] if argument != NOW]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for module in AHEAD:
            import_module(module)
        for name in PACKAGES:
            compile_ahead(ROOT / name)
        word = Word(outcome.fileno(), given=NOW in sys.argv)
        pelican.get_instance = word.awaited(pelican.get_instance)
        on_publish.connect(lambda _: tell(outcome, GOOD), weak=False)
        told = built(arguments)
        word.wait()  # it failed before
        tell(outcome, told)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
