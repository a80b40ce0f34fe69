"""A site in which attacks stand in every field and context; and its walls, to be taken down."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from contract.files import INVISIBLE
from contract.links import LinkResolver
from contract.values import NOBODY
from pelicanconf import JINJA_ENVIRONMENT, MARKDOWN
from tests.support.sample import SampleSite

TEXT = """\
{0}

Words {0} in a line, *{0}*, and `{0}`.

> {0}

- {0}

| Column | {0} |
| --- | --- |
| {0} | Words |

## {0}

[{0}](https://example.com/ "{0}")

    {0}
"""
LINKS = """\
[words]({0}), [words](<{0}>), <{0}>, [words][1] and ![words]({0}).

[1]: {0}
"""
# Raw HTML passes Markdown: the wall in question has to stop it alone.
RAW = [name for name in MARKDOWN["extensions"] if name != "contract.markdown"]


def fitting(payload: str, most: int, before: str = "") -> str:
    """The payload, or the harmless words before it where there is no room."""
    return before + payload if len(before + payload) <= most else before or "Words"


def article(n: int, slug: str, payload: str, text: str) -> str:
    """An article with the payload in every field; JSON is YAML."""
    long = fitting(payload, 300)
    picture = {"file": "ship.jpg", "alt": long, "caption": long, "credit": fitting(payload, 200)}
    source = {"outlet": fitting(payload, 90, f"O{n} "), "headline": long, "headline_note": long}
    source |= {"url": "https://example.com/", "published": "2023-06-03", "language": "en"}
    metadata = {"title": fitting(payload, 140), "slug": slug, "date": "2023-06-03"}
    metadata |= {"authors": [fitting(payload, 90, f"A{n} ")], "tags": [f"t{n}"], "summary": long}
    metadata |= {"about": [f"t{n}"]}
    metadata |= {"dateline": fitting(payload, 80), "kind": "report", "modified": "2023-06-04"}
    metadata |= {"source": source | {"seen": "whole", "agency": fitting(payload, 90)}}
    metadata |= {"images": [picture | {"license": long, "terms": long}]}
    metadata |= {"corrections": [{"date": "2023-06-04", "note": long}]}
    return f"---\n{json.dumps(metadata, ensure_ascii=False)}\n---\n\n{text.replace('{0}', payload)}"


def named(n: int, payload: str) -> dict:
    """An entry of the registry with the payload in every field."""
    name, long = fitting(payload, 80, f"N{n} "), fitting(payload, 300)
    entry = {"kind": "person", "name": name, "description": long, "sort": fitting(payload, 40)}
    entry |= {"native": {"name": fitting(payload, 80), "language": "ko"}}
    return entry | {
        "roles": [{"role": fitting(payload, 120)}],
        "also": fitting(payload, 80, f"A{n} "),
    }


def lay(sample: SampleSite, payloads: list[str], text: str = TEXT) -> None:
    """Write an article for every attack, with a tag, a term of the glossary and a name."""
    tags, terms, names = {"drills": {"name": "Drills", "description": "What drills are."}}, {}, {}
    for n, payload in enumerate(payloads):
        sample.write(f"articles/p{n}.md", article(n, f"p{n}", payload, text))
        visible = INVISIBLE.sub("", payload).strip() or "Words"
        long = fitting(visible, 300)
        tags[f"t{n}"] = {"name": fitting(visible, 60, f"T{n} "), "description": long}
        terms[f"t{n}"] = {"term": fitting(visible, 30, f"T{n} "), "meaning": long}
        names[f"t{n}"] = named(n, visible)
    for name, entries in {"tags": tags, "glossary": terms, "registry": names}.items():
        sample.write(f"data/{name}.yaml", json.dumps(entries, ensure_ascii=False, indent=1))


def lay_links(sample: SampleSite, payloads: list[str]) -> None:
    """Write an article for every attack in which it is where links and pictures lead."""
    for n, payload in enumerate(payloads):
        text = LINKS.replace("{0}", payload)
        sample.write(f"articles/l{n}.md", article(n, f"l{n}", "Words", "") + text)


def withdraw_refused(sample: SampleSite) -> list[str]:
    """Take the articles out that the contract refuses, so that the others can be built."""
    collection = sample.inspect(IMAGE_CACHE=sample.settings["IMAGE_CACHE"])
    refused = sorted({fault.path for fault in collection.faults})
    for path in refused:
        (sample.folder / path).unlink()
    return refused


def seen(payloads: list[str]) -> list[str]:
    """Without what the contract refuses in any text, so that the rest gets past it."""
    visible = (INVISIBLE.sub("", payload).strip() for payload in payloads)
    return [text for text in visible if text and text.lower() not in NOBODY and len(text) < 9_000]


@contextmanager
def only_wall(sample: SampleSite, *, sanitizer: bool) -> Iterator[None]:
    """Let raw HTML and all links pass the contract, and templates escape and nh3 clean, or neither.

    Without the sanitizer the policy is the only wall, or there is none.
    """
    sample.settings["MARKDOWN"] = MARKDOWN | {"extensions": RAW}
    sample.settings["JINJA_ENVIRONMENT"] = JINJA_ENVIRONMENT | {"autoescape": sanitizer}
    # What the walls let through is known by what it is made from, which they are no part of.
    sample.settings["BUILD_CACHE"] = str(sample.folder.parent / f"cache-{sanitizer}")
    contract = "contract"
    with ExitStack() as walls:
        walls.enter_context(patch.object(LinkResolver, "run", lambda *_: None))
        walls.enter_context(patch(f"{contract}.collection.check_addresses", lambda *_: None))
        walls.enter_context(patch(f"{contract}.render.hidden_entities", lambda _: []))
        # The links of attacks lead nowhere, and the last look at a site would refuse them.
        walls.enter_context(patch("engine.build.refuse_unsound", lambda *_: None))
        if not sanitizer:
            walls.enter_context(patch(f"{contract}.render.sanitize", lambda html: html))
        yield
