"""Former addresses of articles lead on to the present ones, and take the place of none."""

from contract.across import RESERVED
from contract.document import Collection
from contract.within import day

# Files at the root that the site itself writes or hosts ask for; folders stand in RESERVED.
FILES = {"/index.html", "/404.html"}


def former_addresses(collection: Collection) -> None:
    """Refuse a former address that is in use, or that two articles claim."""
    present = {address: path for path, address in _present(collection)}
    claimed: dict[str, tuple] = {}
    for document in collection.of("articles"):
        for i, address in enumerate(document.metadata.get("moved-from") or []):
            if not address:
                continue
            place = document.place.into("moved-from", i)
            plain = address.removesuffix("index.html")
            first = claimed.setdefault(plain.rstrip("/"), (place.path, i))
            if plain in present:
                place.refuse(
                    f'"{address}" is the address of {present[plain]} - name only addresses where'
                    " nothing is any more"
                )
            elif _ours(address):
                place.refuse(f'"{address}" is one of the site\'s own addresses - take it out')
            elif first != (place.path, i):
                place.refuse(f'"{address}" stands in {first[0]} already - keep one of them')


def _present(collection: Collection):
    """The address of every published article and page, and its file."""
    for document in (*collection.of("articles"), *collection.of("pages")):
        slug, date = document.metadata.get("slug"), document.metadata.get("date")
        if slug and document.path.startswith("pages/"):
            yield collection.named(document.path), f"/{slug}/"
        elif slug and date:
            yield collection.named(document.path), f"/{day(date):%Y/%m}/{slug}/"


def _ours(address: str) -> bool:
    """Whether an address is or might become one of a list, a file or a period of the site."""
    first, *rest = address.strip("/").split("/")
    period = first.isdigit() and all(part.isdigit() for part in rest[:1]) and len(rest) < 2
    return first in RESERVED or address in FILES or period
