"""The shapes that a value can be required to have.

A shape is called with the value as typed and its place, and gives the value to use. Where the
value does not fit it tells the place why and gives None. Its attribute `schema` is JSON Schema
(2020-12) for the same, as far as that can say it: editors complete and check by it while typing.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from contract.faults import did_you_mean
from contract.files import UNSEEN
from contract.place import Place

Shape = Callable[[Any, Place], Any]


class Key(NamedTuple):
    """A key of a mapping: its shape, whether it must be there, what it is for.

    A draft can lack what must be there, unless that is `always` so.
    """

    shape: Shape
    required: bool = True
    meaning: str = ""
    always: bool = False

    @property
    def schema(self) -> dict:
        """The shape's, with what the key is for, which editors show."""
        return {"description": self.meaning, **self.shape.schema}


def described(**schema: Any) -> Callable[[Shape], Shape]:
    """Say in JSON Schema what a shape lets through."""

    def attach(shape: Shape) -> Shape:
        shape.schema = schema
        return shape

    return attach


def text(most: int) -> Shape:
    """One line of plain text of at most `most` characters."""

    @described(type="string", minLength=1, maxLength=most)
    def shape(value, place: Place):
        if not isinstance(value, str):
            return place.refuse(f'"{place.name}" is a single line of text, not a list or a mapping')
        words = " ".join(value.split())
        if not words:
            return place.refuse(f'empty "{place.name}" - write its text after the colon')
        if hidden := UNSEEN.search(value):
            return place.refuse(
                f'"{place.name}" holds the invisible character U+{ord(hidden[0]):04X} - take it out'
            )
        if len(words) > most:
            return place.refuse(f'"{place.name}" has {len(words)} characters; at most {most}')
        return words

    return shape


def pattern(expression: re.Pattern, example: str, most: int = 80) -> Shape:
    """Text that matches a regular expression whole; `example` is shown when it does not."""

    @described(type="string", maxLength=most, pattern=f"^({expression.pattern})$")
    def shape(value, place):
        words = text(most)(value, place)
        if words and not expression.fullmatch(words):
            return place.refuse(f'"{place.name}" cannot be "{words}" - write it like {example}')
        return words

    return shape


def number(least: int, most: int) -> Shape:
    """A whole number within bounds."""
    choices = [str(n) for n in range(least, most + 1)]

    @described(enum=[*range(least, most + 1), *choices])
    def shape(value, place):
        word = one_of(*choices)(value, place)
        return int(word) if word in choices else None

    return shape


def one_of(*choices: str) -> Shape:
    """One of a few words."""

    @described(enum=list(choices))
    def shape(value, place):
        word = text(80)(value, place)
        if word and word not in choices:
            return place.refuse(f'"{place.name}" cannot be "{word}"{did_you_mean(word, choices)}')
        return word

    return shape


def list_of(shape: Shape, *, or_one: bool = False) -> Shape:
    """A list of one or more values; with `or_one` a single value may stand without the list."""
    several = {"type": "array", "items": shape.schema, "minItems": 1}

    @described(**{"anyOf": [shape.schema, several]} if or_one else several)
    def shape_of_list(value, place):
        items = [value] if or_one and isinstance(value, str) else value
        if not isinstance(items, list) or not items:
            return place.refuse(
                f'"{place.name}" is a list: one line "- …" for each, and at least one'
            )
        return [shape(item, place.into(i)) for i, item in enumerate(items)]

    return shape_of_list


def mapping(keys: dict[str, Key], elsewhere: Mapping[str, str] = {}) -> Shape:
    """A mapping with these keys and no others; `elsewhere` tells why some others are refused.

    Gives a value for every key, None for those that are not there. An empty value in a draft is
    none.
    """

    @described(
        type="object",
        properties={name: key.schema for name, key in keys.items()},
        required=[name for name, key in keys.items() if key.required],
        additionalProperties=False,
    )
    def shape(value, place):
        if not isinstance(value, dict):
            named = f'"{place.name}"' if place.name else "the metadata"
            return place.refuse(f"{named} is made of `key: value` lines: {', '.join(keys)}")
        for name in value.keys() - keys.keys():
            near = did_you_mean(name, keys, {k: v for k, v in elsewhere.items() if k not in keys})
            place.into(name).refuse(f'unknown key "{name}"{near}')
        given = {name for name in value if place.needs is None or value[name] not in ("", [], {})}
        for name, key in keys.items():
            if key.required and name not in given:
                _missing(place.into(name), key)
        return {
            name: _valued(value[name], place.into(name), key) if name in given else None
            for name, key in keys.items()
        }

    return shape


def _valued(value: Any, place: Place, key: Key) -> Any:
    if value == "" and key.meaning:
        return place.refuse(f'empty "{place.name}" - {key.meaning}')
    return key.shape(value, place)


def _missing(place: Place, key: Key) -> None:
    message = f'missing key "{place.name}" - {key.meaning}'
    if key.always:
        place.refuse(message)
    else:
        place.lack(message, f"{place.name}: {key.meaning}")


def mapping_of(name: Shape, shape_of_value: Shape) -> Shape:
    """A mapping whose keys the editor chooses, each of the shape `name`."""

    @described(type="object", propertyNames=name.schema, additionalProperties=shape_of_value.schema)
    def shape(value, place):
        if not isinstance(value, dict):
            return place.refuse("the file is made of `key: value` lines")
        for key in value:
            name(key, place.into(key))
        return {key: shape_of_value(v, place.into(key)) for key, v in value.items()}

    return shape
