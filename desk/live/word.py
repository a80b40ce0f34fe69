"""A build that is ready and waits for its word, so that no save waits for what is the same.

What was made ready counts only if it is the same when the word comes; else the process begins anew.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

from jinja2 import TemplateError
from jinja2.bccache import BytecodeCache
from pelican import signals
from pelican.generators import Generator

from desk import ROOT
from desk.__main__ import INTERRUPTED
from engine import PACKAGES

NOW = "--now"
READY = ("pelicanconf.py", *(f"{name}/**/*.py" for name in PACKAGES), "theme/**/*")


def sums() -> list[tuple[str, bytes]]:
    """The SHA-256 of every file that is made ready."""
    files = sorted({file for pattern in READY for file in ROOT.glob(pattern) if file.is_file()})
    return [(str(file), sha256(file.read_bytes()).digest()) for file in files]


class Word:
    """The word to build, a line of standard input, unless it was `given` before.

    Until it comes nothing is said: a fault that keeps this from getting ready is told after it.
    `outcome` is where standard output goes, as the process that begins anew has to know.
    """

    def __init__(self, outcome: int, *, given: bool):
        self.outcome, self.given = outcome, given
        self.known = sums()
        if not given:
            self.error = os.dup(2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

    def awaited(self, get_instance: Callable) -> Callable:
        """Pelican's function, which returns when it is time to build."""

        def instance(args):
            pelican, settings = get_instance(args)
            if not self.given:
                compile_templates(settings)
                self._hear()
                if self.known != sums():
                    self._begin_anew()
            return pelican, settings

        return instance

    def wait(self) -> None:
        """Wait for the word where it has not come yet, and begin anew."""
        if not self.given:
            self._hear()
            self._begin_anew()

    def _hear(self) -> None:
        try:
            told = sys.stdin.readline()
        except KeyboardInterrupt:
            os._exit(INTERRUPTED)
        if not told:
            os._exit(0)
        self.given = True
        os.dup2(self.error, 2)

    def _begin_anew(self) -> None:
        os.dup2(self.outcome, 1)
        command = [sys.executable, "-m", "desk.live.build", NOW, *sys.argv[1:]]
        os.execv(sys.executable, command)  # noqa: S606 - this very program


class Compiled(BytecodeCache):
    """Templates as this process has compiled them; each is known by the sum of its source."""

    def __init__(self):
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket):
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket):
        self.kept[bucket.key] = bucket.bytecode_to_string()


def compile_templates(settings: dict) -> None:
    """Compile all of the theme for every generator that is made from now on."""
    compiled = Compiled()

    def use(generator):
        generator.env.bytecode_cache = compiled

    signals.generator_init.connect(use, weak=False)
    paths = (settings[name] for name in ("PATH", "THEME", "OUTPUT_PATH"))
    environment = Generator(settings.copy(), settings, *paths).env
    for name in environment.list_templates():
        if not name.startswith("!"):
            with suppress(TemplateError):  # the build tells, if a page needs it
                environment.get_template(name)
