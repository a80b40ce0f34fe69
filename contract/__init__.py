"""What the content has to be before anything is built, and what to say where it is not.

`inspect` reads and checks everything into a Collection of Documents, with every Fault at once. The
keys stand in `schema`; what the contract needs from outside is handed to it as Site and Services.
"""

from contract.collection import inspect, report_faults, summarize
from contract.documents import Collection, Document
from contract.faults import Fault
from contract.services import Services, Site

__all__ = [
    "Collection",
    "Document",
    "Fault",
    "Services",
    "Site",
    "inspect",
    "report_faults",
    "summarize",
]
