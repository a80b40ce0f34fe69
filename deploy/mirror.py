"""The site to take along: an exact copy, and one to read from disk: `make mirror`."""

import hashlib
import io
import posixpath
import re
import tarfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.site import Site

# Pages are ours: attributes stand in double quotes, and no `<` of a text stands bare.
TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s+[^\s\"=<>/]+(?:=\"[^\"]*\")?)+\s*/?>")
LINK = re.compile(r'(\s(?:href|src|srcset)=")([^"]*)(")')
# Files have no origin: a script cannot prove its integrity there, nor is a manifest of use.
ONLINE_ONLY = re.compile(r'\s*<script src="[^>]*></script>|\s*<link rel="manifest"[^>]*>')
META_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')


def mirror(site: Site, folder: Path) -> dict[str, str]:
    """Write both copies as tar files into `folder`; gives their SHA-256 by name.

    The same site gives the same bytes. SHA256SUMS is what `sha256sum -c` reads.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{site.host}{site.base.replace('/', '-')}"
    exact = {path: site.read(path) for path in site.paths}
    former = {old.lstrip("/") for old in site.redirects}
    offline = {
        path: take_offline(path, data, site)
        for path, data in exact.items()
        if path.removesuffix("index.html") not in former
    }
    checksums = {}
    for file, files in {f"{name}.tar": exact, f"{name}-offline.tar": offline}.items():
        data = pack(files, file.removesuffix(".tar"))
        (folder / file).write_bytes(data)
        checksums[file] = hashlib.sha256(data).hexdigest()
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

    def rewrite_tag(tag: re.Match[str]) -> str:
        return LINK.sub(rewrite_link, tag[0])

    def rewrite_link(link: re.Match[str]) -> str:
        value = unescape(link[2])
        parts = value.split(",") if "srcset" in link[1] else [value]
        return link[1] + escape(",".join(map(rewrite_part, parts))) + link[3]

    def rewrite_part(part: str) -> str:
        address, space, width = part.strip().partition(" ")
        return f"{relative_address(path, address, site)}{space}{width}"

    text = TAG.sub(rewrite_tag, ONLINE_ONLY.sub("", data.decode()))
    # What is 'self' elsewhere is `file:` on a disk.
    return META_POLICY.sub(
        lambda meta: meta[1] + meta[2].replace("&#39;self&#39;", "file:") + meta[3], text
    ).encode()


def relative_address(path: str, address: str, site: Site) -> str:
    """An address of the site as a path from the file `path`; others stay."""
    parts = urlsplit(address)
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith(f"{site.base}/")
    target = unquote(parts.path).removeprefix(f"{site.base}/") if is_ours else ""
    target = f"{target}index.html" if target.endswith("/") or not target else target
    if not is_ours or target not in site.paths:
        return address
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{relative}#{parts.fragment}" if parts.fragment else relative
