"""What the last build is remembered by: plain data, which is thrown away where it is damaged."""

import json
import sys
from hashlib import sha256
from pathlib import Path

FORM = "standing watch, record 1"


class Record:
    """A JSON file in `folder` about the site at `output`; its first line is the sum of the rest."""

    def __init__(self, folder: Path, output: Path, name: str):
        self.about = f"{FORM}, {name} of {output.resolve()}"
        self.file = folder / f"{sha256(self.about.encode()).hexdigest()[:16]}.{name}.json"

    def read(self) -> dict:
        """What was written; nothing where there is none, or a damaged or foreign one."""
        try:
            total, _, text = self.file.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return {}
        if sha256(text).hexdigest().encode() == total:
            told = json.loads(text)
            if told.pop("about", None) == self.about:
                return told
        print(f"{self.file} is damaged; it is thrown away and all is made anew.", file=sys.stderr)
        self.file.unlink(missing_ok=True)
        return {}

    def write(self, told: dict) -> None:
        """Keep it, whole or not at all."""
        text = json.dumps({"about": self.about, **told}, separators=(",", ":")).encode()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.file.with_suffix(".unfinished")
        unfinished.write_bytes(sha256(text).hexdigest().encode() + b"\n" + text)
        unfinished.replace(self.file)
