"""What a machine says when it cannot go on, in a sentence instead of a traceback."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

CURES = {
    errno.ENOSPC: "No space is left on the disk of {}, or no inode for one more file (df -i tells);"
    " free some",
    errno.EDQUOT: "The quota of this user is used up on the disk of {}; free some",
    errno.EROFS: "The disk of {} is read-only; make it writable, or build elsewhere (-o)",
    errno.EACCES: "This user may not use {}; give it the right to, or build elsewhere (-o)",
    errno.EPERM: "This user may not change {}; give it the right to, or build elsewhere (-o)",
    errno.EFBIG: "A file is larger than this process may write, at {}; raise the limit (ulimit -f)",
    errno.EMFILE: "Too many files are open at once, at {}; raise the limit (ulimit -n)",
    errno.EBUSY: "The system holds {}; end what uses it",
    errno.EIO: "The disk of {} reports damage; look at it before you go on",
}


def trouble(error: BaseException, output: Path) -> str | None:
    """The sentence for an error that has to do with the machine; None for any other.

    `output` is where the site goes; its folder is named for the staging folder, which is gone, and
    where the error names no file.
    """
    for cause in chain(error):
        if isinstance(cause, OSError) and cause.errno in CURES:
            written = cause.filename2 or cause.filename or output.parent  # of a copy, the second
            place = Path(os.fsdecode(written))
            if output.parent / f".{output.name}.staging" in (place, *place.parents):
                place = output.parent
            return f"{CURES[cause.errno].format(place)}, and build again. The site is as it was."
    return None


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what led to it."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
