"""An item as RIS, in UTF-8: a tag of two characters, two spaces, a hyphen, a space, the value.

RIS Format Specifications (Research Information Systems, 2011).
"""

from formats.citation.item import NEWS
from formats.citation.parts import day, names


def undivided(name: str) -> str:
    """A name that importers take whole: they read what is before a comma as the family name.

    A comma at the end says that nothing follows; one within becomes a pair of parentheses.
    """
    parts = [part.strip() for part in name.replace("*", "").split(",") if part.strip()]
    return f"{parts[0]}{''.join(f' ({part})' for part in parts[1:])}," if parts else name


def ris(item: dict) -> str:
    """One reference, a line for each author and value; asterisks are not allowed in names."""
    news, published = item["type"] == NEWS, day(item)
    container = item["container-title"].replace("*", "")
    fields = [
        ("TY", "NEWS" if news else "ELEC"),
        ("ID", item["id"]),
        *(("AU", undivided(name)) for name in names(item)),
        ("TI", item["title"]),
        ("T2", container),
        ("PB", "" if news else container),
        ("PY", published and f"{published:%Y}"),
        ("DA", published and f"{published:%Y/%m/%d}"),
        ("LA", item["language"]),
        ("M3", item.get("genre")),
        ("DP", item.get("source")),
        ("UR", item["URL"]),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value]
    return f"{''.join(lines)}ER  - \n"
