"""A site of one article, to be spoilt: what a build says of it, and what it leaves behind."""

import logging
from dataclasses import dataclass
from pathlib import Path

from pelican.settings import read_settings

ROOT = Path(__file__).parent.parent

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
TAGS = "drills:\n  name: Drills\n  description: What drills are.\n"
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)


@dataclass
class Newsroom:
    """`content/` and `output/` in a folder of their own, built in this process."""

    folder: Path

    def __post_init__(self):
        for name, text in {
            "articles/sound.md": ARTICLE,
            "pages/about.md": PAGE,
            "data/tags.yaml": TAGS,
        }.items():
            self.write(name, text)
        self.write("images/ship.gif", PIXEL)

    @property
    def output(self) -> Path:
        return self.folder / "output"

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

    def build(self) -> None:
        """Build as `python -m pelican` does. Raises SystemExit where the build refuses."""
        logging.getLogger("pelican").setLevel(logging.WARNING)
        paths = {"PATH": str(self.folder / "content"), "OUTPUT_PATH": str(self.output)}
        settings = read_settings(str(ROOT / "pelicanconf.py"), override=paths)
        settings["PELICAN_CLASS"](settings).run()

    def published(self) -> dict[str, bytes]:
        """Every file of the output by its path."""
        files = (f for f in self.output.rglob("*") if f.is_file())
        return {f.relative_to(self.output).as_posix(): f.read_bytes() for f in files}
