"""Where a value stands in a file, and so where its faults are."""

from dataclasses import dataclass, field, replace

from contract.faults import Fault


@dataclass(frozen=True)
class Place:
    """Where a value stands: the file, its lines, and the trail of keys that leads to it.

    `needs` takes up what a draft still lacks; it is None where everything must be there.
    """

    path: str
    lines: dict
    faults: list = field(default_factory=list)
    trail: tuple = ()
    needs: list[tuple[int, str]] | None = None

    @property
    def name(self) -> str:
        return ".".join(str(k + 1 if isinstance(k, int) else k) for k in self.trail)

    def into(self, *keys: str | int) -> "Place":
        return replace(self, trail=(*self.trail, *keys))

    @property
    def line(self) -> int:
        known = (self.trail[:n] for n in range(len(self.trail), -1, -1))
        return next((self.lines[trail] for trail in known if trail in self.lines), 1)

    def refuse(self, message: str) -> None:
        self.faults.append(Fault(self.path, self.line, message))

    def lack(self, message: str, need: str) -> None:
        """Refuse what must be there; a draft only needs it, which `need` says."""
        if self.needs is None:
            self.refuse(message)
        else:
            self.needs.append((self.line, need))
