"""Publishes the files of every picture that an article shows, and never an original.

The contract has looked at the pictures and set their addresses; here the files are made, in
parallel, and written.
"""

from pathlib import Path

from pelican import signals

from plugins.image_cache import ImageCache
from plugins.workshop import produce

from .encode import PictureJob


def shown(articles: list) -> list:
    """The pictures of articles, in order, without those that make the same files."""
    pictures = [entry["picture"] for a in articles for entry in a.images if entry.get("picture")]
    return list({picture.whole.path: picture for picture in pictures}.values())


def publish(pictures: list, cache: ImageCache, output: Path) -> list[str]:
    """Write every file of the pictures below `output`. Gives the keys that had to be made."""
    jobs = [PictureJob(picture) for picture in pictures]
    made = produce(cache, jobs)
    for rendition in (r for job in jobs for r in job.renditions):
        file = output / rendition.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(cache.find(rendition.key))
    return made


def publish_pictures(generator):
    settings = generator.settings
    cache, output = ImageCache(Path(settings["IMAGE_CACHE"])), Path(settings["OUTPUT_PATH"])
    publish(shown(generator.articles), cache, output)


def register():
    signals.article_generator_finalized.connect(publish_pictures)
