"""Take an article file apart: YAML metadata, the line of every key, and the body.

Every scalar stays the text that was typed: what it means is for the rules to say, so
`2023-02-30`, `no` and `1e3` reach them as written.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from contract.faults import pointer

# The metadata stands between two lines of three hyphens, of which three dots may be the second, as
# in https://pypi.org/project/pelican-yaml-metadata/ and https://jekyllrb.com/docs/front-matter/.
FRONT_MATTER = re.compile(
    r"\s*^---$(?P<metadata>.+?)^(?:---|\.\.\.)$(?P<body>.*)", re.MULTILINE | re.DOTALL
)
UNENDED = ("while scanning a quoted scalar", "while scanning a simple key")
CURES = {
    "mapping values": 'put text that holds ": " between quotes, single ones if it has double',
    "could not find expected ':'": "write `key: value`, with a space after the colon",
    "cannot start any token": "indent with spaces, and quote text that begins with a sign",
    "undefined alias": "put text that begins with * or & between double quotes",
    "end of stream": "close the quotation mark or the bracket",
}
CURE = "keys of one level begin in one column; quote text that begins with a sign"
NULLS = {"~", "null", "Null", "NULL"}
DEEP = re.compile(r"(?:[\[{][^\[\]{}]*){40}|(?:[-?:] +){40}")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnreadableError(ValueError):
    """The text cannot be taken apart; `line` says where, the message what to do."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


@dataclass
class FrontMatter:
    """`values` nest dict, list and str; `lines` has the line in the file by JSON Pointer.

    `duplicates` are keys that stand a second time, with their lines. `body` is the Markdown below
    the metadata, from `body_line` of the file on.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    duplicates: list[tuple[str, int]]
    body: str = ""
    body_line: int = 1


@dataclass
class _NodeReader:
    """Turns YAML nodes into dict, list and str, noting lines and repeated keys.

    A node met twice is an alias, which is refused: it is no part of the contract and can explode.
    """

    offset: int
    text: list[str]
    lines: dict[str, int] = field(default_factory=dict)
    duplicates: list[tuple[str, int]] = field(default_factory=list)
    visited: set[yaml.Node] = field(default_factory=set)

    def read(self, node: yaml.Node, path: str = "") -> Any:
        """The value of a node that stands at this JSON Pointer. Raises UnreadableError."""
        line = node.start_mark.line + self.offset
        if node in self.visited:
            raise UnreadableError(line, "YAML anchors and aliases (&name, *name) are not used here")
        self.visited.add(node)
        self.lines.setdefault(path, line)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, f"{path}/{i}") for i, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._read_mapping(node, path)
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - there is no other kind
        self._refuse_comment_after(node)
        return "" if not node.style and node.value in NULLS else node.value.strip()

    def _refuse_comment_after(self, node: yaml.ScalarNode) -> None:
        """A plain value ends where ` #` begins a comment, which is seldom what was meant."""
        rest = self.text[node.end_mark.line][node.end_mark.column :]
        if not node.style and rest.lstrip().startswith("#"):
            raise UnreadableError(
                node.end_mark.line + self.offset,
                f'what stands after " #" would be lost: {rest.strip()} - put the whole text between'
                " double quotes, or the comment on a line of its own",
            )

    def _read_mapping(self, node: yaml.MappingNode, path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else str(key.start_mark)
            line, here = key.start_mark.line + self.offset, path + pointer([name])
            if name in values:
                self.duplicates.append((name, line))
            self.lines.setdefault(here, line)
            values[name] = self.read(value, here)
        return values


def _explain(error: yaml.MarkedYAMLError, offset: int) -> UnreadableError:
    """A YAML error at the line where it began, with a cure."""
    unended = (error.context or "").startswith(UNENDED)
    mark = error.context_mark if unended else error.problem_mark or error.context_mark
    cure = next((cure for words, cure in CURES.items() if words in str(error.problem)), CURE)
    return UnreadableError(
        (mark.line if mark else 0) + offset, f"broken YAML: {error.problem} - {cure}"
    )


def read_yaml(text: str, offset: int = 1) -> FrontMatter:
    """Read a YAML mapping; `offset` is the line of the file on which `text` begins.

    Raises UnreadableError where the text is not YAML, or not a mapping.
    """
    reader = _NodeReader(offset, [*text.split("\n"), ""])
    try:
        if DEEP.search(text):
            raise RecursionError
        node = yaml.compose(text, LOADER)
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line if node else 0
            raise UnreadableError(line + offset, "the metadata is not made of `key: value` lines")
        return FrontMatter(reader.read(node), reader.lines, reader.duplicates)
    except yaml.MarkedYAMLError as error:
        raise _explain(error, offset) from None
    except RecursionError:
        raise UnreadableError(offset, "broken YAML: nested too deeply") from None


def read_front_matter(text: str) -> FrontMatter:
    """Take a whole file apart. Raises UnreadableError where there is no readable metadata."""
    parts = _split(text)
    front = read_yaml(parts["metadata"], _line_at(text, parts.start("metadata")))
    front.body, front.body_line = read_body(text)
    return front


def read_body(text: str) -> tuple[str, int]:
    """The Markdown below the metadata and the line on which it begins. Raises UnreadableError."""
    parts = _split(text)
    return parts["body"], _line_at(text, parts.start("body"))


def _split(text: str) -> re.Match[str]:
    parts = FRONT_MATTER.fullmatch(text)
    if not parts:
        raise UnreadableError(
            1, "no metadata: begin the file with a line `---`, the keys, and a line `---`"
        )
    return parts


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
