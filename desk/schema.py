"""Write the contract as JSON Schema, and as snippets, for editors to complete from.

https://json-schema.org/draft/2020-12. What one file alone cannot tell stays with `make check`.
"""

import json
from pathlib import Path

from contract.front_matter import read_yaml
from contract.schema import VALIDATORS
from desk.newsroom import CONTENT, ROOT
from desk.snippets import snippets

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BY_STATUS = {"properties": {"status": {"const": "draft"}}, "required": ["status"]}
ALWAYS = ("title", "slug")
ONE_BYLINE = [{"required": ["author"]}, {"required": ["authors"]}]
EMPTY = {"enum": [None, ""]}
TOGETHER = {"oneOf", "dependentRequired"}  # what only a finished article can hold to


def article(schema: dict, vocabulary: list[str]) -> dict:
    """Articles name tags of the vocabulary; drafts may leave open what is not known yet."""
    properties = {**schema["properties"], "tags": tags(schema["properties"]["tags"], vocabulary)}
    both = {"file": ["alt"], "alt": ["file"]}
    images = properties["images"]
    items = {**images["items"], "dependentRequired": both}
    properties["images"] = {**images, "items": items}
    published = {**schema, "properties": properties, "oneOf": ONE_BYLINE}
    return {"if": BY_STATUS, "then": draft(published), "else": published}


def tags(schema: dict, vocabulary: list[str]) -> dict:
    """One tag of the vocabulary, or a list of several."""
    tag = {"enum": vocabulary}
    several = {"type": "array", "items": tag, "minItems": 1, "uniqueItems": True}
    return {"description": schema["description"], "anyOf": [several, tag]}


def draft(published: dict) -> dict:
    """The schema of an article of which any key but the headline and the slug may be open."""
    properties = {
        name: schema if name in ALWAYS else lenient(schema)
        for name, schema in published["properties"].items()
    }
    kept = {key: part for key, part in published.items() if key not in TOGETHER}
    return {**kept, "properties": properties, "required": ALWAYS}


def lenient(schema: dict) -> dict:
    """The schema of a value that may be empty, and whose own keys may be missing or empty."""
    kept = {key: part for key, part in schema.items() if key not in TOGETHER}
    if "properties" in schema:
        inner = {name: lenient(part) for name, part in schema["properties"].items()}
        kept |= {"properties": inner, "required": []}
    elif "items" in schema:
        kept["items"] = lenient(schema["items"])
    return {"description": schema.get("description", ""), "anyOf": [kept, EMPTY]}


def written() -> dict[str, str]:
    """The text of every schema, and of the snippets, by path from the project's folder."""
    vocabulary = sorted(read_yaml((CONTENT / "data/tags.yaml").read_text("utf-8")).values)
    files = {}
    for path, validator in VALIDATORS.items():
        name = Path(path).stem if "/" in path else path.removesuffix("s")
        schema = article(validator.schema, vocabulary) if path == "articles" else validator.schema
        whole = {"$schema": DIALECT, "title": f"Standing Watch: {name}", **schema}
        files[f".schema/{name}.json"] = whole
        if path == "articles":
            files[".vscode/standing-watch.code-snippets"] = snippets(schema["else"])
    return {n: json.dumps(f, indent=1, ensure_ascii=False) + "\n" for n, f in files.items()}


def main() -> None:
    for name, text in written().items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text, "utf-8")
        print(name)
