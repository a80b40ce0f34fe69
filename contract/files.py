"""Every file under `content/` is an article, a page, a picture, data, or a fault."""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from contract.faults import Fault

DATA = ("tags.yaml", "front.yaml", "glossary.yaml", "registry.yaml")
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
FOLDERS = {
    "articles": (".md",),
    "dossiers": (".md",),
    "pages": (".md",),
    "images": PICTURES,
    "diagrams": (".yaml",),
    "data": (".yaml",),
}
NAME = re.compile(r"[a-z0-9]+([._-]+[a-z0-9]+)*")
LARGEST = 1_000_000

CLOSING = re.compile(r"^---[ \t]+$", re.MULTILINE)
ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,8};?|[A-Za-z0-9]{1,40};)")
# Controls other than tab and newline; marks that reorder or hide text; the byte order mark inside.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def printable(path: str) -> str:
    """A path that can be printed: newlines and stray bytes are written as escapes."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in path)


def walk(content: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything under `content` by its path from there; links and hidden folders not entered."""
    for entry in sorted(os.scandir(content), key=lambda e: e.name):
        inner = entry.is_dir(follow_symlinks=False) and not is_hidden_or_backup(entry.name)
        for path, below in walk(Path(entry.path)) if inner else [("", entry)]:
            yield f"{entry.name}/{path}".rstrip("/"), below


def is_hidden_or_backup(name: str) -> bool:
    """Whether this is a hidden file or the backup of an editor: these are left out, and listed."""
    return name.startswith((".", "#")) or name.endswith("~")


def objection(path: str, entry: os.DirEntry[str]) -> str:
    """Why a file cannot stand where it does, or nothing."""
    folder, name = path.split("/", 1) if "/" in path else ("", path)
    name = name.rsplit("/", 1)[-1]
    if entry.is_symlink():
        return (
            "is a symbolic link, and what it leads to is not ours to publish - copy the file here"
        )
    if not entry.is_file(follow_symlinks=False):
        return "is not a regular file - take it out"
    if folder not in FOLDERS:
        return f"nothing is made from here - move it into {', '.join(FOLDERS)}"
    if not name.endswith(FOLDERS[folder]):
        stem = name.split(".")[0].lower()
        good = f"rename it to {stem}.md" if ".md" in FOLDERS[folder] else "allowed here"
        return (
            f'"{printable(name)}" has an ending that is not read - {good}'
            f" ({', '.join(FOLDERS[folder])})"
        )
    if folder == "data" and path not in {f"data/{file}" for file in DATA}:
        return f"nothing reads this file; content/data/ has {', '.join(DATA)}"
    if not NAME.fullmatch(name):
        return "use lower-case letters, digits and hyphens in file names"
    return ""


def decode(raw: bytes, path: str) -> tuple[str, list[Fault]]:
    """The text of a file's bytes, with `\\n` for every line end; where it has faults, these."""
    if len(raw) > LARGEST:
        return "", [Fault(path, 1, f"has {len(raw):,} bytes; at most {LARGEST:,} - split it")]
    try:
        text = normalize(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        return "", [Fault(path, line, f"byte 0x{byte:02x} is not UTF-8 - save the file as UTF-8")]
    faults = [
        Fault(
            path,
            text.count("\n", 0, hit.start()) + 1,
            f"invisible character U+{ord(hit[0]):04X} - delete it",
        )
        for hit in INVISIBLE.finditer(text)
    ]
    return text, faults


def normalize(raw: bytes) -> str:
    """The text of UTF-8, without byte order mark and spaces behind `---`. Raises UnicodeError."""
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return CLOSING.sub("---", text)


def hidden_entities(text: str) -> Iterator[tuple[int, str]]:
    """Entities of characters that `decode` refuses, each with its line from 0."""
    for hit in ENTITY.finditer(text):
        character = unescape(hit[0])
        if character in {"", "\ufffd"} or INVISIBLE.search(character):
            yield text.count("\n", 0, hit.start()), hit[0]
