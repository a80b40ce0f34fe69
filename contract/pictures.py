"""Every picture under `content/images/` can be shown, and is shown only with its rights."""

from contract.document import Collection, Document
from engine.image_cache import ImageCache
from engine.workshop import produce
from graphics.pictures.original import Master, MasterJob, PictureError, job_for, master_of
from graphics.pictures.picture import Picture
from graphics.pictures.rights import Rights

# What stands under a picture of a draft until it is known.
NOT_YET = {
    "alt": "A picture that is not described yet",
    "caption": "Caption not known yet.",
    "credit": "not known yet",
}
Developed = dict[str, tuple[Master, MasterJob]]


def look_at_pictures(collection: Collection, cache: ImageCache) -> None:
    """Refuse pictures that cannot be shown; give every article its `Picture` objects.

    A fault stands where an article lists the file, or at the file where none does.
    """
    developed = _developed(collection, cache)
    for document in _with_pictures(collection):
        for entry in document.metadata["images"]:
            path = f"images/{(entry or {}).get('file')}"
            if path in developed and (entry["alt"] or not document.published):
                entry["picture"] = _picture(path, entry, *developed[path])


def listed(document: Document) -> dict[str, Picture | None] | None:
    """The pictures that an article lists, by path from `content/`, as `figures.Pictures`."""
    if not document.path.startswith("articles/"):
        return None
    entries = document.metadata.get("images") or []
    return {f"images/{e['file']}": e.get("picture") for e in entries if e and e.get("file")}


def _developed(collection: Collection, cache: ImageCache) -> Developed:
    jobs, developed = {}, {}
    for path in collection.pictures:
        try:
            jobs[path] = job_for(collection.root / path)
        except (PictureError, OSError) as error:
            _refuse(collection, path, error)
    produce(cache, jobs.values())
    for path, job in jobs.items():
        try:
            developed[path] = master_of(job, cache), job
        except PictureError as error:
            _refuse(collection, path, error)
    return developed


def _with_pictures(collection: Collection) -> list[Document]:
    documents = collection.documents.values()
    return [document for document in documents if document.metadata.get("images")]


def _refuse(collection: Collection, path: str, error: Exception) -> None:
    message = f'picture "{path.removeprefix("images/")}" {error}'
    places = [
        document.place.into("images", i, "file")
        for document in _with_pictures(collection)
        for i, entry in enumerate(document.metadata["images"])
        if entry and f"images/{entry.get('file')}" == path
    ]
    for place in places:
        place.refuse(message)
    if not places:
        collection.refuse(path, message)


def _picture(path: str, entry: dict, master: Master, job: MasterJob) -> Picture:
    given = {key: entry.get(key) or NOT_YET.get(key, "") for key in Rights.__dataclass_fields__}
    return Picture(path, entry["alt"] or NOT_YET["alt"], Rights(**given), master, job)
