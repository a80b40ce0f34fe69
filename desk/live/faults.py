"""What ended a build, as data for the browser: the place, the sentence, the lines around it."""

from collections.abc import Iterator
from pathlib import Path
from traceback import format_exception, walk_tb

import pelican

AROUND = 2
WIDEST = 200
LARGEST = 2_000_000
PELICAN = Path(pelican.__file__).parent


def excerpt(file: Path, line: int) -> list[tuple[int, str]]:
    """The lines around `line`, each with its number; none where there is nothing to read."""
    try:
        text = file.read_bytes()[:LARGEST].decode("utf-8", "replace")
    except (OSError, ValueError):
        return []
    numbered = list(enumerate(text.splitlines(), 1))
    return [(n, text[:WIDEST]) for n, text in numbered[max(line - 1 - AROUND, 0) : line + AROUND]]


def fault(root: Path, path: str, line: int, message: str) -> dict:
    lines = excerpt(root / path, line) if path else []
    return {"path": path, "line": line, "message": message, "excerpt": lines}


def origin(error: BaseException) -> BaseException:
    """The error that led to all others."""
    while earlier := error.__cause__ or error.__context__:
        error = earlier
    return error


def frames(error: BaseException) -> Iterator[tuple[Path, int]]:
    """Each file and line on the way to the error; a syntax error names its own at last."""
    for frame, line in walk_tb(error.__traceback__):
        yield Path(frame.f_code.co_filename), line
    if getattr(error, "filename", None) and getattr(error, "lineno", None):
        yield Path(error.filename), error.lineno


def place(error: BaseException, root: Path) -> tuple[str, int]:
    """Where in the project the error arose, or nothing where it arose within Pelican."""
    found = ("", 0)
    for file, line in frames(error):
        if PELICAN in file.parents:
            found = ("", 0)
        elif root in file.parents and "site-packages" not in file.parts:
            found = (file.relative_to(root).as_posix(), line)
    return found


def told(end: SystemExit, logged: list[str], root: Path) -> dict:
    """The outcome of a build that ended. `logged` are its warnings and errors.

    A refusal, such as that of engine.build, brings its own faults or words. Of any other
    error the place is searched, and its traceback goes along.
    """
    if faults := getattr(end, "faults", ()):
        return {"faults": [fault(root, f.path, f.line, f.message) for f in faults], "said": ""}
    refusal = getattr(end, "message", "") or (end.code if isinstance(end.code, str) else "")
    if refusal or end.__context__ is None:
        message = refusal or f"The build ended with code {end.code}; the terminal has what it said."
        return {"faults": [fault(root, "", 0, message)], "said": ""}
    error = origin(end.__context__)
    path, line = place(error, root)
    text = getattr(error, "msg", "") or getattr(error, "message", "") or str(error)
    message = f"{type(error).__name__}: {text}" if path or not logged else logged[-1]
    said = "\n".join([*logged, "".join(format_exception(error, chain=False))])
    return {"faults": [fault(root, path, line, message)], "said": said}
