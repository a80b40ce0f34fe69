"""`python -m desk.contrary CORES MODULE …` runs a module where folders list their files backwards.

The module also finds that many cores. What a build makes depends on neither.
"""

import os
import runpy
import sys


class Backwards:
    """What os.scandir gives, from the last name to the first."""

    def __init__(self, entries):
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        """Nothing is open any more."""


def turn_around(cores: int) -> None:
    """Make the file system and the processor of this process other than they are."""
    scandir, listdir = os.scandir, os.listdir
    os.scandir = lambda path=".": Backwards(scandir(path))
    os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
    os.cpu_count = lambda: cores
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def main() -> None:
    _, cores, module, *arguments = sys.argv
    turn_around(int(cores))
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
