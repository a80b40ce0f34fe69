"""The press: every file of the site is a sheet with a key, and made only when its key changed."""

from .edition import edition
from .fingerprints import UnhashableError
from .generator import Articles
from .run import HangingError, run
from .sheets import Sheets, TwiceError
from .writer import Named, Press

__all__ = [
    "Articles",
    "HangingError",
    "Named",
    "Press",
    "Sheets",
    "TwiceError",
    "UnhashableError",
    "edition",
    "run",
]
