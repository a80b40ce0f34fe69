"""Where a value stands in a file, and so where its faults are."""

from dataclasses import dataclass, field, replace

from .faults import Fault


@dataclass(frozen=True)
class Place:
    """Where a value stands: the file, its lines, and the trail of keys that leads to it."""

    path: str
    lines: dict
    faults: list = field(default_factory=list)
    trail: tuple = ()

    @property
    def name(self) -> str:
        return ".".join(str(k + 1 if isinstance(k, int) else k) for k in self.trail)

    def into(self, *keys: str | int) -> "Place":
        return replace(self, trail=(*self.trail, *keys))

    def refuse(self, message: str) -> None:
        known = (self.trail[:n] for n in range(len(self.trail), -1, -1))
        line = next((self.lines[trail] for trail in known if trail in self.lines), 1)
        self.faults.append(Fault(self.path, line, message))
