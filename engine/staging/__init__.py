"""A folder that is replaced whole: made beside its place, then put there, one build at a time."""

from engine.staging.folder import Staging, published, replaced
from engine.staging.manifest import MANIFEST, ForeignFilesError
from engine.staging.record import Record

__all__ = ["MANIFEST", "ForeignFilesError", "Record", "Staging", "published", "replaced"]
