"""`python -m desk clip FILE`: a saved report becomes a draft under content/articles/."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from contract.files import LARGEST, printable
from desk import ROOT

from . import feed, mail, page, text
from .clipping import Clipping
from .draft import Draft, make_draft
from .input import UnusableError, load_bytes
from .shelf import shelf

CONTENT = ROOT / "content"
MOST = 2_000
READERS = (mail, feed, page, text)  # the first that recognizes the bytes reads them


def clip(data: bytes, *, url: str = "", outlet: str = "") -> Clipping:
    """The clipping in what was saved; what the editor says of it goes before what it says.

    Raises UnusableError where there is nothing to clip.
    """
    clipping = next(reader for reader in READERS if reader.recognizes(data)).read(data)
    if not any((clipping.headline, clipping.deck, clipping.blocks, clipping.captions)):
        raise UnusableError("there is no text in this - copy the report from its page and save it")
    if len(clipping.blocks) > MOST:
        raise UnusableError(
            f"this has {len(clipping.blocks):,} lines of text, and a report has at most {MOST:,}"
            " - save the report alone"
        )
    overrides = {name: value for name, value in {"url": url, "outlet": outlet}.items() if value}
    about = tuple(f"source.{name}:" for name in overrides)
    doubts = tuple(words for words in clipping.doubts if not words.startswith(about or ("\n",)))
    return replace(clipping, **overrides, doubts=doubts)


def write(draft: Draft, content: Path) -> bool:
    """Write a draft; False if it is there already. Raises UnusableError where it cannot be."""
    file, data = content / draft.path, draft.text.encode()
    if len(data) > LARGEST:
        raise UnusableError(
            f"the draft would have {len(data):,} bytes, and an article has at most {LARGEST:,}"
            " - save the report alone, without what stands around it"
        )
    if file.exists() and file.read_bytes() == data:
        return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(data)
    except FileExistsError:
        raise UnusableError(
            f"{file} is there with another text and was left alone - rename or remove it first"
        ) from None
    except OSError as error:
        raise UnusableError(f"{file} cannot be written: {error.strerror}") from None
    return True


def describe(draft: Draft, content: Path, new: bool) -> str:
    """What the editor reads on the terminal."""
    file = content / draft.path
    near = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    parts = [f"{near}{'' if new else ' is there already, with the same text.'}"]
    for title, lines in {
        "Needs:": draft.needs,
        "Not in the clipping, to be filled in:": draft.missing,
        "Left out of the draft as debris of the page:": [
            f"line {line.line}: {line.text}" for line in draft.debris
        ],
    }.items():
        if lines:
            parts.append("\n".join([title, *(f"  {printable(line)}" for line in lines)]))
    parts.append(
        "Next: make serve shows the draft. Write the digest in its place, take out each need that"
        " is met,\nand set status: published."
    )
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk clip", description=__doc__)
    parser.add_argument(
        "file", nargs="?", default="-", help="the saved report; - for standard input"
    )
    parser.add_argument("--url", default="", help="the address of the report")
    parser.add_argument("--outlet", default="", help="who published it")
    parser.add_argument(
        "--content", type=Path, default=CONTENT, help="the folder of the collection"
    )
    arguments = parser.parse_args()
    try:
        draft = make_draft(
            clip(load_bytes(arguments.file), url=arguments.url, outlet=arguments.outlet),
            shelf(arguments.content),
        )
        print(describe(draft, arguments.content, write(draft, arguments.content)))
    except UnusableError as error:
        sys.exit(str(error))
