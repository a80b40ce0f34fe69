"""What a site was built from: `build.json`, the same for the same commit wherever it is built."""

import json
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from engine import PACKAGES, PROJECT

RECORD = "build.json"
LOCK = PROJECT / "requirements.txt"
CODE = [PROJECT / name for name in (*PACKAGES, "theme", "pelicanconf.py", "publishconf.py")]
UNKNOWN = {"commit": "unknown"}
# Whoever owns the checkout, and without running what its configuration names.
GIT = ["git", "--no-optional-locks", "-c", "safe.directory=*", "-c", "core.fsmonitor=false"]


def write_record(site: Path, content: Path, sources: Iterable[str]) -> None:
    """Record in `site` that it shows the articles `sources`, files under `content`."""
    names = sorted(sources)
    lock = LOCK.read_text(encoding="utf-8") if LOCK.exists() else ""
    entries = {"articles": len(names), "packages": packages(lock), "sources": names}
    text = json.dumps(checkout(content) | entries, indent=1, sort_keys=True, ensure_ascii=False)
    (site / RECORD).write_text(f"{text}\n", encoding="utf-8")


def sources_of(site: Path) -> list[str]:
    """The articles of a site that was built before; none where there is no record."""
    try:
        return list(json.loads((site / RECORD).read_bytes())["sources"])
    except (OSError, ValueError, KeyError, TypeError):
        return []


def packages(lock: str) -> dict[str, str]:
    """The installed versions of what a lock file names; what is not installed is left out."""
    found = {}
    for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def checkout(content: Path) -> dict[str, str]:
    """The commit that git has checked out where `content` is, and its time.

    The commit ends in "-dirty" if what the site is made from differs from it. Without git or
    outside a checkout it is "unknown".
    """
    try:
        top = _git(content, "rev-parse", "--show-toplevel").strip()
        commit, seconds = _git(content, "log", "-1", "--format=%H %ct").split()
        sources = [p for p in (content.resolve(), LOCK, *CODE) if p.is_relative_to(top)]
        changed = _git(content, "status", "--porcelain", "--", *map(str, sources))
    except (OSError, ValueError, subprocess.CalledProcessError):
        return UNKNOWN
    time = datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return {"commit": f"{commit}-dirty" if changed else commit, "committed": time}


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - fixed words, and a folder that we read anyway
        [*GIT, "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout
