"""A build that happens whole or not at all.

The contract is checked before anything is made; the site is made in a folder beside the output
and takes its place when it is complete. What was published before stays until then.
"""

import sys
from pathlib import Path

from pelican import Pelican, signals

from plugins.article_contract import Collection, inspect, ledger, report
from plugins.image_cache import ImageCache
from plugins.staging import ForeignFilesError, replaced


class StagedPelican(Pelican):
    """Pelican with the contract before and the swap after. Ends the process on a fault."""

    def run(self):
        try:
            collection = self._inspected()
            self.settings["COLLECTION"] = collection
            self._build_beside(Path(self.settings["OUTPUT_PATH"]))
        except KeyboardInterrupt:
            print("Interrupted; the site is as it was.", file=sys.stderr)
            sys.exit(130)
        except ForeignFilesError as error:
            stop(str(error))
        print(ledger(collection))

    def _inspected(self) -> Collection:
        content = Path(self.settings["PATH"])
        rules = self.settings["SLUG_REGEX_SUBSTITUTIONS"]
        cache = ImageCache(Path(self.settings["IMAGE_CACHE"]))
        collection = inspect(content, self.settings["MARKDOWN"], rules, cache)
        if collection.faults:
            stop(report(collection))
        return collection

    def _build_beside(self, output: Path) -> None:
        with replaced(output) as staging:
            self.output_path = self.settings["OUTPUT_PATH"] = str(staging)
            try:
                super().run()
            finally:
                self.output_path = self.settings["OUTPUT_PATH"] = str(output)


def stop(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(1)


def balance(generators) -> None:
    """Stop where Pelican holds other articles or pages than the contract let through."""
    settings = generators[0].settings
    collection = settings["COLLECTION"]
    context = generators[0].context
    for folder in ("articles", "pages"):
        expected = {document.path for document in collection.of(folder)}
        made = {content.relative_source_path for content in context[folder]}
        for path in sorted(expected ^ made):
            stop(f"{collection.named(path)}: lost between the contract and the site; report this")


def register():
    signals.all_generators_finalized.connect(balance)
