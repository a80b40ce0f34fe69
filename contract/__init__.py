"""What an article has to be before anything is built, and what to say where it is not."""

from contract.collection import inspect
from contract.document import Collection, Document
from contract.faults import Fault
from contract.ledger import ledger, report

__all__ = ["Collection", "Document", "Fault", "inspect", "ledger", "report"]
