"""A build that happens whole or not at all.

The contract is checked first; the site is made in a folder beside the output and takes its place
when it is complete and sound. What was published before stays until then.
"""

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from pelican import Pelican
from pelican.generators import ArticlesGenerator

from contract import Collection, Fault, report_faults, summarize
from engine.build_record import sources_of, write_record
from engine.checks import UnsoundSiteError, has_lost_ids, refuse_unsound
from engine.interruptions import interruptible
from engine.press import Articles, HangingError, Sheets, TwiceError, UnhashableError, edition, run
from engine.services import inspect_content
from engine.shrinkage import ShrunkError, refuse_shrinkage
from engine.staging import MANIFEST, ForeignFilesError, Record, Staging, replaced
from engine.troubles import trouble
from search.index import is_of_index, write_index
from search.pagefind import SearchIndexError

RARELY = 50_000  # new objects before the collector looks for cycles: most of them stay
REFUSALS = (ForeignFilesError, HangingError, SearchIndexError, ShrunkError, TwiceError)
REFUSALS += (UnsoundSiteError,)
UNFINISHED = (
    "A plugin ended the build with exit code 0 before it was done. Find its call of sys.exit(),"
    " exit() or quit(); the site is as it was."
)


class StagedPelican(Pelican):
    """Pelican with the contract before and the swap after. Ends the process on a fault."""

    def __init__(self, settings):
        with interruptible(), to_its_end():
            super().__init__(settings)

    def run(self):
        output = Path(self.settings["OUTPUT_PATH"])
        gc.set_threshold(RARELY)
        with interruptible(), to_its_end():
            try:
                collection = self._inspected()
                self.settings["COLLECTION"] = collection
                known = self._prepare(output)
                with replaced(output, self._record(output, "stamps")) as staging:
                    self._refuse_loss(collection, output)
                    self._build_in(staging.folder)
                    write_record(staging.folder, collection.root, paths(collection))
                    sheets, self.made = run(self.settings["SHEETS"], staging, known["sheets"])
                    self._look_over(collection, staging)
                    if not self.settings["SEARCH_LATER"]:
                        write_index(staging, Path(self.settings["SEARCH_CACHE"]))
                self._remember(output, known, sheets)
            except REFUSALS as refused:
                stop(str(refused))
            except Exception as error:
                if sentence := trouble(error, output):
                    stop(sentence)
                raise
        print(summarize(collection))

    def _inspected(self) -> Collection:
        drafts = self.settings["SHOW_DRAFTS"]
        collection = inspect_content(self.settings, show_drafts=drafts)
        if collection.faults:
            stop(report_faults(collection), collection.faults)
        return collection

    def _refuse_loss(self, collection: Collection, output: Path) -> None:
        if not self.settings["ALLOW_SHRINK"]:
            drafts = paths(collection, published=False)
            refuse_shrinkage(sources_of(output), paths(collection), drafts)

    def _build_in(self, staging: Path) -> None:
        output = self.output_path
        self.output_path = self.settings["OUTPUT_PATH"] = str(staging)
        try:
            super().run()
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = output

    def _get_generator_classes(self):
        return [Articles if g is ArticlesGenerator else g for g in super()._get_generator_classes()]

    def _look_over(self, collection: Collection, staging: Staging) -> None:
        """Look at what is new; at all where a page or an id is gone that others may link to."""
        new = {name: entry.path for name, entry in staging.files().items()}
        names, former = new.keys() | staging.sums.keys(), staging.former
        files = {name: str(former.folder / name) for name in names} | new
        gone = former.sums.keys() - names - {MANIFEST}
        whole = any(not is_of_index(name) for name in gone) or has_lost_ids(new, former.folder)

        def typed() -> str:
            named = [self.settings["SITENAME"], self.settings["SITESUBTITLE"]]
            texts = ((collection.root / p).read_text("utf-8") for p in collection.documents)
            return "\n".join((*named, *texts))

        refuse_unsound(files if whole else new, files, self.settings["SITEURL"], typed)

    def _record(self, output: Path, name: str) -> Record:
        return Record(Path(self.settings["BUILD_CACHE"]), output, name)

    def _prepare(self, output: Path) -> dict:
        """Get sheets ready. Gives what is known of the last build's."""
        known = {"sheets": {}, "templates": {}} | self._record(output, "sheets").read()
        try:
            now = edition(self.settings, self.plugins)
        except UnhashableError:
            now = None
        self.settings["SHEETS"] = Sheets(now, dict(known["templates"]))
        return known

    def _remember(self, output: Path, known: dict, sheets: dict[str, list]) -> None:
        told = {"sheets": sheets, "templates": self.settings["SHEETS"].told}
        if told != known:
            with suppress(OSError):  # without it the next build takes longer
                self._record(output, "sheets").write(told)


@contextmanager
def to_its_end() -> Iterator[None]:
    """Refuse what ends the process as if all were done."""
    try:
        yield
    except SystemExit as ended:
        if ended.code:
            raise
        stop(UNFINISHED)


def paths(collection: Collection, *, published: bool = True) -> list[str]:
    return [article.path for article in collection.of("articles", published=published)]


class Refusal(SystemExit):
    """Ends the process with code 1. Who runs a build within theirs reads here why."""

    def __init__(self, message: str, faults: Sequence[Fault]):
        super().__init__(1)
        self.message, self.faults = message, faults


def stop(message: str, faults: Sequence[Fault] = ()) -> NoReturn:
    print(message, file=sys.stderr)
    raise Refusal(message, faults)
