"""How a build runs: incremental builds, caches, worker processes, staging and swap, last checks."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# The packages of which a site is made; a change in any of them may change every page.
PACKAGES = ("contract", "engine", "formats", "graphics", "plugins", "search")
