"""The site in `output/`: whole, made by `make publish`, and for which address."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from deploy import DeployError
from deploy.headers import merge_policies

MANIFEST, BUILD, REDIRECTS = "manifest.json", "build.json", "redirects.json"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
META_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
PREVIEW_HOSTS = {"127.0.0.1", "localhost"}


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the SHA-256 of every file by its path, and its address.

    `policy` is one content security policy that allows what those of its pages do.
    """

    folder: Path
    checksums: dict[str, str]
    siteurl: str
    policy: str

    @property
    def paths(self) -> list[str]:
        """Every file by its path from the site's root, the manifest too."""
        return sorted([*self.checksums, MANIFEST])

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
        """The commit that it was built from, if build.json names one."""
        return parse_commit(self.read(BUILD)) if BUILD in self.checksums else None

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Former addresses and the present ones, both as paths from the site's root."""
        return json.loads(self.read(REDIRECTS)) if REDIRECTS in self.checksums else {}


def parse_commit(build: bytes) -> str | None:
    """The commit that a build.json names; None where it names none or is none."""
    try:
        commit = json.loads(build)["commit"]
    except (ValueError, KeyError, TypeError):
        return None
    return commit if isinstance(commit, str) and commit != "unknown" else None


def file_path(address: str) -> str:
    """The file of an address, both from the site's root."""
    return (f"{address}index.html" if address.endswith("/") else address).lstrip("/")


def load_site(folder: Path, siteurl: str = "") -> Site:
    """The site in `folder`; `siteurl` is the address that it should be for, if it matters.

    Raises DeployError where there is none, where a file is not as the build left it, and where it
    was built for another address or for a preview.
    """
    checksums = _load_checksums(folder)
    _check_files(folder, checksums)
    address = _canonical_address(folder)
    if urlsplit(address).hostname in PREVIEW_HOSTS and siteurl.rstrip("/") != address:
        raise DeployError(
            f"{folder}/ was built to look at, for {address}. Build it for the public:"
            " make publish SITEURL=https://example.org"
        )
    if siteurl and siteurl.rstrip("/") != address:
        raise DeployError(
            f"{folder}/ was built for {address}, not for {siteurl}. Build it anew:"
            f" make publish SITEURL={siteurl}"
        )
    pages = [(folder / path).read_text("utf-8") for path in checksums if path.endswith(".html")]
    policies = [unescape(match[1]) for match in map(META_POLICY.search, pages) if match]
    return Site(folder, checksums, address, merge_policies(policies))


def _load_checksums(folder: Path) -> dict[str, str]:
    try:
        checksums: dict[str, str] = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        checksums = {}
    if "index.html" not in checksums:
        raise DeployError(
            f"There is no built site in {folder}/. Build it: make publish SITEURL=https://example.org"
        )
    return checksums


def _check_files(folder: Path, checksums: dict[str, str]) -> None:
    existing = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir()}
    both, foreign = existing & checksums.keys(), existing - checksums.keys() - {MANIFEST}
    sums = {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in both}
    changed = sums.items() - checksums.items()
    lines = [f"  {path}: missing" for path in sorted(checksums.keys() - existing)]
    lines += [f"  {path}: changed" for path, _ in sorted(changed)]
    lines += [f"  {path}: not made by the build" for path in sorted(foreign)]
    if lines:
        heading = f"{folder}/ is not as the build left it; build anew (make publish):"
        raise DeployError("\n".join([heading, *lines]))


def _canonical_address(folder: Path) -> str:
    match = CANONICAL.search((folder / "index.html").read_text("utf-8"))
    if not match:
        raise DeployError(
            f"{folder}/index.html names no canonical address. Build it for one:"
            " make publish SITEURL=https://example.org"
        )
    return unescape(match[1]).rstrip("/")
