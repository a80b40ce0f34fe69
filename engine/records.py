"""What is written about builds: records for the next one, and `build.json` in the site.

A record is plain data in a cache folder, discarded where it is damaged. `build.json` names what a
site was built from, the same for the same commit wherever it is built.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from engine import PACKAGES, PROJECT

FORM = "standing watch, record 1"
BUILD_RECORD = "build.json"
LOCK = PROJECT / "requirements.txt"
CODE = [PROJECT / name for name in (*PACKAGES, "theme", "pelicanconf.py", "publishconf.py")]
UNKNOWN = {"commit": "unknown"}
# Whoever owns the checkout, and without running what its configuration names.
GIT = ["git", "--no-optional-locks", "-c", "safe.directory=*", "-c", "core.fsmonitor=false"]


class Record:
    """A JSON file in `folder` about the site at `output`. Its first line is the rest's SHA-256."""

    def __init__(self, folder: Path, output: Path, name: str):
        self.about = f"{FORM}, {name} of {output.resolve()}"
        self.file = folder / f"{sha256(self.about.encode()).hexdigest()[:16]}.{name}.json"

    def read(self) -> dict[str, Any]:
        """What was written; nothing where there is none, or a damaged or foreign one."""
        try:
            total, _, text = self.file.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return {}
        if sha256(text).hexdigest().encode() == total:
            data: dict[str, Any] = json.loads(text)
            if data.pop("about", None) == self.about:
                return data
        print(
            f"{self.file} is damaged; it is discarded, and everything is built again.",
            file=sys.stderr,
        )
        self.file.unlink(missing_ok=True)
        return {}

    def write(self, data: dict[str, Any]) -> None:
        """Store it, whole or not at all. Raises OSError."""
        text = json.dumps({"about": self.about, **data}, separators=(",", ":")).encode()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.file.with_suffix(".unfinished")
        unfinished.write_bytes(sha256(text).hexdigest().encode() + b"\n" + text)
        unfinished.replace(self.file)


def write_build_record(site: Path, content: Path, articles: Iterable[str]) -> None:
    """Record in `site` that it shows these articles, files under `content`."""
    names = sorted(articles)
    lock = LOCK.read_text(encoding="utf-8") if LOCK.exists() else ""
    entries = {"articles": len(names), "packages": list_versions(lock), "sources": names}
    data = describe_checkout(content) | entries
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False)
    (site / BUILD_RECORD).write_text(f"{text}\n", encoding="utf-8")


def load_articles(site: Path) -> list[str]:
    """The articles of a site that was built before; none where there is no record."""
    try:
        return list(json.loads((site / BUILD_RECORD).read_bytes())["sources"])
    except (OSError, ValueError, KeyError, TypeError):
        return []


def list_versions(lock: str) -> dict[str, str]:
    """The versions of the packages in a lock file, as far as they are installed."""
    versions = {}
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return versions


def describe_checkout(content: Path) -> dict[str, str]:
    """The commit that git has checked out where `content` is, and its time.

    The commit ends in "-dirty" if what the site is made from differs from it. Without git or
    outside a checkout it is "unknown".
    """
    try:
        top = _git(content, "rev-parse", "--show-toplevel").strip()
        commit, seconds = _git(content, "log", "-1", "--format=%H %ct").split()
        sources = [p for p in (content.resolve(), LOCK, *CODE) if p.is_relative_to(top)]
        changes = _git(content, "status", "--porcelain", "--", *map(str, sources))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return UNKNOWN
    time = datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return {"commit": f"{commit}-dirty" if changes else commit, "committed": time}


def _git(folder: Path, *arguments: str) -> str:
    process = subprocess.run(  # noqa: S603 - fixed words, and a folder that we read anyway
        [*GIT, "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return process.stdout
