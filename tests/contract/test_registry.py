"""The registry of names: its keys, that its entries agree, and that articles name what it has."""

import pytest

from tests.contract.spoiling import X, add, body, file, refused

R = "content/data/registry.yaml"
JEJU = "jeju:\n  kind: place\n  name: Jeju\n  description: An island.\n"
ANN = "ann:\n  kind: person\n  name: Ann\n  description: A minister.\n"
KINDS = "person, organisation, place, system, agreement"


def registry(text: str):
    return file("data/registry.yaml", text)


def both(first, second):
    return lambda sample: [spoil(sample) for spoil in (first, second)]


def at(value: str):
    return registry(f"{JEJU}  coordinates: {value}\n")


def role(lines: str):
    return registry(f"{ANN}  roles:\n    - role: Minister\n{lines}")


FAULTS = {
    "a list": (registry("- Jeju\n"), f"{R}:1: the metadata is not made of `key: value` lines"),
    "no kind": (
        registry(JEJU.replace("  kind: place\n", "")),
        f'{R}:1: missing key "jeju.kind" - one of {KINDS}',
    ),
    "unknown kind": (
        registry(JEJU.replace("place", "plaze")),
        f'{R}:2: "jeju.kind" cannot be "plaze" - did you mean "place"? allowed: agreement,',
    ),
    "no name": (
        registry(JEJU.replace("  name: Jeju\n", "")),
        f'{R}:1: missing key "jeju.name" - the name as readers see it',
    ),
    "no description": (
        registry(JEJU.replace("  description: An island.\n", "")),
        f'{R}:1: missing key "jeju.description" - who or what it is',
    ),
    "unknown key": (
        registry(f"{JEJU}  coordinate: [33.4, 126.5]\n"),
        f'{R}:5: unknown key "coordinate" - did you mean "coordinates"?',
    ),
    "bad id": (
        registry(JEJU.replace("jeju", "Jeju Do")),
        f'{R}:1: "Jeju Do" cannot be "Jeju Do" - write it like',
    ),
    "entry twice": (registry(JEJU * 2), f'{R}:5: key "jeju" a second time - keep one of them'),
    "name twice": (
        registry(JEJU + JEJU.replace("jeju", "cheju")),
        f'{R}:7: "Jeju" stands in "jeju.name" already - keep one of them',
    ),
    "name written as another": (
        registry(f"{JEJU}{ANN}  also: [Annie, jeju]\n"),
        f'{R}:9: "jeju" stands in "jeju.name" already - keep one of them',
    ),
    "name once more": (registry(f"{JEJU}  also: Jeju\n"), f'{R}:5: "Jeju" stands in "jeju.name"'),
    "native name without language": (
        registry(f"{JEJU}  native:\n    name: 제주도\n"),
        f'{R}:5: missing key "jeju.native.language" - the language of that, as in ko',
    ),
    "bad item": (
        registry(f"{JEJU}  wikidata: P42\n"),
        f'{R}:5: "jeju.wikidata" cannot be "P42" - write it like Q6279',
    ),
    "item twice": (
        registry(f"{JEJU}  wikidata: Q42\n{ANN}  wikidata: Q42\n"),
        f'{R}:10: Q42 stands in "jeju.wikidata" already - look up which of them it is',
    ),
    "one coordinate": (
        at("[33.4]"),
        f'{R}:5: "jeju.coordinates" is latitude and longitude in degrees - write it like [33.4,',
    ),
    "coordinates in words": (at("33.4 N"), f'{R}:5: "jeju.coordinates" is latitude and longitude'),
    "coordinates that are none": (
        at("[nan, 126.5]"),
        f'{R}:5: "jeju.coordinates" cannot be [nan, 126.5]: latitude, from -90 to 90, comes first,'
        " then longitude, from -180 to 180 - write it like [33.4, 126.5]\n1 fault",
    ),
    "longitude first": (
        at("[126.5, 33.4]"),
        f'{R}:5: "jeju.coordinates" cannot be [126.5, 33.4]: latitude, from -90 to 90, comes first,'
        " then longitude, from -180 to 180 - write [33.4, 126.5]",
    ),
    "out of range": (
        at("[33.4, 1265]"),
        f'{R}:5: "jeju.coordinates" cannot be [33.4, 1265]: latitude, from -90 to 90, comes first,'
        " then longitude, from -180 to 180 - write it like [33.4, 126.5]",
    ),
    "person with coordinates": (
        registry(f"{ANN}  coordinates: [33.4, 126.5]\n"),
        f'{R}:5: "ann" is no place but of kind person - take its coordinates out, or write kind:',
    ),
    "period in words": (
        role("      from: May 2022\n"),
        f'{R}:7: "ann.roles.1.from" cannot be "May 2022" - write a year, a month or a day, such as'
        " 2021, 2021-01 or 2021-01-22",
    ),
    "month that is none": (
        role("      from: 2022-13\n"),
        f'{R}:7: "ann.roles.1.from" cannot be "2022-13": month must be in 1..12',
    ),
    "role that ends before it begins": (
        role("      from: 2022-05\n      until: 2021-12-31\n"),
        f'{R}:8: "until" 2021-12-31 is before "from" 2022-05',
    ),
    "mark of an unknown name": (
        both(registry(JEJU), body("Of\n[Jeju](name:jejju).")),
        f'{X}:21: name "jejju" is not in content/data/registry.yaml - did you mean "jeju"?'
        " allowed: jeju\n1 fault in 1 file",
    ),
    "mark without a registry": (
        body("Of [Jeju](name:jeju)."),
        f'{X}:20: name "jeju" is not in content/data/registry.yaml - add it there',
    ),
    "about an unknown name": (
        both(registry(JEJU), add("about: jejju")),
        f'{X}:11: name "jejju" is not in content/data/registry.yaml - did you mean "jeju"?',
    ),
    "about a name twice": (
        both(registry(JEJU), add("about: [jeju, jeju]")),
        f'{X}:11: name "jeju" a second time - keep one',
    ),
    "mark on a page": (
        both(
            registry(JEJU),
            file(
                "pages/p.md",
                "---\ntitle: P\nslug: p\nsummary: S\nmodified: 2026-11-22\n---\n[J](name:jeju)",
            ),
        ),
        'content/pages/p.md:7: name "jeju" stands on a page - only articles mark names, so take',
    ),
    "slug of a page": (
        file(
            "pages/p.md",
            "---\ntitle: P\nslug: people\nsummary: S\nmodified: 2026-11-22\n---\nText",
        ),
        'content/pages/p.md:3: slug "people" is reserved',
    ),
    "former address": (
        add("moved-from: /places/jeju/"),
        f'{X}:11: "/places/jeju/" is one of the site\'s own addresses - take it out',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
