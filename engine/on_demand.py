"""Attributes that are worked out when a page first shows them: most pages are not made anew."""

from collections.abc import Callable
from functools import cached_property


def on_demand(kind: type, name: str, work: Callable) -> None:
    """Give everything of this kind the attribute `name`, which is `work` of it.

    It may depend on the other attributes of that thing alone, and on the settings.
    """
    attribute = cached_property(work)
    attribute.__set_name__(kind, name)
    setattr(kind, name, attribute)
