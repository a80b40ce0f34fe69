"""Names as schema.org has them: those of an article, and each on its own page.

https://schema.org/about and https://schema.org/mentions, with https://schema.org/sameAs
"""

from formats.names import Name
from formats.structured_works import known


def wikidata(name: Name) -> str:
    """The address of a name's item, as Wikidata writes it: https://www.wikidata.org/wiki/Q6279"""
    return f"https://www.wikidata.org/wiki/{name.wikidata}" if name.wikidata else ""


def brief(name: Name) -> dict:
    """A name as an article has it: with its item at Wikidata, where that is known."""
    return known({"@type": name.kind_of.schema, "name": name.name, "sameAs": wikidata(name)})


def subjects(names: list[Name], about: list[str]) -> dict:
    """What an article is about, by the ids that it declares, and what else it mentions."""
    told = {
        "about": [brief(name) for name in names if name.slug in about],
        "mentions": [brief(name) for name in names if name.slug not in about],
    }
    return known(told)


def name_data(name: Name, siteurl: str) -> dict:
    """The JSON-LD of a name's page."""
    native = name.native or {}
    own = {"@value": native["name"], "@language": native["language"]} if native else None
    latitude, longitude = name.coordinates or (None, None)
    geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return known(
        {
            "@context": "https://schema.org",
            "@type": name.kind_of.schema,
            "name": name.name,
            "alternateName": [way for way in (own, *name.also) if way],
            "description": name.description,
            "url": f"{siteurl}/{name.url}",
            "sameAs": wikidata(name),
            "geo": geo if name.coordinates else None,
        }
    )
