"""The contract itself: the keys of articles, pages, dossiers, diagrams and data files.

A new key is a line here; README and the schemas of editors follow from it.
"""

from typing import Any

from contract.validators import Key, Validator, list_of, mapping, mapping_of, number, one_of, text
from contract.values import (
    coordinates,
    dateline,
    fingerprints,
    former_address,
    language,
    licence,
    moment,
    name,
    or_unknown,
    partial_date,
    slug,
    web_address,
    wikidata,
)
from formats import UNKNOWN
from formats.dates import UNDATED
from formats.names import FOLDERS

SOURCE = {
    "outlet": Key(name, meaning="who published the report"),
    "agency": Key(name, False, "the agency that supplied the report, if one did"),
    "via": Key(name, False, "where it was read, if not at the outlet itself"),
    "headline": Key(or_unknown(text(300)), meaning="the report's own headline, or unknown"),
    "headline_note": Key(text(400), False, "what has to be said about that headline"),
    "url": Key(web_address, meaning="the address of the report"),
    "published": Key(or_unknown(moment), meaning="the same as date, or unknown"),
    "published_note": Key(text(400), False, "what has to be said about that date"),
    "language": Key(language, meaning="the report's language, as in en"),
    "seen": Key(one_of("whole", "excerpt"), meaning="how much of it was read: whole or excerpt"),
}

IMAGE = {
    "caption": Key(text(600), meaning="what the picture shows"),
    "credit": Key(text(200), meaning="whose picture it is"),
    "file": Key(text(200), False, "a file in content/images/; only of a picture that we may show"),
    "alt": Key(text(400), False, "what the picture shows, for those who do not see it"),
    "license": Key(text(300), False, "the license's name or address"),
    "terms": Key(text(300), False, "what others may do with it, in words or as an address"),
    "source": Key(web_address, False, "the address where the picture was found"),
}

CORRECTION = {
    "date": Key(moment, meaning="the day of the correction"),
    "note": Key(text(600), meaning="what was wrong and what is right"),
}

EVENT = {
    "date": Key(partial_date, meaning="the day, month or year: 2023-06-03, 2023-06 or 2023"),
    "label": Key(text(140), meaning="what happened, in a few words"),
}
SOURCED = {"article": Key(text(120), meaning="the slug or file name of the article that tells it")}

ARTICLE = {
    "title": Key(text(140), meaning="our own headline", always=True),
    "slug": Key(slug, meaning="the last part of the address, such as salvage-ends", always=True),
    "date": Key(moment, meaning="when the report was published, such as 2023-06-03"),
    "author": Key(
        or_unknown(name), False, "the reporter as printed, or the office of a statement, or unknown"
    ),
    "authors": Key(list_of(name), False, "several reporters, in the place of author"),
    "tags": Key(list_of(text(60), or_one=True), meaning="one or more of content/data/tags.yaml"),
    "summary": Key(text(320), meaning="the deck: one or two sentences"),
    "dateline": Key(
        dateline, meaning="as printed, such as SINGAPORE; none or unknown if there is none"
    ),
    "kind": Key(
        one_of("report", "analysis", "statement", "clipping"),
        meaning="report, analysis or statement; clipping for a text republished under a licence",
    ),
    "licence": Key(
        licence, False, "of a republished text: the licence's name or address, or public domain"
    ),
    "source": Key(mapping(SOURCE), meaning="outlet, headline, url, published, language, seen"),
    "modified": Key(moment, False, "the day of the newest correction"),
    "corrections": Key(list_of(mapping(CORRECTION)), False, "what was corrected, and when"),
    "images": Key(list_of(mapping(IMAGE)), False, "what the report's photographs showed"),
    "about": Key(
        list_of(slug, or_one=True),
        False,
        "ids of content/data/registry.yaml: whom and what it is about",
    ),
    "events": Key(list_of(mapping(EVENT)), False, "what the report tells of, each with its date"),
    "diagram": Key(slug, False, "a file in content/diagrams/, without its ending"),
    "related": Key(list_of(slug, or_one=True), False, "slugs of the digests to read next"),
    "moved-from": Key(
        list_of(former_address, or_one=True), False, "former addresses, such as /2023/06/old-slug/"
    ),
    "status": Key(one_of("published", "draft"), False, "draft keeps it out of the site"),
    "needs": Key(
        list_of(text(400), or_one=True), False, "of a draft: what is unknown or doubtful, by line"
    ),
    "clipped": Key(fingerprints, False, "of a clipped draft: leave it as it was made"),
}

PAGE = {
    "title": Key(text(140), meaning="the page's headline"),
    "slug": Key(slug, meaning="the address of the page, such as about"),
    "summary": Key(text(320), meaning="one or two sentences that say what the page is"),
    "modified": Key(moment, meaning="the day of the last change, such as 2026-11-22"),
    "status": Key(one_of("published", "draft"), False, "draft keeps it out of the site"),
}

DOSSIER = {
    "title": Key(text(140), meaning="what the dossier follows", always=True),
    "slug": Key(slug, meaning="the last part of the address, such as missile-warning", always=True),
    "summary": Key(text(600), meaning="how things stand, in a few sentences"),
    "modified": Key(moment, meaning="the day of the last change, such as 2026-11-22"),
    "articles": Key(list_of(text(120)), meaning="slugs or file names of its articles, in order"),
    "events": Key(list_of(mapping(EVENT | SOURCED)), False, "events that its articles do not list"),
    "status": Key(one_of("published", "draft"), False, "draft keeps it out of the site"),
}

