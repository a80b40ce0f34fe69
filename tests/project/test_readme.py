"""The README tells the truth."""

import re

from tests.support.sample import ROOT, TAGS

README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_of_an_article_builds(sample):
    example = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)[1]
    sample.write("articles/2023-07-05-salvage-ends.md", example)
    sample.write("data/tags.yaml", TAGS + TAGS.replace("drills", "debris-salvage"))
    sample.build()
    assert "2023/07/salvage-ends/index.html" in sample.published()


def test_every_path_it_names_exists():
    named = re.findall(r"`((?:content|plugins|theme|desk|tests|docs)/[\w./-]*)`", README)
    named += re.findall(
        r"\]\(((?!http)[\w./-]+)\)", re.sub(r"```.*?```|`[^`]*`", "", README, flags=re.DOTALL)
    )
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_command_it_names_is_one():
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"make ([a-z][a-z0-9-]+[a-z0-9])", README))
    assert {"serve", "test", "publish", "links"} <= named <= targets
