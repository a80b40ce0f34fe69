"""Front matter from plain values, such that the contract reads back exactly the same text."""

import json
import re
from collections.abc import Iterable
from textwrap import wrap

from contract.front_matter import DEEP

PLAIN = re.compile(r"[^\W_][\w ,.()/’-]*")
WORDS = {"null", "true", "false", "yes", "no", "on", "off"}
WIDTH = 90
GUARDS = {"[": r"\x5B", "{": r"\x7B", "- ": r"\x2D ", "? ": r"\x3F ", ": ": r"\x3A "}


class FoldedScalar(str):
    """Plain words that stand on several lines."""


def front_matter(values: dict, comments: Iterable[str] = ()) -> str:
    """Keys and values between two lines of hyphens, the comments below them."""
    text = _write(values, comments, {})
    return _write(values, comments, GUARDS) if DEEP.search(text) else text


def _write(values: dict, comments: Iterable[str], guards: dict[str, str]) -> str:
    notes = [f"# {_quote(comment, guards)}" for comment in comments]
    return "\n".join(["---", *_lines(values, "", guards), *notes, "---", ""])


def _lines(values: dict, indent: str, guards: dict[str, str]) -> Iterable[str]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ", guards)
        elif isinstance(value, FoldedScalar):
            yield f"{indent}{key}: >-"
            yield from (f"{indent}  {line}" for line in wrap(value, WIDTH))
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            for item in value:
                yield from _item(item, f"{indent}  ", guards)
        else:
            yield f"{indent}{key}: {_scalar(value, guards)}".rstrip()


def _item(item: str | dict, indent: str, guards: dict[str, str]) -> Iterable[str]:
    lines = _lines(item, "", guards) if isinstance(item, dict) else [_scalar(item, guards)]
    for number, line in enumerate(lines):
        yield f"{indent}{'  ' if number else '- '}{line}"


def _scalar(text: str, guards: dict[str, str]) -> str:
    plain = PLAIN.fullmatch(text) and " -" not in text and text.lower() not in WORDS
    return text if not text or (plain and not guards) else _quote(text, guards)


def _quote(text: str, guards: dict[str, str]) -> str:
    """Text between double quotes; JSON's escapes are YAML's: https://yaml.org/spec/1.2.2/#57-escaped-characters"""
    literal = json.dumps(text, ensure_ascii=False)
    for sign, escape in guards.items():
        literal = literal.replace(sign, escape)
    return literal
