"""The README tells the truth."""

import re
from textwrap import dedent

from tests.newsroom import ROOT, TAGS

README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_of_an_article_builds(newsroom):
    example = dedent(re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1].replace("\n   ", "\n"))
    newsroom.write("articles/2023-07-05-salvage-ends.md", dedent(example).lstrip())
    newsroom.another("launch")
    (newsroom.folder / "content/articles/launch.md").rename(
        newsroom.folder / "content/articles/2023-05-31-satellite-launch-failure.md"
    )
    newsroom.write("data/tags.yaml", TAGS + TAGS.replace("drills", "debris-salvage"))
    newsroom.build()
    assert "2023/07/salvage-ends/index.html" in newsroom.published()


def test_every_path_it_names_exists():
    named = re.findall(r"`((?:content|plugins|theme|desk|tests|docs)/[\w./-]*)`", README)
    named += re.findall(
        r"\]\(((?!http)[\w./-]+)\)", re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    )
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_command_it_names_is_one():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"make ([a-z][a-z-]+[a-z])", README))
    assert {"serve", "test", "publish", "links"} <= named <= targets
