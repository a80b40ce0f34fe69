"""Pictures: each can be shown, has its rights in its article, and stands in the text as a figure.

A figure has the picture in every size and type, what it shows, whose it is, and what others may do
with it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AMP_SUBSTITUTE

from contract.documents import Collection, Document
from contract.faults import Place
from contract.markdown import NO_TAG
from contract.schema import ALT_PLACEHOLDER, PICTURE_PLACEHOLDERS
from contract.services import Services
from formats.text import SITE, is_address
from graphics.pictures.original import Master, MasterJob, PictureError, job_for, master_of
from graphics.pictures.picture import Picture, Rendition
from graphics.pictures.rights import Rights

# The width of the text, --measure in tokens.css, and the space beside it, --space-3.
SIZES = "(min-width: 39.5rem) 36rem, calc(100vw - 3.5rem)"
TYPES = {"avif": "image/avif", "webp": "image/webp"}

Masters = dict[str, tuple[Master, MasterJob]]
# Those that an article lists, None for one with a fault; None for a page, which cannot list any.
Pictures = Mapping[str, Picture | None] | None
Refuse = Callable[[str, str], None]


def add_pictures(collection: Collection, services: Services) -> None:
    """Refuse pictures that cannot be shown; give every article its `Picture` objects.

    A fault stands where an article lists the file, or at the file where none does.
    """
    masters = _make_masters(collection, services)
    for document, path, entry, _ in _entries(collection):
        if path in masters and (entry["alt"] or not document.published):
            entry["picture"] = _picture(path, entry, *masters[path])


def pictures_of(document: Document) -> Pictures:
    """The pictures that an article lists, by path from `content/`."""
    if not document.path.startswith("articles/"):
        return None
    entries = document.metadata.get("images") or []
    return {f"images/{e['file']}": e.get("picture") for e in entries if e and e.get("file")}


def set_figures(root: ET.Element, pictures: Pictures, refuse: Refuse) -> None:
    """Make a figure of every picture, and one at the end of each that the text does not place.

    `refuse` takes the words at which a fault stands, and the fault.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    placed = set()
    for image in list(root.iter("img")):
        path = image.get("src", "")
        placed.add(path)
        picture = (pictures or {}).get(path)
        if fault := _objection(parents[image], path, pictures):
            refuse(path.rpartition("/")[2], f'picture "{path.rpartition("/")[2]}" {fault}')
        elif picture:
            _become_figure(parents[image], picture, image.get("alt", ""))
    for path, picture in (pictures or {}).items():
        if picture and path not in placed:
            _become_figure(ET.SubElement(root, "figure"), picture, _literal(picture.alt))


def _entries(collection: Collection) -> Iterator[tuple[Document, str, dict[str, Any], Place]]:
    """Every picture that an article lists: its path, its entry and the place of its file."""
    for document in collection.documents.values():
        if document.path.startswith("articles/"):
            for place, entry in document.place.entries(document.metadata, "images"):
                yield document, f"images/{entry['file']}", entry, place.into("file")


def _make_masters(collection: Collection, services: Services) -> Masters:
    jobs, masters = {}, {}
    for path in collection.pictures:
        try:
            jobs[path] = job_for(collection.root / path)
        except (PictureError, OSError) as error:
            _refuse_picture(collection, path, error)
    services.run_image_jobs(jobs.values())
    for path, job in jobs.items():
        try:
            masters[path] = master_of(job, services.images), job
        except PictureError as error:
            _refuse_picture(collection, path, error)
    return masters


def _refuse_picture(collection: Collection, path: str, error: Exception) -> None:
    message = f'picture "{path.removeprefix("images/")}" {error}'
    places = [place for _, entry_path, _, place in _entries(collection) if entry_path == path]
    for place in places:
        place.refuse(message)
    if not places:
        collection.refuse(path, message)


def _picture(path: str, entry: dict[str, Any], master: Master, job: MasterJob) -> Picture:
    rights = {
        key: entry.get(key) or PICTURE_PLACEHOLDERS.get(key, "")
        for key in Rights.__dataclass_fields__
    }
    return Picture(path, entry["alt"] or ALT_PLACEHOLDER, Rights(**rights), master, job)


def _objection(parent: ET.Element, path: str, pictures: Pictures) -> str:
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


def _become_figure(element: ET.Element, picture: Picture, alt: str) -> None:
    """Turn an element into the figure of a picture."""
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "figure", None
    source = ET.SubElement(element, "picture")
    *others, fallback = picture.renditions.values()
    for files in others:
        kind = TYPES[files[0].ending]
        ET.SubElement(source, "source", type=kind, srcset=_srcset(files), sizes=SIZES)
    ET.SubElement(
        source,
        "img",
        src=f"{SITE}/{picture.whole.path}",
        srcset=_srcset(fallback),
        sizes=SIZES,
        width=str(picture.whole.width),
        height=str(picture.whole.height),
        alt=alt,
        loading="lazy",
        decoding="async",
    )
    _add_caption(ET.SubElement(element, "figcaption"), picture.rights)


def _srcset(files: list[Rendition]) -> str:
    return ", ".join(f"{SITE}/{file.path} {file.width}w" for file in files)


def _add_caption(caption: ET.Element, rights: Rights) -> None:
    """What the picture shows; then credit, license and terms in small print, and its source."""
    caption.text = f"{_literal(rights.caption)} "
    small = ET.SubElement(caption, "small")
    small.text = f"Credit: {_literal(rights.credit)}"
    parts = [
        (". License: ", rights.license, rights.license),
        (". Terms: ", rights.terms, rights.terms),
        (". ", "Where it was found" if rights.source else "", rights.source),
    ]
    for before, words, address in parts:
        if words:
            ET.SubElement(small, NO_TAG).text = before
            linked = {"href": _literal(address), "rel": "external"} if is_address(address) else {}
            ET.SubElement(small, "a" if linked else NO_TAG, linked).text = _literal(words)


def _literal(words: str) -> str:
    """Words that Markdown writes as they are, even those that look like entities."""
    return words.replace("&", f"{AMP_SUBSTITUTE}amp;")
