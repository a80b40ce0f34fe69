"""The press: every file of the site is a sheet with a key, and made only when its key changed."""

from engine.press.edition import edition
from engine.press.fingerprints import UnhashableError
from engine.press.generator import Articles
from engine.press.run import HangingError, run
from engine.press.writer import Named, Press

__all__ = [
    "Articles",
    "HangingError",
    "Named",
    "Press",
    "UnhashableError",
    "edition",
    "run",
]
