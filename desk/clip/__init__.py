"""Turn a report that someone saved into a sourced draft.

A reader makes a `Clipping` of what was saved, and `make_draft` an article file of that. A reader
is a module with `recognizes(data: bytes) -> bool` and `read(data: bytes) -> Clipping`; command.py
has the list of them.
"""

from .command import main

__all__ = ["main"]
