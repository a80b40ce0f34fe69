"""What a build is made of: its collection, and the files that it writes, each with a key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from contract import Collection
from engine.image_cache import ImageCache
from engine.workshop import Job, produce

# Of the text of a template: the templates that it refers to, its variables, its words.
TemplateFacts = list[list[str | None]]
Render = Callable[[], Iterable[tuple[str, bytes]]]


class DuplicateTargetError(Exception):
    """Two targets want the same place in the site."""


class Target(NamedTuple):
    """One or several files that are written together.

    `name` is the path of the first from the site's root. `key` changes whenever their bytes can;
    where it is None, nobody can tell, and they are written every time. `render` gives each path
    with its bytes.
    """

    name: str
    key: str | None
    render: Render


class TargetGraph(dict[str, Target]):
    """The targets of one build by their name, in the order in which they were added."""

    def add_target(self, name: str, key: str | None, render: Render) -> None:
        """Raises DuplicateTargetError where there is one of this name already."""
        if name in self:
            raise DuplicateTargetError(
                f"{name} is written twice - give one of the two another address"
            )
        self[name] = Target(name, key, render)

    def add_image(self, path: str, job: Job, cache: ImageCache) -> None:
        """Add the target of a file that is the one image of a job."""
        (key,) = job.wanted

        def render() -> list[tuple[str, bytes]]:
            produce(cache, [job])
            return [(path, cache.find(key))]

        self.add_target(path, key, render)


@dataclass
class Build:
    """One build. Every generator and the writer have it in `build`.

    `fingerprint` stands for what all files depend on, None where nobody can tell;
    `template_facts` has what is known of the texts of templates, by their SHA-256.
    """

    collection: Collection
    fingerprint: str | None = None
    template_facts: dict[str, TemplateFacts] = field(default_factory=dict)
    targets: TargetGraph = field(default_factory=TargetGraph)
