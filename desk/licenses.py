"""Write docs/licenses.md: the packages that build the site and the licenses they name.

The list follows requirements.txt; the licenses are what the installed packages say of themselves.
https://packaging.python.org/en/latest/specifications/core-metadata/
"""

import re
from importlib.metadata import metadata

from desk import ROOT

PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;]+)", re.MULTILINE)
HEAD = """\
# Licenses

The packages that build the site, as requirements.txt locks them, and the licenses they name. Of
their code only Pagefind's is in what is built, for /search/; social cards are set in the two fonts.
`make licenses` writes this list anew.

| package | version | license |
| --- | --- | --- |
"""


def license_of(name: str) -> str:
    """The license as an SPDX expression where the package has one, else in its own words."""
    package = metadata(name)
    classifiers = [c for c in package.get_all("Classifier", []) if "License" in c]
    names = [classifier.split(" :: ")[-1] for classifier in classifiers]
    short = package.get("License", "").split("\n")[0]
    return package.get("License-Expression") or " or ".join(names) or short or "not named"


def format_list(lock: str) -> str:
    """The list for the text of a lock file, as Markdown."""
    rows = (f"| {name} | {version} | {license_of(name)} |\n" for name, version in PIN.findall(lock))
    return HEAD + "".join(rows)


def main() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    (ROOT / "docs/licenses.md").write_text(format_list(lock), "utf-8")


if __name__ == "__main__":
    main()
