"""Build as often as asked: `python -m desk.preview.build ARGUMENTS-OF-PELICAN`.

Settings and plugins are loaded once. Each line of standard input asks for a build, and a process
is forked for it, which reads content and theme. Standard output gets the outcome as one line of
JSON, as soon as the site is in its place, then the exit code when that process has ended; all else
that is printed goes to standard error. It ends when standard input does.
"""

import json
import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from traceback import format_exception, walk_tb

import pelican
from jinja2 import FileSystemBytecodeCache

from desk import ROOT
from desk.__main__ import INTERRUPTED

TEMPLATES = ROOT / ".cache/preview"  # as the builds of this process have compiled them
MODULES = TEMPLATES / "modules.json"  # what the last good build had imported in the end
GOOD = {"faults": [], "log": ""}
CONTEXT, WIDEST, LARGEST = 2, 200, 2_000_000  # lines, characters, bytes of an excerpt
PELICAN = Path(pelican.__file__).parent

logger = logging.getLogger("pelican")


class LogCollector(logging.Handler):
    """Collects warnings and errors, without what is logged of an exception that ends the build."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record):
        if record.levelno < logging.CRITICAL:
            self.messages.append(record.getMessage())


def load(arguments: list[str]) -> pelican.Pelican:
    """Pelican with the project's settings and plugins. Raises whatever is wrong with them."""
    # Python takes a plugin that was saved twice within a second, in the same size, for the one
    # that it compiled before; so what follows is neither read from compiled files nor written.
    sys.dont_write_bytecode, sys.pycache_prefix = True, os.devnull
    options = pelican.parse_arguments(arguments)
    pelican.init_logging(level=options.verbosity, fatal=options.fatal, name="pelican")
    site, _ = pelican.get_instance(options)
    shutil.rmtree(TEMPLATES, ignore_errors=True)
    TEMPLATES.mkdir(parents=True)
    templates = FileSystemBytecodeCache(str(TEMPLATES))

    def use_cache(generator):
        generator.env.bytecode_cache = templates

    pelican.signals.generator_init.connect(use_cache, weak=False)
    return site


def build(site: pelican.Pelican, replies: int) -> None:
    """Build once. Raises what ends the build, SystemExit where it is refused."""
    from engine.staging import on_publish  # not before `load`, which compiles the project's code

    on_publish.connect(lambda _: send(replies, GOOD), weak=False)
    with pelican.console.status("Generating..."):
        site.run()
    send(replies, GOOD)
    MODULES.write_text(json.dumps(list(sys.modules)), "utf-8")


def import_used_modules() -> None:
    """Import what a build has imported, so that the next ones, which are forked, need not."""
    names = json.loads(MODULES.read_text("utf-8")) if MODULES.exists() else []
    for name in names:
        with suppress(ImportError):
            import_module(name)


def send(replies: int, value: dict | int) -> None:
    """Write a line of JSON, unless nobody listens any more."""
    with suppress(BrokenPipeError):
        os.write(replies, f"{json.dumps(value)}\n".encode())


def wait_for(child: int) -> int:
    """The exit code of a build, which clears away what it has begun where it is interrupted."""
    try:
        _, status = os.waitpid(child, 0)
    except KeyboardInterrupt:
        with suppress(ChildProcessError):  # it had just ended
            os.waitpid(child, 0)
        raise
    return os.waitstatus_to_exitcode(status)


def describe(error: BaseException, log: list[str]) -> dict:
    """The outcome of a build that ended; `log` are its warnings and errors.

    A refusal, such as that of engine.build, brings its own faults or words. Any other error
    has its place in the project, if there is one, and its traceback.
    """
    if faults := getattr(error, "faults", ()):
        return {"faults": [_fault(f.path, f.line, f.message) for f in faults], "log": ""}
    if isinstance(error, SystemExit):
        refusal = getattr(error, "message", "") or (
            error.code if isinstance(error.code, str) else ""
        )
        if refusal or error.__context__ is None:
            message = f"The build ended with code {error.code}; the terminal has what it said."
            return {"faults": [_fault("", 0, refusal or message)], "log": ""}
    while earlier := error.__cause__ or error.__context__:
        error = earlier
    path, line = locate(error)
    text = getattr(error, "msg", "") or getattr(error, "message", "") or str(error)
    message = f"{type(error).__name__}: {text}" if path or not log else log[-1]
    lines = [*log, "".join(format_exception(error, chain=False))]
    return {"faults": [_fault(path, line, message)], "log": "\n".join(lines)}


def locate(error: BaseException) -> tuple[str, int]:
    """Where in the project an error arose: file and line; ("", 0) where within Pelican."""
    place = ("", 0)
    for file, line in _frames(error):
        if PELICAN in file.parents:
            place = ("", 0)
        elif ROOT in file.parents and "site-packages" not in file.parts:
            place = (file.relative_to(ROOT).as_posix(), line)
    return place


def _frames(error: BaseException) -> Iterator[tuple[Path, int]]:
    """Each file and line on the way to the error; a syntax error names its own at last."""
    for frame, line in walk_tb(error.__traceback__):
        yield Path(frame.f_code.co_filename), line
    if getattr(error, "filename", None) and getattr(error, "lineno", None):
        yield Path(error.filename), error.lineno


def _fault(path: str, line: int, message: str) -> dict:
    excerpt = _excerpt(ROOT / path, line) if path else []
    return {"path": path, "line": line, "message": message, "excerpt": excerpt}


def _excerpt(file: Path, line: int) -> list[tuple[int, str]]:
    """The lines around `line`, each with its number; none where there is nothing to read."""
    try:
        text = file.read_bytes()[:LARGEST].decode("utf-8", "replace")
    except (OSError, ValueError):
        return []
    lines = list(enumerate(text.splitlines(), 1))
    return [(n, text[:WIDEST]) for n, text in lines[max(line - 1 - CONTEXT, 0) : line + CONTEXT]]


def main() -> None:
    replies = os.dup(1)
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    collector = LogCollector()
    logging.basicConfig(format="%(message)s", handlers=[logging.StreamHandler(), collector])
    try:
        site = load(sys.argv[1:])
        while sys.stdin.readline():
            sys.stdout.flush()
            if not (child := os.fork()):
                build(site, replies)
                break
            send(replies, wait_for(child))
            import_used_modules()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except (Exception, SystemExit) as error:
        report(error)
        send(replies, describe(error, collector.messages))
        sys.exit(1)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends anyway, and without a traceback


def report(error: BaseException) -> None:
    """Say in the terminal what ended a build, as Pelican does."""
    if not isinstance(error, SystemExit):
        logger.critical("%s: %s", type(error).__name__, error, exc_info=True)
    elif isinstance(error.code, str):
        print(error.code, file=sys.stderr)


if __name__ == "__main__":
    main()
