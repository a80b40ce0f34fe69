"""Completes the metadata of a draft for the preview: what is not known says so."""

from contract.figures import NOT_YET
from formats import UNKNOWN
from formats.dates import UNDATED

UNTAGGED = {"name": "No tag yet", "description": "Drafts that have no tag yet."}
ARTICLE = {
    "date": UNDATED,
    "tags": [UNTAGGED["name"]],
    "summary": "The summary is not written yet.",
    "dateline": UNKNOWN,
    "kind": UNKNOWN,
}
SOURCE = {
    "outlet": "Outlet not known yet",
    "headline": UNKNOWN,
    "url": "",
    "published": UNKNOWN,
    "language": "und",
    "seen": "",
    **dict.fromkeys(("agency", "via", "headline_note", "published_note")),
}
IMAGE = NOT_YET | dict.fromkeys(("alt", "file"))


def completed(metadata: dict, needs: list[str]) -> dict:
    """The metadata of a draft with a stand-in for all that must be there; `needs` says what is not.

    A correction or an event that has no date or no words yet is left out.
    """
    events = [e for e in metadata.get("events") or [] if e["date"] and e["label"]]
    corrections = [c for c in metadata.get("corrections") or [] if c["date"] and c["note"]]
    return {
        **filled(metadata, ARTICLE),
        "source": filled(metadata.get("source") or {}, SOURCE),
        "images": [filled(image, IMAGE) for image in metadata.get("images") or []],
        "corrections": corrections if metadata.get("modified") else [],
        "events": events,
        "needs": needs,
    }


def filled(values: dict, stand_ins: dict) -> dict:
    """The values, with a stand-in for each that is None or not there."""
    return stand_ins | {key: value for key, value in values.items() if value is not None}
