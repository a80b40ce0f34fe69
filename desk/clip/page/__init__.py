"""Saved HTML pages: what they show, sorted by what they say of themselves."""

from .reader import clip, read, recognizes
from .tree import parse

__all__ = ["clip", "parse", "read", "recognizes"]
