"""A CSL-JSON item as files that reference managers import, and as the `<meta>` that they look for.

BibTeX: https://ctan.org/pkg/bibtex, btxdoc. RIS: RIS Format Specifications (Research Information
Systems, 2011). Highwire Press tags: https://scholar.google.com/intl/en/scholar/inclusion.html.
All are in UTF-8.
"""

from formats.citations import NEWS, Item, date_issued, names
from formats.text import to_json

TEX_COMMANDS = str.maketrans(
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


def bibtex(item: Item) -> str:
    """One entry: `article` for a report, `misc` for a page. A month is a macro, without braces.

    Names and titles stand in braces of their own: no style splits the one or takes the capitals of
    the other.
    """
    news, day = item["type"] == NEWS, date_issued(item)
    fields = {
        "author": " and ".join(f"{{{escape_tex(name)}}}" for name in names(item)),
        "title": f"{{{escape_tex(item['title'])}}}",
        "journal" if news else "howpublished": escape_tex(item["container-title"]),
        "year": f"{day:%Y}" if day else "",
        "month": f"{day:%b}".lower() if day else "",
        "day": str(day.day) if day else "",
        "language": item["language"],
        "note": f"Via {escape_tex(item['source'])}" if "source" in item else "",
        "url": item["URL"],
    }
    lines = [
        f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@{'article' if news else 'misc'}{{{item['id']},\n{''.join(lines)}}}\n"


def escape_tex(text: str) -> str:
    """The text as LaTeX prints it. BibTeX counts braces even after a backslash, so none is left."""
    return " ".join(text.split()).translate(TEX_COMMANDS)


def ris(item: Item) -> str:
    """One reference, a line for each author and value; asterisks are not allowed in names.

    A line is a tag of two characters, two spaces, a hyphen, a space and the value.
    """
    news, day = item["type"] == NEWS, date_issued(item)
    container = item["container-title"].replace("*", "")
    fields = [
        ("TY", "NEWS" if news else "ELEC"),
        ("ID", item["id"]),
        *(("AU", one_part_name(name)) for name in names(item)),
        ("TI", item["title"]),
        ("T2", container),
        ("PB", "" if news else container),
        ("PY", f"{day:%Y}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("LA", item["language"]),
        ("M3", item.get("genre")),
        ("DP", item.get("source")),
        ("UR", item["URL"]),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value]
    return f"{''.join(lines)}ER  - \n"


def one_part_name(name: str) -> str:
    """A name that importers take whole: they read what is before a comma as the family name.

    A comma at the end says that nothing follows; one within becomes a pair of parentheses.
    """
    parts = [part.strip() for part in name.replace("*", "").split(",") if part.strip()]
    return f"{parts[0]}{''.join(f' ({part})' for part in parts[1:])}," if parts else name


def csl_json(item: Item) -> str:
    """A list of one item, as CSL processors read it."""
    return to_json([item], indent=2).decode()


def highwire(item: Item) -> list[tuple[str, str]]:
    """(name, content) pairs; authors end in a comma, so that an office is not turned around.

    There is no `citation_journal_title`, which would make it a journal's; `dc.type` makes it a
    newspaper's for Zotero, whose Embedded Metadata translator takes the newspaper's name from
    `og:site_name`.
    """
    day = date_issued(item)
    dates = ("citation_publication_date", "citation_online_date") if day else ()
    return [
        ("citation_title", item["title"]),
        *(("citation_author", one_part_name(name)) for name in names(item)),
        *((name, f"{day:%Y/%m/%d}") for name in dates),
        ("citation_public_url", item["URL"]),
        ("citation_publisher", item["container-title"]),
        ("citation_language", item["language"]),
        ("dc.type", "newspaperArticle"),
    ]