NODE = {
    "label": Key(text(60), meaning="what stands in the box"),
    "column": Key(number(1, 3), meaning="1, 2 or 3 from the left"),
    "row": Key(number(1, 9), meaning="1 to 9 from the top"),
}

LINK = {
    "from": Key(slug, meaning="the id of a node"),
    "to": Key(slug, meaning="the id of a node in the same row or column"),
    "label": Key(text(60), meaning="what runs here"),
    "flow": Key(one_of("both", "one", "none"), meaning="both ways, one way, or none: a gap"),
}

FRAME = {
    "label": Key(text(60), meaning="what these nodes have in common"),
    "around": Key(list_of(slug), meaning="the ids of its nodes"),
}

PANEL = {
    "title": Key(text(80), meaning="what this part of the diagram shows"),
    "nodes": Key(mapping_of(slug, mapping(NODE)), meaning="the boxes, each by an id of your own"),
    "links": Key(list_of(mapping(LINK)), meaning="the lines between them"),
    "frames": Key(list_of(mapping(FRAME)), False, "frames around several nodes"),
    "note": Key(text(400), False, "what has to be said below it"),
}

DIAGRAM = {
    "title": Key(text(140), meaning="what the diagram shows"),
    "caption": Key(text(400), meaning="what to see in it, and who says so"),
    "panels": Key(list_of(mapping(PANEL)), meaning="one picture, or several side by side"),
}

TAG = {
    "name": Key(text(60), meaning="the tag as readers see it"),
    "description": Key(text(300), meaning="one sentence that the tag's page shows"),
}

TERM = {
    "term": Key(text(30), meaning="the term as articles write it, such as TISA"),
    "expansion": Key(text(120), False, "what an abbreviation stands for"),
    "meaning": Key(text(300), meaning="one plain sentence"),
    "also": Key(list_of(text(30), or_one=True), False, "other ways of writing it"),
}

NATIVE = {
    "name": Key(text(80), meaning="the name in its own script"),
    "language": Key(language, meaning="the language of that, as in ko"),
}

ROLE = {
    "role": Key(text(120), meaning="an office or task, such as US secretary of defense"),
    "from": Key(partial_date, False, "since when, as far as known: 2021, 2021-01 or 2021-01-22"),
    "until": Key(partial_date, False, "until when, likewise"),
}

NAME = {
    "kind": Key(one_of(*FOLDERS), meaning=f"one of {', '.join(FOLDERS)}"),
    "name": Key(text(80), meaning="the name as readers see it"),
    "description": Key(text(300), meaning="who or what it is, in one or two plain sentences"),
    "sort": Key(text(40), False, "what sort of its kind, such as Destroyer or Summit"),
    "native": Key(mapping(NATIVE), False, "the name in its own script: name and language"),
    "also": Key(list_of(text(80), or_one=True), False, "other ways of writing it"),
    "roles": Key(list_of(mapping(ROLE)), False, "offices and tasks: role, from, until"),
    "coordinates": Key(
        coordinates, False, "of a place: latitude and longitude, as in [33.4, 126.5]"
    ),
    "wikidata": Key(wikidata, False, "its Wikidata id, such as Q6279, where sure"),
}

FRONT = {"lead": Key(slug, meaning="the slug of the lead story")}

ADDRESS = "addresses are made from date and slug"
ELSEWHERE = {
    "category": 'the outlet under "source" takes its place',
    "outlet": 'write it under "source"',
    "url": 'the report\'s address goes under "source"; our own ' + ADDRESS,
    "save_as": ADDRESS,
    "template": "every article has the same template",
    "lang": "digests are in the site's language; the report's goes under \"source\" as language",
    "translation": "there are no translations",
    "timezone": "write the zone into date, as in 2023-06-03T16:53+09:00",
    "license": 'that of a republished text is "licence"; that of a picture goes under "images"',
    "<<": "YAML merge keys are not used here",
}

# Of every file below these folders, and of these files.
VALIDATORS: dict[str, Validator[dict[str, Any]]] = {
    "articles": mapping(ARTICLE, ELSEWHERE),
    "diagrams": mapping(DIAGRAM),
    "dossiers": mapping(DOSSIER, ELSEWHERE),
    "pages": mapping(PAGE, ELSEWHERE),
    "data/tags.yaml": mapping_of(slug, mapping(TAG)),
    "data/front.yaml": mapping(FRONT),
    "data/glossary.yaml": mapping_of(slug, mapping(TERM)),
    "data/registry.yaml": mapping_of(slug, mapping(NAME)),
}

# What the preview of a draft shows for what the draft does not have yet.
UNTAGGED = {"name": "No tag yet", "description": "Drafts that have no tag yet."}
ARTICLE_PLACEHOLDERS = {
    "date": UNDATED,
    "tags": [UNTAGGED["name"]],
    "summary": "The summary is not written yet.",
    "dateline": UNKNOWN,
    "kind": UNKNOWN,
}
SOURCE_PLACEHOLDERS = {
    "outlet": "Outlet not known yet",
    "headline": UNKNOWN,
    "url": "",
    "published": UNKNOWN,
    "language": "und",
    "seen": "",
    **dict.fromkeys(("agency", "via", "headline_note", "published_note")),
}
PICTURE_PLACEHOLDERS = {"caption": "Caption not known yet.", "credit": "not known yet"}
ALT_PLACEHOLDER = "A picture that is not described yet"
