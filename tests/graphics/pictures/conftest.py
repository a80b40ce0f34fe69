import pytest

from engine.cache import ImageCache, run_image_jobs
from graphics.pictures.original import job_for, master_of
from graphics.pictures.picture import Picture
from graphics.pictures.rights import Rights

RIGHTS = Rights("A ship.", "Navy")


@pytest.fixture
def make(tmp_path):
    """Makes every file of an original: its bytes by the ending and the width."""

    def files(name: str, data: bytes, rights=RIGHTS) -> dict[tuple[str, int], bytes]:
        file, cache = tmp_path / name, ImageCache(tmp_path / "cache")
        file.write_bytes(data)
        origin = job_for(file)
        picture = Picture(f"images/{name}", "A ship", rights, master_of(origin, cache), origin)
        run_image_jobs(cache, [picture])
        return {(r.ending, r.width): cache.find(r.key) for r in picture.files}

    return files
