"""A build that happens whole or not at all, and makes only what changed.

Content is inspected first: any fault ends the build. Pelican's generators and its writer then add
targets; those that changed are made in a folder beside the output, checked, and indexed for the
search. The folder takes the place of the output when it is complete and sound; what was published
before stays until then. In the end the keys of all targets are recorded for the next build.
"""

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

from contract import Collection, Fault, report_faults, summarize
from engine.checks import UnsoundSiteError, has_lost_ids, refuse_unsound
from engine.disk import list_files
from engine.interruptions import explain_os_error, interruptible
from engine.keys import TemplateFacts, build_fingerprint
from engine.limits import ShrunkError, refuse_shrinkage
from engine.pages import LeanArticlesGenerator
from engine.records import Record, load_articles, write_build_record
from engine.search_index import write_index
from engine.services import inspect_content
from engine.staging import MANIFEST, ForeignFilesError, Staging, replace_site, stamp
from engine.targets import (
    Build,
    DuplicateTargetError,
    HangingError,
    TargetRecord,
    make_stale,
)
from search.index import is_index_file
from search.pagefind import SearchIndexError

COLLECTOR_THRESHOLD = 50_000  # new objects before it looks for cycles: most of them stay
REFUSALS = (
    DuplicateTargetError,
    ForeignFilesError,
    HangingError,
    SearchIndexError,
    ShrunkError,
    UnsoundSiteError,
)
EARLY_EXIT = (
    "A plugin ended the build with exit code 0 before it was done. Find its call of sys.exit(),"
    " exit() or quit(); the site is as it was."
)


class StagedPelican(Pelican):
    """Pelican with the inspection before and the swap after. Ends the process on a fault.

    After a build `stale_targets` has the names of the targets that were made.
    """

    build: Build
    stale_targets: list[str]
    output_path: str

    def __init__(self, settings: dict[str, Any]):
        with interruptible(), refuse_early_exit():
            super().__init__(settings)

    def run(self) -> None:
        output = Path(self.settings["OUTPUT_PATH"])
        gc.set_threshold(COLLECTOR_THRESHOLD)
        with interruptible(), refuse_early_exit(), explain_failures(output):
            show_drafts = self.settings["SHOW_DRAFTS"]
            collection = inspect_content(self.settings, show_drafts=show_drafts)
            if collection.faults:
                stop(report_faults(collection), collection.faults)
            self._publish(collection, output)
        print(summarize(collection))

    def _publish(self, collection: Collection, output: Path) -> None:
        """Build the site and put it in the place of `output`. Raises what REFUSALS has."""
        record = Record(Path(self.settings["BUILD_CACHE"]), output, "targets")
        previous = BuildState.load(record)
        fingerprint = build_fingerprint(self.settings, self.plugins)
        self.build = Build(collection, fingerprint, dict(previous.templates))
        with replace_site(output, previous.stamps) as staging:
            self._refuse_shrinkage(output)
            self._collect_targets(staging.folder)
            write_build_record(staging.folder, collection.root, list_articles(collection))
            targets, self.stale_targets = make_stale(self.build.targets, staging, previous.targets)
            self._check(staging)
            if not self.settings["SEARCH_LATER"]:
                write_index(staging, Path(self.settings["SEARCH_CACHE"]))
        with suppress(OSError):  # without it the next build takes longer
            stamps = {path: stamp(entry) for path, entry in list_files(output).items()}
            state = BuildState(targets, self.build.template_facts, stamps)
            if state != previous:
                record.write(state._asdict())

    def _refuse_shrinkage(self, output: Path) -> None:
        if not self.settings["ALLOW_SHRINK"]:
            collection = self.build.collection
            drafts = list_articles(collection, published=False)
            refuse_shrinkage(load_articles(output), list_articles(collection), drafts)

    def _collect_targets(self, folder: Path) -> None:
        """Let Pelican's generators add targets; what they write themselves goes to `folder`."""
        output = self.output_path
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        try:
            super().run()
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = output

    def _get_generator_classes(self) -> list[type]:
        """Pelican's classes and those of plugins, each with the attribute `build`."""
        lean = {ArticlesGenerator: LeanArticlesGenerator}
        classes = [lean.get(one, one) for one in super()._get_generator_classes()]
        return [type(one.__name__, (one,), {"build": self.build}) for one in classes]

    def _get_writer(self) -> Writer:
        writer = super()._get_writer()
        writer.build = self.build
        return writer

    def _check(self, staging: Staging) -> None:
        """Check what is new; all of it where a page or an id is gone that others may link to."""
        collection, previous = self.build.collection, staging.previous
        new = {name: entry.path for name, entry in list_files(staging.folder).items()}
        names = new.keys() | staging.sums.keys()
        files = {name: str(previous.folder / name) for name in names} | new
        gone = any(not is_index_file(n) for n in previous.sums.keys() - names - {MANIFEST})
        changed = files if gone or has_lost_ids(new, previous.folder) else new

        def load_sources() -> str:
            site = [self.settings["SITENAME"], self.settings["SITESUBTITLE"]]
            texts = ((collection.root / p).read_text("utf-8") for p in collection.documents)
            return "\n".join((*site, *texts))

        refuse_unsound(changed, files, self.settings["SITEURL"], load_sources)


class BuildState(NamedTuple):
    """What is recorded of a build.

    That is targets by name, facts of templates by their SHA-256, and stamps of files by path.
    """

    targets: dict[str, TargetRecord]
    templates: dict[str, TemplateFacts]
    stamps: dict[str, list[int]]

    @classmethod
    def load(cls, record: Record) -> "BuildState":
        """The state of the last build; an empty one where there is none."""
        data = record.read()
        return cls(
            {name: TargetRecord(*entry) for name, entry in data.get("targets", {}).items()},
            {text: TemplateFacts(*entry) for text, entry in data.get("templates", {}).items()},
            data.get("stamps", {}),
        )


def list_articles(collection: Collection, *, published: bool = True) -> list[str]:
    return [article.path for article in collection.of("articles", published=published)]


@contextmanager
def refuse_early_exit() -> Iterator[None]:
    """Refuse what ends the process as if all were done."""
    try:
        yield
    except SystemExit as end:
        if end.code:
            raise
        stop(EARLY_EXIT)


@contextmanager
def explain_failures(output: Path) -> Iterator[None]:
    """Stop with a sentence where the build is refused, or the machine cannot go on."""
    try:
        yield
    except REFUSALS as refusal:
        stop(str(refusal))
    except Exception as error:
        if sentence := explain_os_error(error, output):
            stop(sentence)
        raise


class Refusal(SystemExit):
    """Ends the process with code 1. Who runs a build within theirs reads here why."""

    def __init__(self, message: str, faults: Sequence[Fault]):
        super().__init__(1)
        self.message, self.faults = message, faults


def stop(message: str, faults: Sequence[Fault] = ()) -> NoReturn:
    """Print a message and end the process. Raises Refusal."""
    print(message, file=sys.stderr)
    raise Refusal(message, faults)
