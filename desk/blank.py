"""The text of an article that has been begun: every key, with what it wants in a comment."""

from collections.abc import Mapping

from contract.schema import ARTICLE, SOURCE
from contract.validators import Key

BODY = "Write the digest here: 250 to 800 words, in your own words, one paragraph a line.\n"


def blank(values: Mapping[str, str], vocabulary: Mapping[str, Mapping]) -> str:
    """An article with these values as YAML, the other keys empty, the tags in comments."""
    lines = ["---"]
    for name, key in ARTICLE.items():
        if key.required or name in {"author", *values}:
            lines += _key(name, key, values)
        if name == "tags":
            lines += [f"#  - {slug}" for slug in sorted(vocabulary)]
        if name == "source":
            lines += [f"  {line}" for n, k in SOURCE.items() if k.required for line in _key(n, k)]
    return "\n".join([*lines, "---", "", BODY])


def _key(name: str, key: Key, values: Mapping[str, str] = {}) -> list[str]:
    comment = [f"# {key.meaning}"] if key.meaning and name not in {"title", "slug"} else []
    return [*comment, f"{name}: {values.get(name, '')}".rstrip()]
