"""Build the site: Pelican with warnings fatal, and interrupted in order from the start.

Plain `pelican` takes Ctrl-C while it loads settings and plugins for a success.
"""

import sys

from engine.interruptions import interruptible


def main() -> None:
    """Hand what was typed to Pelican. Raises SystemExit where the build is refused or ended."""
    with interruptible():
        from pelican import main as pelican  # a third of a second that can be interrupted too

        pelican(["--fatal=warnings", *sys.argv[1:]])
