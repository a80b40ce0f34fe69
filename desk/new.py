"""Begin an article: a draft with every key that it needs, and what each of them is for.

Prints the path of the new file. Nothing is overwritten.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from contract import Collection, Fault
from contract.address_rules import is_reserved
from contract.faults import Place
from contract.schema import ARTICLE, SOURCE
from contract.validators import Key
from desk import ROOT
from desk.project import CONTENT, load_collection, load_settings
from desk.slugs import slug_of_title
from engine.services import reserved_addresses

NEEDS = "\n  - the digest itself, and this line taken out"
BODY = "Write the digest here: 250 to 800 words, in your own words, one paragraph a line.\n"
OTHERWISE = "choose another: make new TITLE=… SLUG=salvage-ends"


def validate(key: str, value: str) -> str:
    """A value as the contract takes it. Raises ValueError with the contract's own words."""
    faults: list[Fault] = []
    valid = ARTICLE[key].validator(value, Place("", {}, faults, (key,)))
    if faults:
        raise ValueError(faults[0].message)
    return valid


def require_free(slug: str, collection: Collection, reserved: frozenset[str]) -> str:
    """The slug, where nothing has it. Raises ValueError where something has, with a free one."""
    if is_reserved(slug, reserved):
        raise ValueError(f'slug "{slug}" is reserved for the site\'s own addresses - {OTHERWISE}')
    owners = {d.metadata.get("slug"): d.place.path for d in collection.documents.values()}
    if slug in owners:
        number = next(n for n in range(2, len(owners) + 3) if f"{slug}-{n}" not in owners)
        raise ValueError(
            f'slug "{slug}" is taken by {owners[slug]} - choose another, such as'
            f" SLUG={slug}-{number}"
        )
    return slug


def format_draft(values: Mapping[str, str], vocabulary: Mapping[str, Mapping]) -> str:
    """An article with these values as YAML, the other keys empty, the tags in comments."""
    lines = ["---"]
    for name, key in ARTICLE.items():
        if key.required or name in {"author", *values}:
            lines += _format_key(name, key, values)
        if name == "tags":
            lines += [f"#  - {slug}" for slug in sorted(vocabulary)]
        if name == "source":
            required = {n: k for n, k in SOURCE.items() if k.required}
            lines += [f"  {line}" for n, k in required.items() for line in _format_key(n, k)]
    return "\n".join([*lines, "---", "", BODY])


def _format_key(name: str, key: Key, values: Mapping[str, str] = {}) -> list[str]:
    comment = [f"# {key.meaning}"] if key.meaning and name not in {"title", "slug"} else []
    return [*comment, f"{name}: {values.get(name, '')}".rstrip()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk new", description=__doc__)
    parser.add_argument("title", nargs="?", default="", help="our own headline")
    parser.add_argument("--slug", default="", help="the last part of the address")
    arguments = parser.parse_args()
    if not arguments.title.strip():
        sys.exit('A new article needs its headline: make new TITLE="Navy ends its search"')
    settings, collection = load_settings(), load_collection()
    now = datetime.now(ZoneInfo(settings["TIMEZONE"]))
    try:
        arguments.title.encode()
        title = validate("title", arguments.title)
        slug = arguments.slug or slug_of_title(title, settings["SLUG_REGEX_SUBSTITUTIONS"])
        if not slug:
            raise ValueError(f"no address can be derived from this title - {OTHERWISE}")
        slug = require_free(validate("slug", slug), collection, reserved_addresses(settings))
        values = {"title": json.dumps(title, ensure_ascii=False), "slug": slug}
        values |= {"date": now.isoformat(timespec="minutes"), "status": "draft", "needs": NEEDS}
        text = format_draft(values, collection.vocabulary).encode()
        file = CONTENT / "articles" / f"{now:%Y-%m-%d}-{slug}.md"
        with file.open("xb") as stream:
            stream.write(text)
    except UnicodeEncodeError:
        sys.exit("The title is not text in UTF-8.")
    except FileExistsError:
        sys.exit(f"{file.relative_to(ROOT)} is there already; nothing was changed.")
    except ValueError as error:
        sys.exit(f"Nothing was written: {error}")
    print(file.relative_to(ROOT))
