"""A folder that is replaced whole: made beside its place, then put there, one build at a time."""

from .folder import Staging, published, replaced
from .manifest import MANIFEST, ForeignFilesError
from .record import Record

__all__ = ["MANIFEST", "ForeignFilesError", "Record", "Staging", "published", "replaced"]
