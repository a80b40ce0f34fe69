"""Publishes the files of every picture that an article shows, and never an original.

The contract has looked at the pictures and set their addresses; here the files are made, in
parallel, and written.
"""

from functools import partial
from pathlib import Path

from pelican import signals

from engine.cache import ImageCache, run_image_jobs
from formats.text import hash_parts
from graphics.pictures.picture import Picture


def list_pictures(articles: list) -> list:
    """The pictures of articles, in order, without those that make the same files."""
    pictures = [entry["picture"] for a in articles for entry in a.images if entry.get("picture")]
    return list({picture.whole.path: picture for picture in pictures}.values())


def files_of(picture: Picture, cache: ImageCache) -> list[tuple[str, bytes]]:
    """Every file of a picture by its path in the site, made where the cache lacks it."""
    run_image_jobs(cache, [picture])
    return [(file.path, cache.find(file.key)) for file in picture.files]


def add_picture_files(generator):
    settings = generator.settings
    cache = ImageCache(Path(settings["IMAGE_CACHE"]))
    for picture in list_pictures(generator.articles):
        name = f"{picture.whole.path} (every size)"
        generator.build.targets.add_target(
            name, hash_parts(*picture.endings), partial(files_of, picture, cache)
        )


def register():
    signals.article_generator_finalized.connect(add_picture_files)
