"""A site of one article, to be spoilt: what a build says of it, and what it leaves behind."""

import io
import logging
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pelican.settings import read_settings
from PIL import Image

from contract import Collection
from engine.services import inspect_content

ROOT = Path(__file__).parent.parent.parent

ARTICLE = """\
---
title: A sound headline
slug: sound-story
date: 2023-06-03
author: Ann Example
tags:
  - drills
summary: A deck that says a little more.
dateline: SEOUL
kind: report
source:
  outlet: The Example
  headline: An example
  url: https://example.com/report
  published: 2023-06-03
  language: en
  seen: whole
---

A paragraph of text.
"""
PAGE = """\
---
title: About
slug: about
summary: What this is.
modified: 2026-11-22
---
Text.
"""
SHOWN = """\
images:
  - file: ship.jpg
    alt: A ship at sea
    caption: A ship.
    credit: Navy"""
TAGS = "drills:\n  name: Drills\n  description: What drills are.\n"


def picture(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options) -> bytes:
    """A picture that goes from dark at the top to light, as a file of Pillow's format `kind`."""
    file = io.BytesIO()
    shades = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", [shades] * 3).convert(mode).save(file, kind, **options)
    return file.getvalue()


@dataclass
class SampleSite:
    """`content/` and `output/` in a folder of their own, built in this process."""

    folder: Path
    settings: dict = field(default_factory=dict)

    def __post_init__(self):
        for name, text in {
            "articles/sound.md": ARTICLE,
            "pages/about.md": PAGE,
            "data/tags.yaml": TAGS,
        }.items():
            self.write(name, text)
        self.write("images/ship.jpg", picture("JPEG"))

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        """What is kept between builds, beside the folder in which nothing may be left."""
        return self.folder.with_name(f"{self.folder.name}-cache")

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def article(self, old: str, new: str, name: str = "articles/sound.md") -> None:
        """Write the sound article with one change."""
        assert old in ARTICLE
        self.write(name, ARTICLE.replace(old, new, 1))

    def another(self, slug: str, *changes: tuple[str, str]) -> None:
        """Write one more sound article."""
        text = ARTICLE.replace("sound-story", slug)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        self.write(f"articles/{slug}.md", text)

    def inspect(self, *, show_drafts: bool = False, **settings) -> Collection:
        """The content as the contract sees it, as if it were inspected for the first time."""
        with TemporaryDirectory() as folder:
            paths = {"PATH": str(self.folder / "content"), "BUILD_CACHE": folder}
            site = read_settings(str(ROOT / "pelicanconf.py"), override=paths | settings)
            return inspect_content(site, show_drafts=show_drafts)

    def build(self) -> list[str]:
        """Build as `python -m pelican` does. Raises SystemExit where the build refuses.

        Gives the names of the targets that were made.
        """
        logging.getLogger("pelican").setLevel(logging.WARNING)
        paths = {"PATH": str(self.folder / "content"), "OUTPUT_PATH": str(self.output)}
        paths["BUILD_CACHE"] = str(self.cache)
        settings = read_settings(str(ROOT / "pelicanconf.py"), override=paths | self.settings)
        pelican = settings["PELICAN_CLASS"](settings)
        pelican.run()
        return sorted(pelican.stale_targets)

    def anew(self) -> dict[str, bytes]:
        """Every file that a build makes which knows of none before."""
        with TemporaryDirectory() as folder:
            kept = {"BUILD_CACHE": f"{folder}/cache"}
            other = SampleSite(Path(folder, "sample"), self.settings | kept)
            shutil.rmtree(other.folder)
            shutil.copytree(self.folder / "content", other.folder / "content")
            other.build()
            return other.published()

    def published(self) -> dict[str, bytes]:
        """Every file of the output by its path."""
        files = (f for f in self.output.rglob("*") if f.is_file())
        return {f.relative_to(self.output).as_posix(): f.read_bytes() for f in files}
