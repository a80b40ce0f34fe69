"""The sites that are built: ours, stock Pelican's and Hugo's, each from a corpus of its form."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import CACHE, HERE, ROOT
from bench.corpus import as_hugo, as_stock, write, write_ours

PEERS = CACHE / "venv"
CACHES = ("image", "build", "search")


@dataclass(frozen=True)
class Site:
    """A corpus of so many articles below `folder`, and the command that builds it."""

    side: str
    size: int
    checkout: Path = ROOT  # where the code that builds it is

    @property
    def folder(self) -> Path:
        return CACHE / self.side / str(self.size)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def command(self) -> list[str]:
        return {"ours": ours, "other": ours, "stock": stock, "hugo": hugo}[self.side](self)

    def make(self) -> None:
        """Write the corpus anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.side in {"ours", "other"}:
            write_ours(self.content, self.size)
        else:
            write(self.content, self.size, as_stock if self.side == "stock" else as_hugo)
        if self.side == "hugo":
            shutil.copytree(HERE / "hugo", self.folder, dirs_exist_ok=True)

    def clear(self) -> None:
        """Remove all that builds left behind, caches too."""
        for name in ("output", "resources", *CACHES):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self, number: int) -> None:
        """Add a paragraph to the article in the middle."""
        with (self.content / f"articles/story-{self.size // 2:05}.md").open("a") as file:
            file.write(f"\nAdded, number {number}.\n")


def ours(site: Site) -> list[str]:
    return build_command(site.content, site.folder)


def build_command(content: Path, folder: Path) -> list[str]:
    """The command that builds our site from `content`, with caches of its own."""
    caches = [f'{name.upper()}_CACHE="{folder / name}"' for name in CACHES]
    command = [sys.executable, "-m", "desk", "build", str(content), "-o", str(folder / "output")]
    return [*command, "-e", *caches, "ALLOW_SHRINK=true"]


def stock(site: Site) -> list[str]:
    settings = ["-s", str(HERE / "stock/pelicanconf.py"), "-o", str(site.output)]
    return [str(PEERS / "bin/pelican"), str(site.content), *settings]


def hugo(site: Site) -> list[str]:
    (program,) = PEERS.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return [str(program), "--source", str(site.folder), "--destination", str(site.output)]


def collection() -> list[str]:
    """The command that builds the articles of this very site."""
    return build_command(ROOT / "content", CACHE / "collection")
