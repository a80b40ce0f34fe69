"""The last look at a site before it is published: is it whole, and does every link arrive?

This reads what our own templates and the allow list wrote: attributes stand in double quotes, and
no `<` of a text stands bare. `python -m desk.links` is the full check, fragments and feeds too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from engine.workers import parallel_map

TAG = re.compile(r'<[a-z][a-z0-9]*((?:\s+[^\s"=<>/]+(?:="[^"]*")?)+)\s*/?>')
LINK = re.compile(r'\s(href|src|srcset|poster|action)="([^"]*)"')
LIKE_LINKS = [
    (name, re.compile(f'{name}="(?=([^"]*)")'))
    for name in ("href", "src", "srcset", "poster", "action")
]
PELICANS = r"\{(?:filename|static|attach|author|category|tag|index)\}"
MARKED, UNRESOLVED = re.compile(PELICANS), re.compile(rf'(?:"|&#34;|&quot;)({PELICANS})')
WHOLE = ("/", "http:", "https:")  # the same from every page
TEMPLATE = ("{{", "{%")
FEW = 48  # files that one process looks at as soon as several would be ready to
RENDERED = {".html", ".xml", ".json", ".txt", ".webmanifest"}


class UnsoundSiteError(Exception):
    """The built site has faults that only a mistake in templates or plugins can make."""


def refuse_unsound(
    looked_at: dict[str, str], names: Set[str], siteurl: str, typed: Callable[[], str]
) -> None:
    """Raise UnsoundSiteError with a line for every fault of a site.

    `looked_at` are files by their path in the site, `names` the paths of all its files. `typed`
    gives all that people wrote: what stands there may stand in the site.
    """
    look = partial(_faults, names, siteurl.rstrip("/"), {})
    told = [
        fault for faults in parallel_map(look, [*looked_at.items()], few=FEW) for fault in faults
    ]
    if any(mark for mark, _ in told):
        text = typed()
        told = [(mark, fault) for mark, fault in told if not mark or mark not in text]
    if told:
        faults = [fault for _, fault in told]
        faults.append("The built site is not sound, so the former one was left as it was.")
        raise UnsoundSiteError("\n".join(faults))


def _faults(
    names: Set[str], siteurl: str, known: dict[str, bool], entry: tuple[str, str]
) -> list[tuple[str, str]]:
    """A sentence for every fault of one file, each with the mark that people may have typed."""
    name, path = entry
    file = Path(path)
    if not file.stat().st_size:
        return [("", f"{name}: is empty")]
    if file.suffix not in RENDERED:
        return []
    text = file.read_text(encoding="utf-8")
    dead = dead_links(name, text, names, siteurl, known) if name.endswith(".html") else ()
    return [*left_over(name, text), *(("", fault) for fault in dead)]


def left_over(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Marks of templates, and Pelican's of links, that a file still holds, with a sentence each."""
    for mark in TEMPLATE:
        if mark in text:
            yield mark, f'{name}: "{mark}" was not replaced'
    if MARKED.search(text):  # a tenth of the time
        for mark in dict.fromkeys(UNRESOLVED.findall(text)):
            yield "", f'{name}: "{mark}" was not replaced'


def dead_links(
    name: str, text: str, names: Set[str], siteurl: str, known: dict[str, bool]
) -> Iterator[str]:
    """A sentence for each link of a page to a file of the site that is not among `names`.

    `known` keeps where an address leads, from page to page.
    """
    page = f"{siteurl}/{name.removesuffix('index.html')}"

    def dead(link: str) -> bool:
        target = link if link.startswith(WHOLE) else urljoin(page, link)
        if target not in known:
            known[target] = arrives(urldefrag(urljoin(page, target)).url, names, siteurl)
        return not known[target]

    if any(map(dead, likely_links(text))):
        for link in filter(dead, dict.fromkeys(links(text))):
            yield f"{name}: the link {link} leads nowhere"


def links(page: str) -> Iterator[str]:
    """Every address that the tags of a page name."""
    return addresses(link for tag in TAG.finditer(page) for link in LINK.findall(tag[1]))


def likely_links(page: str) -> Iterator[str]:
    """All of them and what in a text looks like one, in half the time."""
    return addresses((name, link) for name, like in LIKE_LINKS for link in like.findall(page))


def addresses(attributes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The addresses in attributes, which are given as name and value."""
    for name, value in dict.fromkeys(attributes):
        for part in value.split(",") if name == "srcset" else [value]:
            yield unescape(part).strip().split(" ")[0]


def arrives(target: str, names: Set[str], siteurl: str) -> bool:
    """Whether an address without fragment is another host's, or that of a file of the site."""
    if not target.startswith(urljoin(siteurl, "/")):
        return True
    path = unquote(target.partition("?")[0].removeprefix(f"{siteurl}/"))
    file = f"{path}index.html" if path.endswith("/") or not path else path
    return target.startswith(f"{siteurl}/") and file in names
