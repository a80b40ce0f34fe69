"""What `make check` found, and the forms in which it is told: text, JSON, GitHub's commands."""

from .as_github import as_github
from .as_json import as_json
from .as_text import as_text
from .finding import Finding, findings

__all__ = ["Finding", "as_github", "as_json", "as_text", "findings"]
