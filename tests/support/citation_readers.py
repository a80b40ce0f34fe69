"""Strict readers of BibTeX and RIS, as far as the site writes them."""

import re

UNESCAPED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    **{f"\\{character}": character for character in "$&%#_"},
}
COMMAND = re.compile(r"\\(?:text[a-z]+\{\}|[$&%#_])")
ENTRY = re.compile(r"@(article|misc)\{([a-z0-9-]+),\n(.*)\}\n", re.DOTALL)
RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def braced(text: str, start: int) -> tuple[str, int]:
    """What the brace at `start` encloses, and where it ends; a backslash saves no brace."""
    assert text[start] == "{", text[start:]
    depth = 0
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if not depth:
            return text[start + 1 : end], end + 1
    raise AssertionError(f"open brace: {text}")


def untex(value: str) -> str:
    """The text that LaTeX prints; nothing that it would run or trip over is left."""
    assert not re.search(r"[\\{}$&%#_~^<>|]", COMMAND.sub("", value)), value
    return COMMAND.sub(lambda found: UNESCAPED[found[0]], value)


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """The entry's type, key and fields, each as it is written between its braces."""
    found = ENTRY.fullmatch(text)
    assert found, text
    kind, key, rest = found.groups()
    fields, at = {}, 0
    while at < len(rest):
        name = re.compile(r"  ([a-z]+) = ").match(rest, at)
        assert name, rest[at:]
        if rest[name.end()] == "{":
            value, at = braced(rest, name.end())
        else:
            value = rest[name.end() : name.end() + 3]
            at = name.end() + 3
        assert name[1] not in fields
        assert rest[at : at + 2] == ",\n", rest[at:]
        fields[name[1]], at = value, at + 2
    return kind, key, fields


def read_names(value: str) -> list[str]:
    """The names of an author field, each in braces of its own."""
    names, at = [], 0
    while at < len(value):
        name, at = braced(value, at)
        names.append(untex(name))
        assert value[at:] == "" or value[at : at + 5] == " and ", value
        at += 5
    return names


def read_title(value: str) -> str:
    title, end = braced(value, 0)
    assert end == len(value)
    return untex(title)


def read_ris(text: str) -> list[tuple[str, str]]:
    """The lines as (tag, value): TY first, ER last, nothing else between or after."""
    assert text.endswith("\nER  - \n")
    lines = [RIS_LINE.fullmatch(line) for line in text[:-1].split("\n")]
    assert all(lines), text
    fields = [(found[1], found[2]) for found in lines]
    tags = [tag for tag, _ in fields]
    assert (tags[0], tags.count("TY"), tags.count("ER")) == ("TY", 1, 1)
    assert [tag for tag in set(tags) - {"AU"} if tags.count(tag) > 1] == []
    assert [line for line in fields[:-1] if not line[1].strip()] == []
    return fields
