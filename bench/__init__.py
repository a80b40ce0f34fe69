"""What a build costs here, and what it costs elsewhere: `make bench`."""

from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
CACHE = ROOT / ".cache/bench"
