"""How a build runs: incremental builds, caches, worker processes, staging and swap, last checks.

`build.StagedPelican` runs it all. Plugins find the collection and the targets of a build in
`generator.build`; tools of the desk use `cache`, `interruptions` and `staging`.
"""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# The packages of which a site is made; a change in any of them may change every page.
PACKAGES = ("contract", "engine", "formats", "graphics", "plugins", "search")
