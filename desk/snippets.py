"""The article's metadata as snippets for VS Code, which completes them in Markdown by itself.

https://code.visualstudio.com/docs/editing/userdefinedsnippets
"""

from collections.abc import Mapping


def snippets(article: Mapping) -> dict[str, dict]:
    """A snippet for every key of the article's schema and of its source."""
    keys = article["properties"]
    below = {f"source {name}": (name, part) for name, part in keys["source"]["properties"].items()}
    every = {name: (name, part) for name, part in keys.items()} | below
    return {
        title: {
            "scope": "markdown",
            "prefix": name,
            "description": schema["description"],
            "body": lines(name, schema),
        }
        for title, (name, schema) in every.items()
    }


def lines(name: str, schema: Mapping, stop: int = 1) -> list[str]:
    """What is inserted for a key; the cursor goes to stop after stop."""
    if "properties" in schema:
        inner = [(n, schema["properties"][n]) for n in schema["required"]]
        parts = [lines(n, part, stop + i) for i, (n, part) in enumerate(inner)]
        return [f"{name}:", *(f"  {line}" for part in parts for line in part)]
    several = schema.get("items") or schema.get("anyOf", [{}])[0].get("items")
    if several and "properties" in several:
        first, *rest = lines(name, several, stop)[1:]
        return [f"{name}:", f"  - {first.strip()}", *(f"  {line}" for line in rest)]
    if several:
        return [f"{name}:", f"  - {choice(several, stop)}"]
    return [f"{name}: {choice(schema, stop)}"]


def choice(schema: Mapping, stop: int) -> str:
    """A stop with the words to choose from, where there are such."""
    words = schema.get("enum", [])
    return f"${{{stop}|{','.join(words)}|}}" if words else f"${stop}"
