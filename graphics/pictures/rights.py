"""Whose a picture is, as data: on the page, for machines, and inside the file itself."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from formats.text import is_address

# The IPTC Photo Metadata Standard 2023.2 in XMP (ISO 16684-1), and PLUS for the licensor.
SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
TRANSLATABLE = (  # that have a text for each language
    "dc:description",
    "dc:rights",
    "xmpRights:UsageTerms",
    "Iptc4xmpCore:AltTextAccessibility",
)
BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
END = '<?xpacket end="r"?>'


@dataclass(frozen=True)
class Rights:
    """Caption and credit; license and terms, each words or an address; where it was found."""

    caption: str
    credit: str
    license: str = ""
    terms: str = ""
    source: str = ""

    @property
    def notice(self) -> str:
        """Credit, license and terms in one line."""
        return ". ".join(
            part.rstrip(".") for part in (self.credit, self.license, self.terms) if part
        )


def packet(rights: Rights, alt: str) -> bytes:
    """The XMP packet with the IPTC fields for caption, credit, rights, source and alt text."""
    for prefix, space in SPACES.items():
        ET.register_namespace(prefix, space)
    root = ET.Element(_name("x:xmpmeta"))
    about = ET.SubElement(ET.SubElement(root, _name("rdf:RDF")), _name("rdf:Description"))
    about.set(_name("rdf:about"), "")
    for name, words in {
        "photoshop:Credit": rights.credit,
        "photoshop:Source": rights.source,
        "xmpRights:WebStatement": next(filter(is_address, (rights.license, rights.terms)), ""),
        "dc:description": rights.caption,
        "dc:rights": rights.notice,
        "xmpRights:UsageTerms": rights.terms or rights.license,
        "Iptc4xmpCore:AltTextAccessibility": alt,
    }.items():
        if words:
            item = ET.SubElement(about, _name(name))
            if name in TRANSLATABLE:
                item = ET.SubElement(ET.SubElement(item, _name("rdf:Alt")), _name("rdf:li"))
                item.set("{http://www.w3.org/XML/1998/namespace}lang", "x-default")
            item.text = words
    return f"{BEGIN}{ET.tostring(root, encoding='unicode')}{END}".encode()


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"
