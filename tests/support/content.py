"""What stands in content/, read apart from the contract: tests compare the built site with it."""

from functools import cache
from pathlib import Path

import yaml

from tests.support.sample import ROOT

CONTENT = ROOT / "content"
ARTICLES = sorted((CONTENT / "articles").glob("*.md"))


@cache
def front_matter(file: Path) -> dict:
    """The metadata of an article, a page or a dossier."""
    return yaml.safe_load(file.read_text("utf-8").split("---\n")[1])


def body(file: Path) -> str:
    """The text below the metadata."""
    return file.read_text("utf-8").split("\n---\n", 1)[1]


def published_files() -> list[Path]:
    """The files of the articles that are no drafts."""
    return [file for file in ARTICLES if front_matter(file).get("status") != "draft"]


def article_file(path: str) -> Path:
    """The file of the article at an address of the site, such as `2023/06/a-slug/`."""
    slug = path.rstrip("/").rpartition("/")[2]
    return next(file for file in ARTICLES if front_matter(file)["slug"] == slug)


def data(name: str) -> dict:
    """A file of content/data/; nothing where there is none."""
    file = CONTENT / f"data/{name}.yaml"
    return yaml.safe_load(file.read_text("utf-8")) or {} if file.exists() else {}
