"""What a build writes: sheets, each a name, a key, and how to make its files."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class TwiceError(Exception):
    """Two sheets want the same place in the site."""


class Sheet(NamedTuple):
    """One or several files that are made together.

    `name` is the path of the first from the site's root. `key` changes whenever their bytes can;
    where it is None, nobody can tell, and they are made every time. `make` gives (path, bytes).
    """

    name: str
    key: str | None
    make: Callable[[], Iterable[tuple[str, bytes]]]


class Sheets(dict[str, Sheet]):
    """The sheets of one build by their name, in the order in which they were laid.

    `edition` is what all of them depend on, None where nobody can tell; `told` is what is known of
    the texts of templates, by their SHA-256.
    """

    def __init__(self, edition: str | None = None, told: dict[str, list] | None = None):
        super().__init__()
        self.edition, self.told = edition, {} if told is None else told

    def lay(self, name: str, key: str | None, make: Callable) -> None:
        """Add a sheet. Raises TwiceError where its name is taken."""
        if name in self:
            raise TwiceError(f"{name} is written twice - give one of the two another address")
        self[name] = Sheet(name, key, make)
