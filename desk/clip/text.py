"""Read pasted text: the lines of a page in their order, with all that stood around the report."""

from dataclasses import replace

from .body import ADDRESS, blocks_of, captions_apart, perhaps_captions, take_addresses, take_tail
from .clipping import Block, Clipping, Line
from .datelines import may_open, opening
from .debris import parted
from .head import headed
from .lines import joined, numbered
from .merge import completed, merged, owner_of
from .saved import decoded
from .tongue import language_of
from .unseen import doubt, shown


def recognizes(_: bytes) -> bool:
    """Whether this reader can try; it comes last and takes whatever the others leave."""
    return True


def read(data: bytes) -> Clipping:
    """The clipping in the bytes of a text. Raises UnusableError where they are no text."""
    text, guessed = decoded(data)
    text, found = shown(text)
    clipping = clipping_of(text)
    doubts = [guessed] * bool(guessed) + [doubt(found)] * bool(found)
    return replace(clipping, doubts=(*clipping.doubts, *doubts))


def clipping_of(text: str) -> Clipping:
    """The clipping in a text; where nothing is left below the head, all of it is body."""
    language = language_of(text)
    kept, discarded = parted(joined(numbered(text)))
    head = headed(kept, language)
    take_tail(head, language)
    addresses = take_addresses(head)
    captions, paragraphs = captions_apart(head)
    if not paragraphs:
        blocks = tuple(Block("paragraph", line.text, line.line) for line in kept)
        return Clipping(blocks=blocks, language=language, discarded=tuple(discarded))
    printed = [line for line, _ in head.credits] + head.sections + addresses
    if opened := opening(paragraphs[0].text):
        number, text = paragraphs[0].line, paragraphs[0].text.removeprefix(opened.printed)
        paragraphs[0] = Line(number, text.lstrip())
        printed.append(Line(number, opened.printed))
    begun = "" if opened else may_open(paragraphs[0].text)
    unsure = [f'dateline: the text opens with "{begun}"'] if begun else []
    told = merged(line_told for _, line_told in head.credits)
    told = completed(told, opened, owner_of(discarded), addresses)
    return Clipping(
        headline=head.headline.text if head.headline else "",
        deck=" ".join(line.text for line in head.deck),
        authors=told.authors,
        published=told.published,
        updated=told.updated,
        outlet=told.outlet,
        agency=told.agency,
        url=ADDRESS.fullmatch(addresses[0].text)["url"] if addresses else "",
        language=language,
        dateline=opened.dateline if opened else "",
        kind=told.kind or "report",
        captions=tuple(captions),
        blocks=tuple(blocks_of(paragraphs)),
        printed=tuple(sorted(printed, key=lambda line: line.line)),
        doubts=(*told.doubts, *head.doubts, *perhaps_captions(paragraphs), *unsure),
        discarded=tuple(discarded),
    )
