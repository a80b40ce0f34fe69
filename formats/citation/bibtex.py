"""An item as BibTeX, in UTF-8: https://ctan.org/pkg/bibtex, btxdoc.

BibTeX counts braces even after a backslash, so those of a text become commands. Names and titles
stand in braces of their own: no style splits the one or takes the capitals of the other.
"""

from formats.citation.item import NEWS
from formats.citation.parts import day, names

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{character: f"\\{character}" for character in "$&%#_"},
    }
)


def tex(text: str) -> str:
    """The text as LaTeX prints it, with balanced braces."""
    return " ".join(text.split()).translate(COMMANDS)


def bibtex(item: dict) -> str:
    """One entry: `article` for a report, `misc` for a page. A month is a macro, without braces."""
    news, published = item["type"] == NEWS, day(item)
    fields = {
        "author": " and ".join(f"{{{tex(name)}}}" for name in names(item)),
        "title": f"{{{tex(item['title'])}}}",
        "journal" if news else "howpublished": tex(item["container-title"]),
        "year": published and f"{published:%Y}",
        "month": published and MONTHS[published.month - 1],
        "day": published and str(published.day),
        "language": item["language"],
        "note": "source" in item and f"Via {tex(item['source'])}",
        "url": item["URL"],
    }
    lines = [
        f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@{'article' if news else 'misc'}{{{item['id']},\n{''.join(lines)}}}\n"
