"""The site to take along: an exact copy, and one to read from disk: `make mirror`."""

import hashlib
import io
import posixpath
import re
import tarfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.built import Built

# Pages are ours: attributes stand in double quotes, and no `<` of a text stands bare.
TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s+[^\s\"=<>/]+(?:=\"[^\"]*\")?)+\s*/?>")
LINK = re.compile(r'(\s(?:href|src|srcset)=")([^"]*)(")')
# Files have no origin: a script cannot prove its integrity there, nor is a manifest of use.
SERVED = re.compile(r'\s*<script src="[^>]*></script>|\s*<link rel="manifest"[^>]*>')
# What is 'self' elsewhere is `file:` on a disk.
META = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')


def mirror(built: Built, folder: Path) -> dict[str, str]:
    """Write both copies as tar files into `folder`; gives their SHA-256 by name.

    The same site gives the same bytes. SHA256SUMS is what `sha256sum -c` reads.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{built.host}{built.base.replace('/', '-')}"
    exact = {path: built.read(path) for path in built.paths}
    former = {old.lstrip("/") for old in built.moved}
    offline = {
        path: readable(path, data, built)
        for path, data in exact.items()
        if path.removesuffix("index.html") not in former
    }
    sums = {}
    for file, files in {f"{name}.tar": exact, f"{name}-offline.tar": offline}.items():
        data = packed(files, file.removesuffix(".tar"))
        (folder / file).write_bytes(data)
        sums[file] = hashlib.sha256(data).hexdigest()
    text = "".join(f"{digest}  {file}\n" for file, digest in sums.items())
    (folder / "SHA256SUMS").write_text(text, encoding="utf-8")
    return sums


def packed(files: dict[str, bytes], folder: str) -> bytes:
    """A tar of files below one folder that tells nothing of times and people."""
    packet = io.BytesIO()
    with tarfile.open(fileobj=packet, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, data in sorted(files.items()):
            entry = tarfile.TarInfo(f"{folder}/{path}")
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))
    return packet.getvalue()


def readable(path: str, data: bytes, built: Built) -> bytes:
    """A file of the site as it has to be where no server is: links lead from file to file."""
    if not path.endswith(".html"):
        return data

    def tag(found: re.Match) -> str:
        return LINK.sub(link, found[0])

    def link(found: re.Match) -> str:
        parts = unescape(found[2]).split(",") if "srcset" in found[1] else [unescape(found[2])]
        return found[1] + escape(",".join(map(relative, parts))) + found[3]

    def relative(part: str) -> str:
        address, space, width = part.strip().partition(" ")
        return f"{from_file(path, address, built)}{space}{width}"

    text = TAG.sub(tag, SERVED.sub("", data.decode()))
    return META.sub(for_files, text).encode()


def from_file(path: str, address: str, built: Built) -> str:
    """An address of the site as a path from the file `path`; others stay."""
    parts = urlsplit(address)
    ours = not parts.scheme and not parts.netloc and parts.path.startswith(f"{built.base}/")
    target = unquote(parts.path).removeprefix(f"{built.base}/") if ours else ""
    target = f"{target}index.html" if target.endswith("/") or not target else target
    if not ours or target not in built.paths:
        return address
    way = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{way}#{parts.fragment}" if parts.fragment else way


def for_files(found: re.Match) -> str:
    """The policy of a page where its pictures come from files."""
    return found[1] + found[2].replace("&#39;self&#39;", "file:") + found[3]
