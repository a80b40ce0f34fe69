"""A build that happens whole or not at all.

The contract is checked before anything is made; the site is made in a folder beside the output
and takes its place when it is complete. What was published before stays until then.
"""

import shutil
import sys
from pathlib import Path

from pelican import Pelican, signals

from plugins.article_contract import inspect, ledger, report

MARK = "robots.txt"


class StagedPelican(Pelican):
    """Pelican with the contract before and the swap after. Ends the process on a fault."""

    def run(self):
        content, output = Path(self.settings["PATH"]), Path(self.settings["OUTPUT_PATH"])
        rules = self.settings["SLUG_REGEX_SUBSTITUTIONS"]
        collection = inspect(content, self.settings["MARKDOWN"], rules)
        if collection.faults:
            stop(report(collection))
        if output.is_symlink() or (output.is_dir() and any(output.iterdir()) and not ours(output)):
            stop(f"{output} holds files that are not a built site - empty it or choose another")
        self.settings["COLLECTION"] = collection
        try:
            self._build_beside(output)
        except KeyboardInterrupt:
            print("Interrupted; the site is as it was.", file=sys.stderr)
            sys.exit(130)
        print(ledger(collection))

    def _build_beside(self, output: Path) -> None:
        staging = output.with_name(f".{output.name}.staging")
        old = output.with_name(f".{output.name}.old")
        for leftover in (staging, old):
            shutil.rmtree(leftover, ignore_errors=True)
        self.output_path = self.settings["OUTPUT_PATH"] = str(staging)
        try:
            super().run()
            if output.exists():
                output.rename(old)
            staging.rename(output)
        finally:
            self.output_path = self.settings["OUTPUT_PATH"] = str(output)
            for leftover in (staging, old):
                shutil.rmtree(leftover, ignore_errors=True)


def ours(output: Path) -> bool:
    """Whether a folder is a site that we built: it holds the one file that every build writes."""
    return (output / MARK).is_file()


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
