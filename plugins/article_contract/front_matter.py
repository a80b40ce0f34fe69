"""Take an article file apart: YAML metadata, the line of every key, and the body.

The metadata stands between two lines of three hyphens, as pelican-yaml-metadata reads it.
Every scalar stays the text that was typed: what it means is for the rules to say, so
`2023-02-30`, `no` and `1e3` reach them as written.
"""

from dataclasses import dataclass, field

import yaml
from pelican.plugins.yaml_metadata import HEADER_RE

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
        return node.value.strip()

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


def read_yaml(text: str, offset: int = 1) -> FrontMatter:
    """Read a YAML mapping; `offset` is the line of the file on which `text` begins.

    Raises UnreadableError where the text is not YAML, or not a mapping.
    """
    try:
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(
            mark.line + offset if mark else offset,
            f'broken YAML: {error.problem}; put text that holds ": ", "#" or quotes between'
            " double quotes",
        ) from None
    except RecursionError:
        raise UnreadableError(offset, "broken YAML: nested too deeply") from None
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line if node else 0
        raise UnreadableError(line + offset, "the metadata is not made of `key: value` lines")
    plain = _Plain(offset)
    return FrontMatter(plain.of(node), plain.lines, plain.twice)


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
