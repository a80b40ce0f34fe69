"""The bytes of what was saved, and the text in them. Each objection is one sentence with a cure."""

import sys
from pathlib import Path

from charset_normalizer import from_bytes

LARGEST = 5_000_000
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
CURE = "copy the report from the page and save it as plain text in UTF-8"


class UnusableError(ValueError):
    """The clipping cannot be used; the message is for the editor."""


def load_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises UnusableError."""
    if name == "-" and sys.stdin.isatty():
        raise UnusableError(
            "make clip needs a saved report: make clip FILE=report.txt, or make clip < report.txt"
        )
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except IsADirectoryError:
        raise UnusableError(
            f"{name} is a folder - name the file in it that has the report"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnusableError(f"{name} cannot be read: {reason} - check the name: FILE=...") from None
    if len(data) > LARGEST:
        raise UnusableError(
            f"{name} has more than {LARGEST:,} bytes - save the report alone, without its page"
        )
    return data


def decode(data: bytes) -> tuple[str, str]:
    """The text, and a doubt where its encoding had to be guessed. Raises UnusableError."""
    mark = next((code for sign, code in MARKS.items() if data.startswith(sign)), "utf-8")
    try:
        return data.decode(mark), ""
    except UnicodeDecodeError:
        guess = None if b"\0" in data else from_bytes(data).best()
    if guess is None:
        raise UnusableError(f"this is no text that can be read - {CURE}")
    sentence = f"the file is not UTF-8; it was read as {guess.encoding} - look for wrong letters"
    return str(guess), f"text: {sentence}"
