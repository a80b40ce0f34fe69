"""Puts an index of Pagefind in order: what it writes of filters comes in another order each time.

A filter file is a mark and CBOR (RFC 8949) in gzip, [name, [[value, [page, ...]], ...]]; the
fourth part of the `.pf_meta` lists the filters as [name, name of the file], and
`pagefind-entry.json` names the `.pf_meta`. Of CBOR only numbers, texts and arrays occur.
"""

import gzip
import hashlib
from itertools import count

MARK = b"pagefind_dcd"
FILTER, META, ENTRY = ".pf_filter", ".pf_meta", "pagefind-entry.json"
NUMBER, TEXT, ARRAY = 0, 3, 4
UNENDING = 31  # of an array whose length is not told
SHORT, WIDTHS = 24, {24: 1, 25: 2, 26: 4, 27: 8}


def settled(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with filters, and their values, in order, under names of their bytes."""
    kept = {p: data for p, data in files.items() if not p.endswith((FILTER, META))}
    renamed: dict[str, str] = {}
    for path, data in files.items():
        if path.endswith(FILTER):
            name, values = opened(data)
            packed = closed([name, sorted(values)])
            kept[_called(path, packed, renamed)] = packed
    for path, data in files.items():
        if path.endswith(META):
            version, pages, chunks, filters, *others = opened(data)
            told = sorted([name, renamed[file]] for name, file in filters)
            packed = closed([version, pages, chunks, told, *others])
            kept[_called(path, packed, renamed)] = packed
    for former, new in renamed.items():
        kept[ENTRY] = kept[ENTRY].replace(former.encode(), new.encode())
    return kept


def _called(path: str, data: bytes, renamed: dict[str, str]) -> str:
    """The path of a file after its bytes, of the same length; `renamed` learns its name."""
    folder, _, name = path.rpartition("/")
    former = name.removeprefix("pagefind.").rpartition(".")[0]
    language, _, sum_ = former.partition("_")
    renamed[former] = f"{language}_{hashlib.sha256(data).hexdigest()[: len(sum_)]}"
    return f"{folder}/{name}".lstrip("/").replace(former, renamed[former])


def opened(data: bytes) -> list:
    """What a file of Pagefind says. Raises ValueError for what does not occur."""
    return _read(gzip.decompress(data).removeprefix(MARK), 0)[0]


def closed(value: list) -> bytes:
    """A file that says it, stored and not compressed: the same bytes with every zlib."""
    packed = gzip.compress(MARK + _written(value), 0, mtime=0)
    return packed[:8] + b"\0\xff" + packed[10:]


def _read(data: bytes, at: int) -> tuple[int | str | list, int]:
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    unending = number == UNENDING
    if number in WIDTHS:
        width = WIDTHS[number]
        number, at = int.from_bytes(data[at : at + width], "big"), at + width
    if kind == NUMBER:
        return number, at
    if kind == TEXT:
        return data[at : at + number].decode(), at + number
    if kind != ARRAY or unending:
        raise ValueError(f"CBOR of another kind: {data[at - 1]:#x}")
    parts = []
    for _ in range(number):
        part, at = _read(data, at)
        parts.append(part)
    return parts, at


def _written(value: int | str | list) -> bytes:
    if isinstance(value, int):
        return _head(NUMBER, value)
    if isinstance(value, str):
        return _head(TEXT, len(value.encode())) + value.encode()
    return _head(ARRAY, len(value)) + b"".join(map(_written, value))


def _head(kind: int, number: int) -> bytes:
    if number < SHORT:
        return bytes([kind << 5 | number])
    short = next(n for n in count(SHORT) if number < 256 ** WIDTHS[n])
    return bytes([kind << 5 | short]) + number.to_bytes(WIDTHS[short], "big")
