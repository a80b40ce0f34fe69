"""What an article has to be before anything is built, and what to say where it is not."""

from .collection import inspect
from .document import Collection, Document
from .faults import Fault
from .ledger import ledger, report

__all__ = ["Collection", "Document", "Fault", "inspect", "ledger", "report"]
