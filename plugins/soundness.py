"""The last look at a site before it is published: is it whole, and does every link arrive?

This reads what our own templates and the allow list wrote: attributes stand in double quotes, and
no `<` of a text stands bare. `python -m desk.links` is the full check, fragments and feeds too.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

TAG = re.compile(r'<[a-z][a-z0-9]*((?:\s+[^\s"=<>/]+(?:="[^"]*")?)+)\s*/?>')
LINK = re.compile(r'\s(href|src|srcset|poster|action)="([^"]*)"')
UNRESOLVED = re.compile(
    r'(?:"|&#34;|&quot;)(\{(?:filename|static|attach|author|category|tag|index)\})'
)
WHOLE = ("/", "http:", "https:")  # the same from every page
TEMPLATE = ("{{", "{%")
RENDERED = {".html", ".xml", ".json", ".txt", ".webmanifest"}


class UnsoundSiteError(Exception):
    """The built site has faults that only a mistake in templates or plugins can make."""


def refuse_unsound(site: Path, siteurl: str, typed: str) -> None:
    """Raise UnsoundSiteError with a line for every fault of the site in a folder.

    `typed` is all that people wrote: what stands there may stand in the site.
    """
    files = {p.relative_to(site).as_posix(): p for p in sorted(site.rglob("*")) if p.is_file()}
    faults = [f"{name}: is empty" for name, path in files.items() if not path.stat().st_size]
    texts = {n: p.read_text(encoding="utf-8") for n, p in files.items() if p.suffix in RENDERED}
    faults += left_over(texts, [mark for mark in TEMPLATE if mark not in typed])
    faults += dead_links(texts, files.keys(), siteurl.rstrip("/"))
    if faults:
        faults.append("The built site is not sound, so the former one was left as it was.")
        raise UnsoundSiteError("\n".join(faults))


def left_over(texts: dict[str, str], marks: list[str]) -> Iterator[str]:
    """A sentence for each of `marks`, and each of Pelican's link marks, that a file still holds."""
    for name, text in texts.items():
        found = [mark for mark in marks if mark in text] + UNRESOLVED.findall(text)
        yield from (f'{name}: "{mark}" was not replaced' for mark in dict.fromkeys(found))


def dead_links(texts: dict[str, str], names: set[str], siteurl: str) -> Iterator[str]:
    """A sentence for each link of a page to a file of the site that is not among `names`."""
    known: dict[str, bool] = {}
    for name, text in texts.items():
        if name.endswith(".html"):
            page = f"{siteurl}/{name.removesuffix('index.html')}"
            for link in dict.fromkeys(links(text)):
                target = link if link.startswith(WHOLE) else urljoin(page, link)
                if target not in known:
                    known[target] = arrives(urldefrag(urljoin(page, target)).url, names, siteurl)
                if not known[target]:
                    yield f"{name}: the link {link} leads nowhere"


def links(page: str) -> Iterator[str]:
    """Every address that the tags of a page name."""
    for tag in TAG.finditer(page):
        for name, value in LINK.findall(tag[1]):
            for part in value.split(",") if name == "srcset" else [value]:
                yield unescape(part).strip().split(" ")[0]


def arrives(target: str, names: set[str], siteurl: str) -> bool:
    """Whether an address without fragment is another host's, or that of a file of the site."""
    if not target.startswith(urljoin(siteurl, "/")):
        return True
    path = unquote(target.partition("?")[0].removeprefix(f"{siteurl}/"))
    file = f"{path}index.html" if path.endswith("/") or not path else path
    return target.startswith(f"{siteurl}/") and file in names
