"""The site in `output/`: whole, made by `make publish`, and for which address."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from deploy import DeployError

MANIFEST, BUILD, REDIRECTS = "manifest.json", "build.json", "redirects.json"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
NOTHING = "'none'"
PREVIEWS = {"127.0.0.1", "localhost"}


@dataclass(frozen=True)
class Built:
    """A built site: its folder, the SHA-256 of every file by its path, and its address."""

    folder: Path
    sums: dict[str, str]
    siteurl: str
    policy: str

    @property
    def paths(self) -> list[str]:
        """Every file by its path from the site's root, the manifest too."""
        return sorted([*self.sums, MANIFEST])

    @property
    def base(self) -> str:
        """The path of the site on its host, as in `/news/watch`, or nothing."""
        return urlsplit(self.siteurl).path.rstrip("/")

    @property
    def host(self) -> str:
        return urlsplit(self.siteurl).hostname or ""

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that differ where a byte of the site does."""
        return hashlib.sha256(self.read(MANIFEST)).hexdigest()[:12]

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    @cached_property
    def commit(self) -> str | None:
        """The commit that it was built from, if build.json tells."""
        return commit_in(self.read(BUILD)) if BUILD in self.sums else None

    @cached_property
    def moved(self) -> dict[str, str]:
        """Where to find what moved: paths from the site's root, the former to the present."""
        return json.loads(self.read(REDIRECTS)) if REDIRECTS in self.sums else {}


def commit_in(build: bytes) -> str | None:
    """The commit that a build.json names; None where it names none or is none."""
    try:
        commit = json.loads(build)["commit"]
    except (ValueError, KeyError, TypeError):
        return None
    return commit if isinstance(commit, str) and commit != "unknown" else None


def read_built(folder: Path, siteurl: str = "") -> Built:
    """Look at the site in `folder`; `siteurl` is the address that it should be for, if it matters.

    Raises DeployError where there is none, where a file is not as the build left it, and where it
    was built for another address or for a preview.
    """
    sums = _sums(folder)
    _unchanged(folder, sums)
    front = (folder / "index.html").read_text("utf-8")
    address = unescape(CANONICAL.search(front)[1]).rstrip("/")
    if urlsplit(address).hostname in PREVIEWS and siteurl.rstrip("/") != address:
        raise DeployError(
            f"{folder}/ was built to look at, for {address}. Build it for the public:"
            " make publish SITEURL=https://example.org"
        )
    if siteurl and siteurl.rstrip("/") != address:
        raise DeployError(
            f"{folder}/ was built for {address}, not for {siteurl}. Build it anew:"
            f" make publish SITEURL={siteurl}"
        )
    pages = [folder / path for path in sums if path.endswith(".html")]
    return Built(folder, sums, address, widest(filter(None, map(_policy, pages))))


def _policy(page: Path) -> str:
    """The policy that stands in a page, or nothing."""
    found = META.search(page.read_text("utf-8"))
    return unescape(found[1]) if found else ""


def widest(policies: Iterable[str]) -> str:
    """One policy that allows what any of `policies` does, for a header that all pages share.

    A page's own policy holds beside it, so that each page keeps to its own.
    """
    sources: dict[str, dict[str, None]] = {"default-src": {NOTHING: None}}
    for policy in sorted(set(policies)):
        for directive in policy.split("; "):
            name, *allowed = directive.split(" ")
            sources.setdefault(name, {}).update(dict.fromkeys(allowed))
    return "; ".join(
        " ".join([name, *(s for s in allowed if s != NOTHING or len(allowed) == 1)])
        for name, allowed in sources.items()
    )


def _sums(folder: Path) -> dict[str, str]:
    try:
        sums = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        sums = {}
    if "index.html" not in sums:
        raise DeployError(
            f"There is no built site in {folder}/. Build it: make publish SITEURL=https://example.org"
        )
    return sums


def _unchanged(folder: Path, sums: dict[str, str]) -> None:
    there = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir()}
    changed = [
        path
        for path, wanted in sums.items()
        if path in there and hashlib.sha256((folder / path).read_bytes()).hexdigest() != wanted
    ]
    wrong = {
        "missing": sorted(sums.keys() - there),
        "changed": sorted(changed),
        "not made by the build": sorted(there - sums.keys() - {MANIFEST}),
    }
    said = [f"  {path}: {what}" for what, paths in wrong.items() for path in paths]
    if said:
        raise DeployError(
            "\n".join([f"{folder}/ is not as the build left it; build anew (make publish):", *said])
        )
