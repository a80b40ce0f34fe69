"""Synthetic articles, the same for every generator: only the metadata is written as each wants."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.prose import body, sentence

LENGTH, TAGS_EACH = 900, 4
TAGS, AUTHORS, OUTLETS = 40, 20, 12
TAG = "tag-{0}:\n  name: Tag {0}\n  description: What tag {0} is for.\n"
FIRST = date(2010, 1, 1)


class Article(NamedTuple):
    slug: str
    title: str
    summary: str
    day: date
    author: str
    outlet: str
    tags: list[str]
    text: str


def to_letters(number: int) -> str:
    """A number below 676 in two letters: stock Pelican takes tag-1 page 2 for tag-12."""
    return "".join(chr(ord("a") + digit) for digit in divmod(number, 26))


def articles(count: int) -> Iterator[Article]:
    """So many articles; the first ones of a larger corpus are those of a smaller."""
    for n in range(count):
        chance = Random(n + 1)
        yield Article(
            f"story-{n:05}",
            sentence(chance, chance.randint(5, 9)).rstrip("."),
            sentence(chance, 16),
            FIRST + timedelta(days=n // 2),
            f"Reporter {to_letters(chance.randrange(AUTHORS))}",
            f"Outlet {to_letters(chance.randrange(OUTLETS))}",
            [f"tag-{to_letters(tag)}" for tag in chance.sample(range(TAGS), TAGS_EACH)],
            body(chance, LENGTH),
        )


def as_ours(article: Article) -> str:
    url = f"https://example.com/{article.slug}"
    source = {"outlet": article.outlet, "headline": article.title, "url": url}
    source |= {"published": str(article.day), "language": "en", "seen": "whole"}
    fields = {"title": article.title, "slug": article.slug, "date": str(article.day)}
    fields |= {"author": article.author, "tags": article.tags, "summary": article.summary}
    fields |= {"dateline": "none", "kind": "report", "source": source}
    lines = [line for key, value in fields.items() for line in _yaml(key, value)]
    return "\n".join(["---", *lines, "---", "", article.text, ""])


def _yaml(key: str, value) -> Iterator[str]:
    """The lines of a key as people write them."""
    if isinstance(value, dict):
        yield f"{key}:"
        yield from (f"  {name}: {json.dumps(text)}" for name, text in value.items())
    elif isinstance(value, list):
        yield from (f"{key}:", *(f"  - {one}" for one in value))
    else:
        yield f"{key}: {value if key in {'slug', 'date'} else json.dumps(value)}"


def as_stock(article: Article) -> str:
    fields = {"Title": article.title, "Slug": article.slug, "Date": str(article.day)}
    fields |= {"Author": article.author, "Category": article.outlet, "Summary": article.summary}
    fields["Tags"] = ", ".join(article.tags)
    return "\n".join([*(f"{key}: {value}" for key, value in fields.items()), "", article.text, ""])


def as_hugo(article: Article) -> str:
    fields = {"title": article.title, "slug": article.slug, "date": str(article.day)}
    fields |= {"authors": [article.author], "categories": [article.outlet], "tags": article.tags}
    return f"{json.dumps(fields | {'summary': article.summary}, indent=1)}\n\n{article.text}\n"


def write(folder: Path, count: int, render) -> None:
    """Write a corpus below `folder`, each article as `render` writes it."""
    (folder / "articles").mkdir(parents=True)
    for article in articles(count):
        (folder / f"articles/{article.slug}.md").write_text(render(article), "utf-8")


def write_ours(folder: Path, count: int) -> None:
    """A corpus as ours, with what the contract asks for beside articles."""
    write(folder, count, as_ours)
    for name in ("data", "pages"):
        (folder / name).mkdir()
    tags = "".join(TAG.format(to_letters(n)) for n in range(TAGS))
    (folder / "data/tags.yaml").write_text(tags, "utf-8")
    page = {"title": "About", "slug": "about", "summary": "What this is.", "modified": str(FIRST)}
    lines = [f"{key}: {value}" for key, value in page.items()]
    text = "\n".join(["---", *lines, "---", "Text.", ""])
    (folder / "pages/about.md").write_text(text, "utf-8")
