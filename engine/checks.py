"""The last checks of a built site: is it whole, and does every link of pages and feeds arrive?

The build checks what changed before it takes its place, without the links of feeds, which take as
long as all the rest; `make links` checks every link of the whole site.

Tags are read by expressions, ten times as fast as by a parser, of what our own templates and
`contract.safety` wrote: attributes stand in double quotes, and no `<` of a text stands bare.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

from engine.disk import list_files
from engine.workers import parallel_map

LINKING = "a|area|audio|embed|form|iframe|image|img|input|link|object|script|source|track|use|video"
TAG = re.compile(rf'<({LINKING})(\s[^>"]*(?:"[^"]*"[^>"]*)*)>')
LINK = re.compile(r'\s(href|src|srcset|poster|data|action)="([^"]*)"')
REL = re.compile(r'\srel="([^"]*)"')
CANONICAL = re.compile(r'<link\s[^>]*rel="canonical"[^>]*>')
ID = re.compile(r'\sid="([^"]*)"')
LOADING = {"src", "srcset", "poster", "data"}  # attributes whose address a browser loads by itself
LOADED = {"icon", "stylesheet"}  # what a `link` leads to that is loaded
ABSOLUTE = ("/", "http:", "https:")  # the same from every page
PLACEHOLDERS = r"\{(?:filename|static|attach|author|category|tag|index)\}"  # Pelican's, of links
PLACEHOLDER = re.compile(PLACEHOLDERS)
QUOTED_PLACEHOLDER = re.compile(rf'(?:"|&#34;|&quot;)({PLACEHOLDERS})')
TEMPLATE_MARKS = ("{{", "{%")
RENDERED = {".html", ".xml", ".json", ".txt", ".webmanifest"}
FEEDS = {".json", ".xml"}
FEW = 48  # files that one process looks at as soon as several would be ready to


class UnsoundSiteError(Exception):
    """The built site has faults that only a mistake in templates or plugins can make."""


class Link(NamedTuple):
    """An address as it is written, and whether a browser loads it by itself."""

    address: str
    is_loaded: bool = False


class Fault(NamedTuple):
    """A sentence about a file. It is no fault if people typed its `mark`, where it has one."""

    sentence: str
    mark: str = ""


def refuse_unsound(
    changed: Iterable[str], files: Mapping[str, str], siteurl: str, load_sources: Callable[[], str]
) -> None:
    """Raise UnsoundSiteError with a line for every fault of the files that changed.

    `files` has the path on the disk of every file of the site by its path in there. `load_sources`
    gives all that people wrote: what stands there may stand in the site.
    """
    check = partial(_check_file, Site(files, siteurl))
    results = parallel_map(check, [*changed], few=FEW)
    faults = [fault for result in results for fault in result]
    if any(fault.mark for fault in faults):
        sources = load_sources()
        faults = [fault for fault in faults if not fault.mark or fault.mark not in sources]
    if faults:
        sentences = [fault.sentence for fault in faults]
        sentences.append("The built site is not sound, so the former one was left as it was.")
        raise UnsoundSiteError("\n".join(sentences))


def find_broken_links(folder: Path, siteurl: str) -> list[str]:
    """A sentence for every link of the site in a folder that does not arrive."""
    site = Site({name: entry.path for name, entry in list_files(folder).items()}, siteurl)
    return [
        fault
        for name in site.files
        if Path(name).suffix in {".html", *FEEDS}
        for fault in site.find_faults(name, site.read(name))
    ]


def has_lost_ids(changed: Mapping[str, str], previous: Path) -> bool:
    """Whether a page lacks an id that it had in the previous site: others may link to it."""
    return any(
        find_ids((previous / name).read_text("utf-8")) - find_ids(Path(path).read_text("utf-8"))
        for name, path in changed.items()
        if name.endswith(".html") and (previous / name).is_file()
    )


class Site:
    """The files of a site by their path in there, and where its addresses lead."""

    def __init__(self, files: Mapping[str, str], siteurl: str):
        self.files, self.siteurl = files, siteurl.rstrip("/")
        self.host = urljoin(self.siteurl, "/")
        self.faults: dict[Link, str] = {}
        self.ids: dict[str, frozenset[str]] = {}

    def read(self, name: str) -> str:
        """The text of a file."""
        return Path(self.files[name]).read_text("utf-8")

    def find_faults(self, name: str, text: str) -> Iterator[str]:
        """A sentence for every link of a page or a feed that does not arrive."""
        if name.endswith(".html"):
            canonical = CANONICAL.search(text)
            if canonical and f' href="{self.siteurl}/' not in canonical[0]:
                yield f"{name}: is not built for {self.siteurl}"
            links = find_links(text)
            self.ids[name] = find_ids(text)
        else:
            links = find_feed_links(name, text)
        for link in dict.fromkeys(links):
            if fault := self._find_fault(name, link):
                yield f"{name}: the link {link.address} {fault}"

    def _find_fault(self, name: str, link: Link) -> str:
        """Why a link of a file does not arrive, or nothing."""
        if link.address.startswith("#"):
            return self._find_fragment_fault(name, link.address[1:])
        if not link.address.startswith(ABSOLUTE):
            page = f"{self.siteurl}/{name.removesuffix('index.html')}"
            link = link._replace(address=urljoin(page, link.address))
        if link not in self.faults:
            self.faults[link] = self._look_up(link)
        return self.faults[link]

    def _look_up(self, link: Link) -> str:
        address = urljoin(self.host, link.address)
        if not address.startswith(self.host):
            foreign = link.is_loaded and not address.startswith("data:")
            return "is loaded from another host" if foreign else ""
        target, fragment = urldefrag(address)
        if not target.startswith(f"{self.siteurl}/"):
            return f"is outside {self.siteurl}/"
        path = unquote(target.partition("?")[0].removeprefix(f"{self.siteurl}/"))
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name not in self.files:
            return "leads nowhere"
        return self._find_fragment_fault(name, fragment)

    def _find_fragment_fault(self, name: str, fragment: str) -> str:
        # The top of a page: https://html.spec.whatwg.org/#find-a-potential-indicated-element
        if fragment in {"", "top"}:
            return ""
        if name not in self.ids:
            self.ids[name] = find_ids(self.read(name))
        return "" if unquote(fragment) in self.ids[name] else f"finds no #{fragment}"


def find_links(html: str) -> Iterator[Link]:
    """Every address that the tags of a page, or of a text, name."""
    for tag, attributes in TAG.findall(html):
        rel = REL.search(attributes) if tag == "link" else None
        is_linked_file = bool(rel and LOADED & {*rel[1].split()})
        for name, value in LINK.findall(attributes):
            for part in value.split(",") if name == "srcset" else [value]:
                address = unescape(part).strip().split(" ")[0]
                yield Link(address, is_linked_file or name in LOADING)


def find_ids(html: str) -> frozenset[str]:
    """The ids of a page, to which fragments lead."""
    return frozenset(map(unescape, ID.findall(html)))


def find_feed_links(name: str, text: str) -> Iterator[Link]:
    """Every address that a feed, a citation or the sitemap names, in its entries' HTML too."""
    if name.endswith(".json"):
        data = json.loads(text)
        if isinstance(data, list):  # CSL-JSON
            yield from (Link(item["URL"]) for item in data)
            return
        yield from (Link(data[key]) for key in ("home_page_url", "feed_url") if key in data)
        for item in data.get("items", []):
            yield Link(item["url"])
            yield from find_links(item["content_html"])
        return
    for element in ElementTree.fromstring(text).iter():  # noqa: S314 - we wrote the file ourselves
        if element.tag.endswith(("}link", "}loc", "}id")):
            yield Link(element.get("href") or element.text or "")
        elif element.tag.endswith("}content"):
            yield from find_links(element.text or "")


def _check_file(site: Site, name: str) -> list[Fault]:
    path = Path(site.files[name])
    if not path.stat().st_size:
        return [Fault(f"{name}: is empty")]
    if path.suffix not in RENDERED:
        return []
    text = path.read_text("utf-8")
    dead = site.find_faults(name, text) if name.endswith(".html") else ()
    return [*_find_marks(name, text), *map(Fault, dead)]


def _find_marks(name: str, text: str) -> Iterator[Fault]:
    """Marks of templates, and Pelican's of links, that a file still holds."""
    for mark in TEMPLATE_MARKS:
        if mark in text:
            yield Fault(f'{name}: "{mark}" was not replaced', mark)
    if PLACEHOLDER.search(text):  # a tenth of the time
        for mark in dict.fromkeys(QUOTED_PLACEHOLDER.findall(text)):
            yield Fault(f'{name}: "{mark}" was not replaced')
