"""Begin an article: a draft with every key that it needs, and what each of them wants.

Prints the path of the new file. Nothing is overwritten.
"""

import argparse
import json
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from contract import Collection
from contract.across import reserved
from contract.keys import ARTICLE
from contract.place import Place
from desk.blank import blank
from desk.newsroom import CONTENT, ROOT, collection, settings
from desk.slugs import slug_of_title

NEEDS = "\n  - the digest itself, and this line taken out"
OTHERWISE = "choose another: make new TITLE=… SLUG=salvage-ends"


def fitting(key: str, value: str) -> str:
    """A value as the contract takes it. Raises ValueError with the contract's own words."""
    faults: list = []
    fit = ARTICLE[key].shape(value, Place("", {}, faults, (key,)))
    if faults:
        raise ValueError(faults[0].message)
    return fit


def free(slug: str, collection: Collection) -> str:
    """The slug, where nothing has it. Raises ValueError where something has, with a free one."""
    if reserved(slug):
        raise ValueError(f'slug "{slug}" is reserved for the site\'s own addresses - {OTHERWISE}')
    taken = {d.metadata.get("slug"): d.place.path for d in collection.documents.values()}
    if slug in taken:
        number = next(n for n in range(2, len(taken) + 3) if f"{slug}-{n}" not in taken)
        raise ValueError(
            f'slug "{slug}" is taken by {taken[slug]} - choose another, such as'
            f" SLUG={slug}-{number}"
        )
    return slug


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk new", description=__doc__)
    parser.add_argument("title", nargs="?", default="", help="our own headline")
    parser.add_argument("--slug", default="", help="the last part of the address")
    arguments = parser.parse_args()
    if not arguments.title.strip():
        sys.exit('A new article needs its headline: make new TITLE="Navy ends its search"')
    site, there = settings(), collection()
    now = datetime.now(ZoneInfo(site["TIMEZONE"]))
    try:
        arguments.title.encode()
        title = fitting("title", arguments.title)
        slug = arguments.slug or slug_of_title(title, site["SLUG_REGEX_SUBSTITUTIONS"])
        if not slug:
            raise ValueError(f"no address can be derived from this title - {OTHERWISE}")
        slug = free(fitting("slug", slug), there)
        values = {"title": json.dumps(title, ensure_ascii=False), "slug": slug}
        values |= {"date": now.isoformat(timespec="minutes"), "status": "draft", "needs": NEEDS}
        text = blank(values, there.vocabulary).encode()
        file = CONTENT / "articles" / f"{now:%Y-%m-%d}-{slug}.md"
        with file.open("xb") as opened:
            opened.write(text)
    except UnicodeEncodeError:
        sys.exit("The title is not text in UTF-8.")
    except FileExistsError:
        sys.exit(f"{file.relative_to(ROOT)} is there already; nothing was changed.")
    except ValueError as error:
        sys.exit(f"Nothing was written: {error}")
    print(file.relative_to(ROOT))
