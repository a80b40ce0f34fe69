"""The text of a saved page, whatever its encoding is and whatever it says of it."""

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

# What browsers read for these names: https://encoding.spec.whatwg.org/#names-and-labels
LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
FEW = 0.05  # of all bytes
ESCAPES = b"\x1b"  # ISO-2022-JP is 7-bit, so that it would pass for UTF-8


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a page, and a sentence of doubt where its encoding is a guess.

    `encoding` is one that came with the page, as in the header of an e-mail. UTF-8 that holds
    goes before what a page declares: other encodings hardly ever look like it by chance.
    """
    data, mark = EncodingDetector.strip_byte_order_mark(data)
    declaration = EncodingDetector.find_declared_encoding(data, is_html=True) or ""
    utf8 = "" if ESCAPES in data and data.isascii() else "utf-8"
    for name in filter(None, (mark, utf8, encoding, declaration)):
        try:
            return data.decode(LABELS.get(name.lower(), name)), ""
        except (UnicodeDecodeError, LookupError):
            continue
    name = _guess(data[:100_000])
    state = (
        f"declares {declaration}, which does not hold" if declaration else "declares no encoding"
    )
    return data.decode(name, "replace"), (
        f"encoding: the page {state}; it was read as {name}: look for letters that went wrong"
    )


def _guess(data: bytes) -> str:
    """Few letters beyond ASCII are those of a Western page, too few to tell encodings apart."""
    beyond = sum(byte > 127 for byte in data)
    guess = from_bytes(data).best() if beyond > len(data) * FEW else None
    return guess.encoding if guess else "cp1252"
