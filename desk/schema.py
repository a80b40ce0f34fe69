"""Write the contract as JSON Schema, and as snippets, for editors to complete from.

https://json-schema.org/draft/2020-12. What one file alone cannot show stays with `make check`.
https://code.visualstudio.com/docs/editing/userdefinedsnippets: VS Code has these for Markdown.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from contract.front_matter import read_yaml
from contract.schema import VALIDATORS
from desk import ROOT
from desk.project import CONTENT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IS_DRAFT = {"properties": {"status": {"const": "draft"}}, "required": ["status"]}
ALWAYS = ("title", "slug")
ONE_BYLINE = [{"required": ["author"]}, {"required": ["authors"]}]
FILE_AND_ALT = {"file": ["alt"], "alt": ["file"]}
EMPTY = {"enum": [None, ""]}
TOGETHER = {"oneOf", "dependentRequired"}  # what only a finished article can hold to


def generate() -> dict[str, str]:
    """The text of every schema, and of the snippets, by path from the project's folder."""
    vocabulary = sorted(read_yaml((CONTENT / "data/tags.yaml").read_text("utf-8")).values)
    files = {}
    for path, shape in VALIDATORS.items():
        name = Path(path).stem if "/" in path else path.removesuffix("s")
        schema = article_schema(shape.schema, vocabulary) if path == "articles" else shape.schema
        whole = {"$schema": DIALECT, "title": f"Standing Watch: {name}", **schema}
        files[f".schema/{name}.json"] = whole
        if path == "articles":
            files[".vscode/standing-watch.code-snippets"] = make_snippets(schema["else"])
    return {n: json.dumps(f, indent=1, ensure_ascii=False) + "\n" for n, f in files.items()}


def article_schema(schema: dict, vocabulary: list[str]) -> dict:
    """Articles name tags of the vocabulary; drafts may leave open what is not known yet."""
    keys = schema["properties"]
    images = keys["images"]
    items = {**images["items"], "dependentRequired": FILE_AND_ALT}
    keys = {**keys, "tags": _tags_schema(keys["tags"], vocabulary)}
    keys["images"] = {**images, "items": items}
    published = {**schema, "properties": keys, "oneOf": ONE_BYLINE}
    return {"if": IS_DRAFT, "then": _draft_schema(published), "else": published}


def _tags_schema(schema: dict, vocabulary: list[str]) -> dict:
    """One tag of the vocabulary, or a list of several."""
    tag = {"enum": vocabulary}
    several = {"type": "array", "items": tag, "minItems": 1, "uniqueItems": True}
    return {"description": schema["description"], "anyOf": [several, tag]}


def _draft_schema(published: dict) -> dict:
    """The schema of an article of which any key but the headline and the slug may be open."""
    properties = {
        name: schema if name in ALWAYS else _make_lenient(schema)
        for name, schema in published["properties"].items()
    }
    rest = {key: part for key, part in published.items() if key not in TOGETHER}
    return {**rest, "properties": properties, "required": ALWAYS}


def _make_lenient(schema: dict) -> dict:
    """The schema of a value that may be empty, and whose own keys may be missing or empty."""
    lenient = {key: part for key, part in schema.items() if key not in TOGETHER}
    if "properties" in schema:
        inner = {name: _make_lenient(part) for name, part in schema["properties"].items()}
        lenient |= {"properties": inner, "required": []}
    elif "items" in schema:
        lenient["items"] = _make_lenient(schema["items"])
    return {"description": schema.get("description", ""), "anyOf": [lenient, EMPTY]}


def make_snippets(article: Mapping) -> dict[str, dict]:
    """A snippet for every key of the article's schema and of its source."""
    keys = article["properties"]
    return {
        f"{prefix}{name}": {
            "scope": "markdown",
            "prefix": name,
            "description": schema["description"],
            "body": _snippet_lines(name, schema),
        }
        for prefix, part in {"": keys, "source ": keys["source"]["properties"]}.items()
        for name, schema in part.items()
    }


def _snippet_lines(name: str, schema: Mapping, stop: int = 1) -> list[str]:
    """What is inserted for a key; the cursor goes to stop after stop."""
    if "properties" in schema:
        inner = [(n, schema["properties"][n]) for n in schema["required"]]
        parts = [_snippet_lines(n, part, stop + i) for i, (n, part) in enumerate(inner)]
        return [f"{name}:", *(f"  {line}" for part in parts for line in part)]
    several = schema.get("items") or schema.get("anyOf", [{}])[0].get("items")
    if several and "properties" in several:
        first, *rest = _snippet_lines(name, several, stop)[1:]
        return [f"{name}:", f"  - {first.strip()}", *(f"  {line}" for line in rest)]
    if several:
        return [f"{name}:", f"  - {_placeholder(several, stop)}"]
    return [f"{name}: {_placeholder(schema, stop)}"]


def _placeholder(schema: Mapping, stop: int) -> str:
    """A stop with the words to choose from, where there are such."""
    words = schema.get("enum", [])
    return f"${{{stop}|{','.join(words)}|}}" if words else f"${stop}"


def main() -> None:
    for name, text in generate().items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text, "utf-8")
        print(name)
