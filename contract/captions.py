"""What stands under a picture: what it shows, whose it is, and what others may do with it."""

from xml.etree import ElementTree as ET

from markdown.util import AMP_SUBSTITUTE

from formats.text import is_address
from graphics.pictures.rights import Rights


def add_caption(caption: ET.Element, rights: Rights) -> None:
    """What the picture shows; then credit, license and terms in small print, and its source."""
    caption.text = f"{literal(rights.caption)} "
    small = ET.SubElement(caption, "small")
    small.text = f"Credit: {literal(rights.credit)}"
    for name, words in {"License": rights.license, "Terms": rights.terms}.items():
        if is_address(words):
            link(small, f". {name}: ", words, words)
        elif words:
            add_words(small, f". {name}: {literal(words)}")
    if rights.source:
        link(small, ". ", rights.source, "Where it was found")


def link(parent: ET.Element, before: str, address: str, words: str) -> None:
    add_words(parent, before)
    ET.SubElement(parent, "a", href=literal(address), rel="external").text = literal(words)


def add_words(parent: ET.Element, words: str) -> None:
    """Append words after whatever the element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def literal(words: str) -> str:
    """Words that Markdown writes as they are, even those that look like entities."""
    return words.replace("&", f"{AMP_SUBSTITUTE}amp;")
