"""Build once, when told to: `python -m desk.live.build ARGUMENTS-OF-PELICAN`.

What takes long to import and does not change is imported before the word comes, and plugins are
compiled; plugins, templates and settings are read after it. The outcome goes to standard output as
JSON, all that is said meanwhile to standard error. Ends without building when standard input does.
"""

import json
import logging
import os
import signal
import sys
from importlib import import_module

import pelican

from desk import ROOT
from desk.live.ahead import compile_ahead
from desk.live.faults import told

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
    "pelican.plugins.yaml_metadata",
    "rcssmin",
    "rich.live",
    "rich.status",
    "sqlite3",
    "yaml",
)


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
    return {"faults": [], "said": ""}


def main() -> None:
    outcome = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for module in AHEAD:
            import_module(module)
        compile_ahead(ROOT / "plugins")
        if sys.stdin.readline():
            json.dump(built(sys.argv[1:]), outcome)
            outcome.close()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
