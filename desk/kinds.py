"""One page of each kind, for whatever has to look at every kind of page."""

KINDS = {
    "front page": "",
    "article": "2023/06/real-time-missile-information-sharing/",
    "month": "2023/06/",
    "year": "2023/",
    "archive": "archive/",
    "tags": "tags/",
    "tag": "tags/missile-warning-data/",
    "authors": "authors/",
    "author": "authors/ji-da-gyum/",
    "outlets": "outlets/",
    "outlet": "outlets/the-korea-herald/",
    "glossary": "glossary/",
    "names": "names/",
    "people": "people/",
    "name": "people/minoru-kihara/",
    "place": "places/phnom-penh/",
    "about": "about/",
    "corrections": "corrections/",
    "not found": "404.html",
}
