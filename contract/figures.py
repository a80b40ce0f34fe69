"""Sets the pictures of a text as figures: in every size and type, with caption and credit."""

from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from contract.captions import add_caption, literal
from formats.text import SITE
from graphics.pictures.picture import Picture, Rendition

# The width of the text, --measure in tokens.css, and the space beside it, --space-3.
SIZES = "(min-width: 39.5rem) 36rem, calc(100vw - 3.5rem)"
TYPES = {"avif": "image/avif", "webp": "image/webp"}
# Those that an article lists, None for one with a fault; None for a page, which cannot list any.
Pictures = Mapping[str, Picture | None] | None
Refuse = Callable[[str, str], None]


def set_figures(root: ET.Element, pictures: Pictures, refuse: Refuse) -> None:
    """Make a figure of every picture, and one at the end of each that the text does not place."""
    parents = {child: parent for parent in root.iter() for child in parent}
    placed = set()
    for image in list(root.iter("img")):
        path = image.get("src", "")
        placed.add(path)
        if fault := objection(parents[image], path, pictures):
            refuse(path.rpartition("/")[2], f'picture "{path.rpartition("/")[2]}" {fault}')
        elif pictures and pictures.get(path):
            become_figure(parents[image], pictures[path], image.get("alt"))
    for path, picture in (pictures or {}).items():
        if picture and path not in placed:
            become_figure(ET.SubElement(root, "figure"), picture, literal(picture.alt))


def objection(parent: ET.Element, path: str, pictures: Pictures) -> str:
    """Why a picture cannot be shown where it stands, or nothing."""
    if not path.startswith("images/"):
        return ""
    if pictures is None:
        return "stands on a page - only articles show pictures, with their rights in the metadata"
    if path not in pictures:
        return 'is shown without its rights - list its "file" under "images", with alt and credit'
    alone = len(parent) == 1 and not (parent.text or parent[0].tail or "").strip()
    if parent.tag != "p" or not alone:
        return "stands among words - give it a paragraph of its own"
    return ""


def become_figure(element: ET.Element, picture: Picture, alt: str) -> None:
    """Turn an element into the figure of a picture."""
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "figure", None
    source = ET.SubElement(element, "picture")
    *others, fallback = picture.renditions.values()
    for files in others:
        ET.SubElement(
            source, "source", type=TYPES[files[0].ending], srcset=srcset(files), sizes=SIZES
        )
    ET.SubElement(
        source,
        "img",
        src=f"{SITE}/{picture.whole.path}",
        srcset=srcset(fallback),
        sizes=SIZES,
        width=str(picture.whole.width),
        height=str(picture.whole.height),
        alt=alt,
        loading="lazy",
        decoding="async",
    )
    add_caption(ET.SubElement(element, "figcaption"), picture.rights)


def srcset(files: list[Rendition]) -> str:
    return ", ".join(f"{SITE}/{file.path} {file.width}w" for file in files)
