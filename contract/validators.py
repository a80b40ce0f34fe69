"""What a value can be required to be: text, one of a few words, a list, a mapping with these keys.

The validators of single values that have a meaning, such as dates, are in `values`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from contract.faults import Place, did_you_mean
from contract.files import INVISIBLE

T = TypeVar("T")
JsonSchema = dict[str, Any]  # https://json-schema.org/draft/2020-12


class InvalidError(ValueError):
    """A value is not what it has to be; the message says what to write instead."""


@dataclass(frozen=True)
class Validator(Generic[T]):
    """Turns a value as it is written into the value to use.

    `check` gets the value and its place, and raises InvalidError. `schema` is JSON Schema (2020-12)
    for the same, as far as that can say it: editors complete and check by it while typing.
    """

    check: Callable[[Any, Place], T]
    schema: JsonSchema

    def __call__(self, value: Any, place: Place) -> T | None:
        """The value to use; None for an invalid one, whose fault the place then has."""
        try:
            return self.check(value, place)
        except InvalidError as error:
            place.refuse(str(error))
            return None


def validator(**schema: Any) -> Callable[[Callable[[Any, Place], T]], Validator[T]]:
    """Make a validator of a function that checks, with its JSON Schema."""
    return lambda check: Validator(check, schema)


def cannot_be(words: str, place: Place, cure: str) -> InvalidError:
    """The error for a value that cannot stand here, with what to write instead."""
    return InvalidError(f'"{place.name}" cannot be "{words}"{cure}')


class Key(NamedTuple):
    """A key of a mapping: its validator, whether it must be there, what it is for.

    A draft can lack what must be there, unless that is `always` so.
    """

    validator: Validator[Any]
    required: bool = True
    meaning: str = ""
    always: bool = False

    @property
    def schema(self) -> JsonSchema:
        """The validator's, with what the key is for, which editors show."""
        return {"description": self.meaning, **self.validator.schema}


def text(most: int) -> Validator[str]:
    """One line of plain text of at most `most` characters."""

    @validator(type="string", minLength=1, maxLength=most)
    def check(value: Any, place: Place) -> str:
        if not isinstance(value, str):
            raise InvalidError(f'"{place.name}" is a single line of text, not a list or a mapping')
        words = " ".join(value.split())
        if not words:
            raise InvalidError(f'empty "{place.name}" - write its text after the colon')
        if hidden := INVISIBLE.search(value):
            raise InvalidError(
                f'"{place.name}" holds the invisible character U+{ord(hidden[0]):04X} - take it out'
            )
        if len(words) > most:
            raise InvalidError(f'"{place.name}" has {len(words)} characters; at most {most}')
        return words

    return check


def pattern(expression: re.Pattern[str], example: str, most: int = 80) -> Validator[str]:
    """Text that matches a regular expression whole; `example` is shown when it does not."""

    @validator(type="string", maxLength=most, pattern=f"^({expression.pattern})$")
    def check(value: Any, place: Place) -> str:
        words = text(most).check(value, place)
        if not expression.fullmatch(words):
            raise cannot_be(words, place, f" - write it like {example}")
        return words

    return check


def number(least: int, most: int) -> Validator[int]:
    """A whole number within bounds."""
    choices = [str(n) for n in range(least, most + 1)]

    @validator(enum=[*range(least, most + 1), *choices])
    def check(value: Any, place: Place) -> int:
        return int(one_of(*choices).check(value, place))

    return check


def one_of(*choices: str) -> Validator[str]:
    """One of a few words."""

    @validator(enum=list(choices))
    def check(value: Any, place: Place) -> str:
        word = text(80).check(value, place)
        if word not in choices:
            raise cannot_be(word, place, did_you_mean(word, choices))
        return word

    return check


def list_of(item: Validator[T], *, or_one: bool = False) -> Validator[list[T | None]]:
    """A list of one or more values; with `or_one` a single value may stand without the list."""
    several = {"type": "array", "items": item.schema, "minItems": 1}

    @validator(**{"anyOf": [item.schema, several]} if or_one else several)
    def check(value: Any, place: Place) -> list[T | None]:
        items = [value] if or_one and isinstance(value, str) else value
        if not isinstance(items, list) or not items:
            raise InvalidError(
                f'"{place.name}" is a list: one line "- …" for each, and at least one'
            )
        return [item(one, place.into(i)) for i, one in enumerate(items)]

    return check


def mapping(
    keys: Mapping[str, Key], elsewhere: Mapping[str, str] = {}
) -> Validator[dict[str, Any]]:
    """A mapping with these keys and no others; `elsewhere` says why some others are refused.

    Gives a value for every key, None for those that are not there. An empty value in a draft is
    none.
    """
    others = {name: reason for name, reason in elsewhere.items() if name not in keys}

    @validator(
        type="object",
        properties={name: key.schema for name, key in keys.items()},
        required=[name for name, key in keys.items() if key.required],
        additionalProperties=False,
    )
    def check(value: Any, place: Place) -> dict[str, Any]:
        if not isinstance(value, dict):
            subject = f'"{place.name}"' if place.name else "the metadata"
            raise InvalidError(f"{subject} is made of `key: value` lines: {', '.join(keys)}")
        for name in value.keys() - keys.keys():
            place.into(name).refuse(f'unknown key "{name}"{did_you_mean(name, keys, others)}')
        return {name: _value(value.get(name), place.into(name), key) for name, key in keys.items()}

    return check


def _value(value: Any, place: Place, key: Key) -> Any:
    """The valid value of a key. None for one that is not there, which may be a fault."""
    if value is None or (place.needs is not None and value in ("", [], {})):
        message = f'missing key "{place.name}" - {key.meaning}'
        if key.always:
            place.refuse(message)
        elif key.required:
            place.lack(message, f"{place.name}: {key.meaning}")
        return None
    if value == "":
        place.refuse(f'empty "{place.name}" - {key.meaning}')
        return None
    return key.validator(value, place)


def mapping_of(name: Validator[str], item: Validator[T]) -> Validator[dict[str, T | None]]:
    """A mapping whose keys the editor chooses: each is a valid `name`, its value a valid `item`."""

    @validator(type="object", propertyNames=name.schema, additionalProperties=item.schema)
    def check(value: Any, place: Place) -> dict[str, T | None]:
        if not isinstance(value, dict):
            raise InvalidError("the file is made of `key: value` lines")
        for key in value:
            name(key, place.into(key))
        return {key: item(one, place.into(key)) for key, one in value.items()}

    return check
