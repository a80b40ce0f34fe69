"""The index of the preview: made when somebody searches, not at every save."""

from pathlib import Path
from threading import Lock

from desk import ROOT
from desk.live.latest import Latest
from engine.search_index import index_files
from search.index import MANIFEST

CACHE = ROOT / ".cache/search"


class Search:
    """The files of the index of the latest good build of the site in `folder`."""

    def __init__(self, folder: Path, latest: Latest):
        self.folder, self.latest = folder, latest
        self.lock = Lock()
        self.number, self.files = -1, {}

    def file(self, path: str) -> bytes | None:
        """A file of it, None where there is none. Who asks for the manifest gets the latest.

        Raises search.pagefind.SearchIndexError.
        """
        with self.lock:
            number = self.latest.number
            if path == MANIFEST and number != self.number:
                pages = [f.relative_to(self.folder).as_posix() for f in self.folder.rglob("*.html")]
                self.files = index_files(
                    pages, lambda page: (self.folder / page).read_bytes(), CACHE
                )
                self.number = number
            return self.files.get(path)
