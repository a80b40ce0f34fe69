"""A folder that is replaced whole: made beside its place, then put there, one build at a time."""

from .folder import replaced
from .manifest import MANIFEST, ForeignFilesError

__all__ = ["MANIFEST", "ForeignFilesError", "replaced"]
