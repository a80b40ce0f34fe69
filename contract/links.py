"""Every link and picture of a text arrives: it is resolved to its address, or named as a fault.

What a link means is settled here alone, for files, names and pictures: a rendered text holds web
and mail addresses, fragments, and addresses of the site behind `formats.text.SITE`.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from contract.documents import Collection, Document
from contract.figures import Pictures, set_figures
from formats.dates import UNDATED
from formats.text import SITE

WEB_OR_MAIL = re.compile(r"(?i:https?)://[\w.-]+(:\d+)?([/?#]\S*)?|(?i:mailto):\S+@\S+")
ALLOWED = "http(s) and mailto addresses, #fragments, name:…, and files under content/"

Kind = Literal["page", "picture"]
RefuseLine = Callable[[str, int], None]


@dataclass
class Targets:
    """The files under `content/` that a text may lead to.

    `addresses` has them by their path from there, of a page from the site's root; `hidden` are
    drafts, which a published text may not lead to.
    """

    addresses: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def find(self, folder: str, path: str, kind: Kind) -> str:
        """The path from `content/` that a link in a folder means. Raises ValueError with the cure.

        A path is relative to the folder, or begins at `content/` with a slash.
        """
        path = unquote(path)
        inside = path[1:] if path.startswith("/") else posixpath.join(folder, path)
        target = posixpath.normpath(inside)
        if target.startswith(("..", "/")):
            raise ValueError("leaves content/")
        if target in self.addresses:
            return target
        if target in self.hidden:
            raise ValueError("leads to a draft, which has no page: publish it or take the link out")
        near = get_close_matches(target, self.addresses, n=1)
        question = f"did you mean {posixpath.relpath(near[0], folder or '.')}?" if near else ""
        cure = question or "name a file that is there, or take it out"
        raise ValueError(f"leads to no {kind} under content/ - {cure}")


def find_targets(collection: Collection, urls: Mapping[str, str]) -> dict[bool, Targets]:
    """What a text may lead to, by whether it is published: drafts may lead to drafts.

    `urls` has the patterns of addresses by folder.
    """
    texts = [document for path, document in collection.documents.items() if path.endswith(".md")]
    pictures = {path: path for path in collection.pictures}
    everything = {text.path: address_of(text, urls) for text in texts} | pictures
    drafts = {text.path for text in texts if not text.published}
    live = {path: address for path, address in everything.items() if path not in drafts}
    return {True: Targets(live, drafts), False: Targets(everything)}


def address_of(document: Document, urls: Mapping[str, str]) -> str:
    """The address of a text's page from the site's root, by the patterns of `urls`."""
    metadata = document.metadata
    pattern = urls[document.path.partition("/")[0]]
    return pattern.format(slug=metadata.get("slug"), date=metadata.get("date") or UNDATED)


class LinkResolver(Treeprocessor):
    """Gives links to files the addresses of their pages, and sets pictures as figures.

    `[words](other-article.md)` as editors and code hosts know it means the same as Pelican's
    `{filename}other-article.md`, and a picture's path the same as `{static}`. `used` has the files
    that the last text leads to, with their addresses. Goes behind all else that changes links and
    headings, before terms are marked.
    """

    def begin(
        self, document: Document, targets: Targets, pictures: Pictures, refuse: RefuseLine
    ) -> None:
        """Take up the next text.

        `pictures` are those that its metadata lists; `refuse` takes faults with their lines in the
        body, from 0.
        """
        self.folder = document.path.rpartition("/")[0]
        self.targets, self.pictures = targets, pictures
        self.lines, self.refuse_line = document.body.split("\n"), refuse
        self.used: dict[str, str] = {}

    def refuse(self, words: str, message: str) -> None:
        """Name a fault at the line with these words, as a link if they are one."""
        forms = (f"]({words})", f"]: {words}", words)
        at = next((n for form in forms for n, line in enumerate(self.lines) if form in line), 0)
        self.refuse_line(message, at)

    def run(self, root: Element) -> None:
        for heading in root.iter("h1"):
            words = "".join(heading.itertext())
            self.refuse(words, f'headings in the text begin at "##": {words}')
        for link in root.iter("a"):
            link.set("href", self._resolve(link.get("href", ""), "page"))
        for picture in root.iter("img"):
            self._resolve_picture(picture)
        set_figures(root, self.pictures, self.refuse)

    def _resolve_picture(self, picture: Element) -> None:
        src = picture.get("src", "")
        if not picture.get("alt", "").strip():
            self.refuse(src, f'picture "{src}" has no alt text - write ![what it shows]({src})')
        if urlsplit(src).scheme or src.startswith("//"):
            self.refuse(src, f'picture "{src}" is not ours to load - put a file in content/images/')
        else:
            picture.set("src", self._resolve(src, "picture"))

    def _resolve(self, url: str, kind: Kind) -> str:
        """The address that an editor's link means; of a picture its path from `content/`."""
        # Python-Markdown hides <name@example.org> behind entities, each begun by this character.
        if url.startswith(("#", "\x02", SITE)) or WEB_OR_MAIL.fullmatch(url):
            return url
        try:
            return self._resolve_file(url, kind)
        except ValueError as error:
            self.refuse(url, f'{"picture" if kind == "picture" else "link"} "{url}" {error}')
            return url

    def _resolve_file(self, url: str, kind: Kind) -> str:
        keyword, link = _split_keyword(url)
        path, _, fragment = link.partition("#")
        file = self.targets.find(self.folder, path, kind)
        address = self.used[file] = self.targets.addresses[file]
        is_picture = not file.endswith(".md")
        if is_picture and kind == "page":
            raise ValueError(f"is a picture, which has no page: show it with ![words]({url})")
        if kind == "picture" and not is_picture:
            raise ValueError(f"is a page, which cannot be shown: link to it with [words]({url})")
        right = "static" if is_picture else "filename"
        if keyword not in {"", right}:
            raise ValueError(f"is written {{{right}}}")
        address = address if is_picture else f"{SITE}/{address}"
        return f"{address}#{fragment}" if fragment else address


def _split_keyword(url: str) -> tuple[str, str]:
    """The keyword of Pelican's in front of a path, or nothing, and the path."""
    if url.startswith(("{", "|")):
        keyword, closed, path = url[1:].replace("|", "}", 1).partition("}")
        if not closed or keyword not in {"filename", "static"}:
            raise ValueError(f"begins with {{{keyword}}}; allowed: {{filename}}, {{static}}")
        return keyword, path
    if urlsplit(url).scheme or url.startswith("//"):
        raise ValueError(f"is no link we make; allowed: {ALLOWED}")
    if not url:
        raise ValueError(f"is empty; allowed: {ALLOWED}")
    return "", url
