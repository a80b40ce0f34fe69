"""The index of the preview: made when somebody searches, not at every save."""

from pathlib import Path
from threading import Lock

from desk import ROOT
from desk.live.latest import Latest
from search.index import EDITION, index_of

CACHE = ROOT / ".cache/search"


class Search:
    """The files of the index of the latest good build of the site in `folder`."""

    def __init__(self, folder: Path, latest: Latest):
        self.folder, self.latest = folder, latest
        self.lock = Lock()
        self.number, self.files = -1, {}

    def file(self, path: str) -> bytes | None:
        """A file of it, None where there is none. Who asks for the edition gets the latest.

        Raises plugins.pagefind.SearchIndexError.
        """
        with self.lock:
            number = self.latest.number
            if path == EDITION and number != self.number:
                pages = [f.relative_to(self.folder).as_posix() for f in self.folder.rglob("*.html")]
                self.files = index_of(pages, lambda page: (self.folder / page).read_bytes(), CACHE)
                self.number = number
            return self.files.get(path)
