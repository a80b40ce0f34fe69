"""Check every link of a built site: pages, feeds, citations and the sitemap, fragments too."""

import argparse
import sys
from pathlib import Path

from engine.checks import find_broken_links


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.links", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("siteurl", help="the address it was built for")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        sys.exit(f"There is no built site in {arguments.site}")
    faults = find_broken_links(arguments.site, arguments.siteurl)
    print("\n".join(faults) or "Every link arrives.")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
