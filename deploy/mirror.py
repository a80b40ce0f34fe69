"""The site to take along: an exact copy, and one to read from disk: `make mirror`."""

import hashlib
import io
import posixpath
import re
import tarfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.site import META_POLICY, Site, file_path

# Pages are ours: attributes stand in double quotes, and no `<` of a text stands bare.
TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s+[^\s\"=<>/]+(?:=\"[^\"]*\")?)+\s*/?>")
LINK = re.compile(r'(\s(?:href|src|srcset)=")([^"]*)(")')
# Files have no origin: a script cannot prove its integrity there, nor is a manifest of use.
ONLINE_ONLY = re.compile(r'\s*<script src="[^>]*></script>|\s*<link rel="manifest"[^>]*>')


def mirror(site: Site, folder: Path) -> dict[str, str]:
    """Write both copies as tar files into `folder`; gives their SHA-256 by name.

    The same site gives the same bytes. SHA256SUMS is what `sha256sum -c` reads.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{site.host}{site.base.replace('/', '-')}"
    exact = {path: site.read(path) for path in site.paths}
    former = set(map(file_path, site.redirects))
    offline = {p: take_offline(p, data, site) for p, data in exact.items() if p not in former}
    checksums = {}
    for root, files in {name: exact, f"{name}-offline": offline}.items():
        data = pack(files, root)
        (folder / f"{root}.tar").write_bytes(data)
        checksums[f"{root}.tar"] = hashlib.sha256(data).hexdigest()
    text = "".join(f"{checksum}  {file}\n" for file, checksum in checksums.items())
    (folder / "SHA256SUMS").write_text(text, encoding="utf-8")
    return checksums


def pack(files: dict[str, bytes], folder: str) -> bytes:
    """A tar of files below one folder, without times and owners."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, data in sorted(files.items()):
            entry = tarfile.TarInfo(f"{folder}/{path}")
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return archive.getvalue()


def take_offline(path: str, data: bytes, site: Site) -> bytes:
    """A file of the site as it has to be where no server is: links lead from file to file."""
    if not path.endswith(".html"):
        return data

    def rewrite_link(link: re.Match[str]) -> str:
        value = unescape(link[2])
        parts = value.split(",") if "srcset" in link[1] else [value]
        return link[1] + escape(",".join(map(rewrite_part, parts))) + link[3]

    def rewrite_part(part: str) -> str:
        address, space, width = part.strip().partition(" ")
        return f"{relative_address(path, address, site)}{space}{width}"

    text = ONLINE_ONLY.sub("", data.decode())
    text = TAG.sub(lambda tag: LINK.sub(rewrite_link, tag[0]), text)
    # What is 'self' elsewhere is `file:` on a disk.
    return META_POLICY.sub(lambda meta: meta[0].replace("&#39;self&#39;", "file:"), text).encode()


def relative_address(path: str, address: str, site: Site) -> str:
    """An address of the site as a path from the file `path`; others stay."""
    parts = urlsplit(address)
    target = file_path(unquote(parts.path).removeprefix(site.base))
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith(f"{site.base}/")
    if not is_ours or target not in site.paths:
        return address
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{relative}#{parts.fragment}" if parts.fragment else relative
