"""Every link and picture in an article's text arrives, or is named as a fault."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from contract.figures import Pictures, set_figures
from formats.addresses import SITE

WHOLE = re.compile(r"(?i:https?)://[\w.-]+(:\d+)?([/?#]\S*)?|(?i:mailto):\S+@\S+")
Tell = Callable[[str, int], None]
ALLOWED = "http(s) and mailto addresses, #fragments, name:…, and files under content/"


@dataclass
class Library:
    """The files under `content/` by their path from there: `published` ones, and all `known`."""

    published: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def find(self, folder: str, path: str, kind: str) -> str:
        """The path from `content/` that a link means. Raises ValueError with the cure."""
        path = unquote(path)
        inside = path[1:] if path.startswith("/") else posixpath.join(folder, path)
        target = posixpath.normpath(inside)
        if target.startswith(("..", "/")):
            raise ValueError("leaves content/")
        if target in self.published:
            return target
        if target in self.known:
            raise ValueError("leads to a draft, which has no page: publish it or take the link out")
        near = get_close_matches(target, self.published, n=1)
        meant = f"did you mean {posixpath.relpath(near[0], folder or '.')}?" if near else ""
        cure = meant or "name a file that is there, or take it out"
        raise ValueError(f"leads to no {kind} under content/ - {cure}")


class LinkContract(Treeprocessor):
    """Checks the links of a rendered text and hands those to files over to Pelican.

    `[words](other-article.md)` as editors and code hosts know it means the same as Pelican's
    `{filename}other-article.md`, and a picture's path the same as `{static}`.
    """

    def begin(self, path: str, body: str, library: Library, pictures: Pictures, tell: Tell) -> None:
        """Take up the next text, from a file at `path` below `content/`.

        `pictures` are those that its metadata lists; `tell` takes up faults with their lines, from
        0. `targets` becomes the files that it leads to.
        """
        self.folder, self.known, self.pictures = path.rpartition("/")[0], library, pictures
        self.lines, self.tell, self.targets = body.split("\n"), tell, set()

    def refuse(self, words: str, message: str) -> None:
        forms = (f"]({words})", f"]: {words}", words)
        at = next((n for form in forms for n, line in enumerate(self.lines) if form in line), 0)
        self.tell(message, at)

    def run(self, root):
        for heading in root.iter("h1"):
            words = "".join(heading.itertext())
            self.refuse(words, f'headings in the text begin at "##": {words}')
        for link in root.iter("a"):
            link.set("href", self.checked(link.get("href", ""), "page"))
        for picture in root.iter("img"):
            self.picture(picture)
        set_figures(root, self.pictures, self.refuse)

    def picture(self, element) -> None:
        src = element.get("src", "")
        if not element.get("alt", "").strip():
            self.refuse(src, f'picture "{src}" has no alt text - write ![what it shows]({src})')
        if urlsplit(src).scheme or src.startswith("//"):
            self.refuse(src, f'picture "{src}" is not ours to load - put a file in content/images/')
        else:
            element.set("src", self.checked(src, "picture").removeprefix("{static}/"))

    def checked(self, url: str, kind: str) -> str:
        # Python-Markdown hides <name@example.org> behind entities, each begun by this character.
        if url.startswith(("#", "\x02", SITE)) or WHOLE.fullmatch(url):
            return url
        try:
            what, path = self._taken_apart(url)
            target, mark, fragment = path.partition("#")
            found = self.known.find(self.folder, target, kind)
            self.targets.add(found)
            static = not found.endswith(".md")
            if static and kind == "page":
                raise ValueError(f"is a picture, which has no page: show it with ![words]({url})")
            if what and (what == "static") != static:
                raise ValueError(f"is written {{{'static' if static else 'filename'}}}")
        except ValueError as error:
            self.refuse(url, f'{"picture" if kind == "picture" else "link"} "{url}" {error}')
            return url
        return f"{{{'static' if static else 'filename'}}}/{found}{mark}{fragment}"

    @staticmethod
    def _taken_apart(url: str) -> tuple[str, str]:
        if url.startswith(("{", "|")):
            what, closed, path = url[1:].replace("|", "}", 1).partition("}")
            if not closed or what not in {"filename", "static"}:
                raise ValueError(f"begins with {{{what}}}; allowed: {{filename}}, {{static}}")
            return what, path
        if urlsplit(url).scheme or url.startswith("//"):
            raise ValueError(f"is no link we make; allowed: {ALLOWED}")
        if not url:
            raise ValueError(f"is empty; allowed: {ALLOWED}")
        return "", url


class Links(Extension):
    """Puts a LinkContract behind everything else that changes the tree."""

    def extendMarkdown(self, md):
        self.contract = LinkContract(md)
        md.treeprocessors.register(self.contract, "links", -1)
