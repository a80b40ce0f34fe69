"""Take an article file apart: YAML metadata, the line of every key, and the body.

The metadata stands between two lines of three hyphens, as pelican-yaml-metadata reads it.
Every scalar stays the text that was typed: what it means is for the rules to say, so
`2023-02-30`, `no` and `1e3` reach them as written.
"""

import re
from dataclasses import dataclass, field

import yaml
from pelican.plugins.yaml_metadata import HEADER_RE

BEGUN = ("while scanning a quoted scalar", "while scanning a simple key")
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
Trail = tuple[str | int, ...]


class UnreadableError(ValueError):
    """The text cannot be taken apart; `line` says where, the message what to do."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


@dataclass
class FrontMatter:
    """`values` nest dict, list and str; `lines` maps a trail of keys to its line in the file."""

    values: dict
    lines: dict[Trail, int]
    twice: list[Trail]
    body: str = ""
    body_line: int = 1


@dataclass
class _Plain:
    """Turns YAML nodes into dict, list and str, noting lines and repeated keys.

    A node met twice is an alias, which is refused: it is no part of the contract and can explode.
    """

    offset: int
    text: list[str]
    lines: dict[Trail, int] = field(default_factory=dict)
    twice: list[Trail] = field(default_factory=list)
    met: set[yaml.Node] = field(default_factory=set)

    def of(self, node: yaml.Node, trail: Trail = ()):
        if node in self.met:
            line = node.start_mark.line + self.offset
            raise UnreadableError(line, "YAML anchors and aliases (&name, *name) are not used here")
        self.met.add(node)
        self.lines.setdefault(trail, node.start_mark.line + self.offset)
        if isinstance(node, yaml.SequenceNode):
            return [self.of(item, (*trail, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, trail)
        self._no_comment_after(node)
        return "" if not node.style and node.value in NULLS else node.value.strip()

    def _no_comment_after(self, node: yaml.ScalarNode) -> None:
        """A plain value ends where ` #` begins a comment, which is seldom what was meant."""
        rest = self.text[node.end_mark.line][node.end_mark.column :]
        if not node.style and rest.lstrip().startswith("#"):
            raise UnreadableError(
                node.end_mark.line + self.offset,
                f'what stands after " #" would be lost: {rest.strip()} - put the whole text between'
                " double quotes, or the comment on a line of its own",
            )

    def _mapping(self, node: yaml.MappingNode, trail: Trail) -> dict:
        values = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else str(key.start_mark)
            here = (*trail, name)
            if name in values:
                self.lines[(*here, "again")] = key.start_mark.line + self.offset
                self.twice.append((*here, "again"))
            self.lines.setdefault(here, key.start_mark.line + self.offset)
            values[name] = self.of(value, here)
        return values


def _explained(error: yaml.MarkedYAMLError, offset: int) -> UnreadableError:
    """A YAML error at the line where it began, with a cure."""
    began = (error.context or "").startswith(BEGUN)
    mark = error.context_mark if began else error.problem_mark or error.context_mark
    cure = next((cure for words, cure in CURES.items() if words in str(error.problem)), CURE)
    return UnreadableError(
        (mark.line if mark else 0) + offset, f"broken YAML: {error.problem} - {cure}"
    )


def read_yaml(text: str, offset: int = 1) -> FrontMatter:
    """Read a YAML mapping; `offset` is the line of the file on which `text` begins.

    Raises UnreadableError where the text is not YAML, or not a mapping.
    """
    if DEEP.search(text):
        raise UnreadableError(offset, "broken YAML: nested too deeply")
    try:
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        raise _explained(error, offset) from None
    except RecursionError:
        raise UnreadableError(offset, "broken YAML: nested too deeply") from None
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line if node else 0
        raise UnreadableError(line + offset, "the metadata is not made of `key: value` lines")
    plain = _Plain(offset, [*text.split("\n"), ""])
    try:
        return FrontMatter(plain.of(node), plain.lines, plain.twice)
    except RecursionError:
        raise UnreadableError(offset, "broken YAML: nested too deeply") from None


def read_front_matter(text: str) -> FrontMatter:
    """Take a whole file apart. Raises UnreadableError where there is no readable metadata."""
    match = HEADER_RE.fullmatch(text)
    if not match:
        raise UnreadableError(
            1, "no metadata: begin the file with a line `---`, the keys, and a line `---`"
        )
    front = read_yaml(match["metadata"], text.count("\n", 0, match.start("metadata")) + 1)
    front.body = match["content"]
    front.body_line = text.count("\n", 0, match.start("content")) + 1
    return front
