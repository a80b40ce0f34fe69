"""Read pasted text: the lines of a page in their order, with all that stood around the report."""

from dataclasses import replace

from .body import ADDRESS, blocks_of, captions_apart, perhaps_captions, take_addresses, take_tail
from .clipping import Block, Clipping, Line
from .datelines import may_open, opening
from .debris import split_debris
from .head import parse_head
from .input import decode
from .lines import join_lines, number_lines
from .merge import complete, merge, owner_of
from .tongue import language_of
from .unseen import doubt, reveal


def recognizes(_: bytes) -> bool:
    """Whether this reader can try; it comes last and takes whatever the others leave."""
    return True


def read(data: bytes) -> Clipping:
    """The clipping in the bytes of a text. Raises UnusableError where they are no text."""
    text, guess = decode(data)
    text, counts = reveal(text)
    clipping = clipping_of(text)
    doubts = [guess] * bool(guess) + [doubt(counts)] * bool(counts)
    return replace(clipping, doubts=(*clipping.doubts, *doubts))


def clipping_of(text: str) -> Clipping:
    """The clipping in a text; where nothing is left below the head, all of it is body."""
    language = language_of(text)
    lines, debris = split_debris(join_lines(number_lines(text)))
    head = parse_head(lines, language)
    take_tail(head, language)
    addresses = take_addresses(head)
    captions, paragraphs = captions_apart(head)
    if not paragraphs:
        blocks = tuple(Block("paragraph", line.text, line.line) for line in lines)
        return Clipping(blocks=blocks, language=language, debris=tuple(debris))
    verbatim = [line for line, _ in head.credits] + head.sections + addresses
    if opener := opening(paragraphs[0].text):
        number, text = paragraphs[0].line, paragraphs[0].text.removeprefix(opener.verbatim)
        paragraphs[0] = Line(number, text.lstrip())
        verbatim.append(Line(number, opener.verbatim))
    beginning = "" if opener else may_open(paragraphs[0].text)
    unsure = [f'dateline: the text opens with "{beginning}"'] if beginning else []
    result = merge(line_credits for _, line_credits in head.credits)
    result = complete(result, opener, owner_of(debris), addresses)
    return Clipping(
        headline=head.headline.text if head.headline else "",
        deck=" ".join(line.text for line in head.deck),
        authors=result.authors,
        published=result.published,
        updated=result.updated,
        outlet=result.outlet,
        agency=result.agency,
        url=ADDRESS.fullmatch(addresses[0].text)["url"] if addresses else "",
        language=language,
        dateline=opener.dateline if opener else "",
        kind=result.kind or "report",
        captions=tuple(captions),
        blocks=tuple(blocks_of(paragraphs)),
        verbatim=tuple(sorted(verbatim, key=lambda line: line.line)),
        doubts=(*result.doubts, *head.doubts, *perhaps_captions(paragraphs), *unsure),
        debris=tuple(debris),
    )
