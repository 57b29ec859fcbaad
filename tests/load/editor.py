"""What an editor does with a file and its schema: YAML 1.2's plain values, and JSON Schema.

Only the words of JSON Schema that the kit's schemas use are known; another one is an error, so
that nothing is passed over in silence.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.load.tree import LOADER

TYPES: Mapping[str, Any] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "array": list,
    "object": dict,
    "boolean": bool,
    "null": type(None),
}
NOTES = {"description", "title", "default", "examples", "$schema", "$defs", "type"}


class Loader(LOADER):  # type: ignore[misc]
    """Reads `yes` and dates as words, as YAML 1.2 does."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first)
    )


def read_yaml(text: str) -> Any:
    """Return a YAML file's values."""
    return yaml.load(text, Loader)


def wrongs(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a schema has against a value."""
    for word, asked in schema.items():
        if word not in NOTES or word == "type":
            yield from CHECKS[word](value, asked, schema, root)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _type(value: Any, asked: Any, *_: Any) -> Iterator[str]:
    kinds = asked if isinstance(asked, list) else [asked]
    if not any(_is(value, kind) for kind in kinds):
        yield f"{value!r} is no {asked}"


def _ref(value: Any, asked: str, _: Any, root: Mapping[str, Any]) -> Iterator[str]:
    yield from wrongs(value, root["$defs"][asked.removeprefix("#/$defs/")], root)


def _any_of(value: Any, asked: Any, _: Any, root: Mapping[str, Any]) -> Iterator[str]:
    found = [list(wrongs(value, choice, root)) for choice in asked]
    if all(found):
        yield f"{value!r} is none of {len(found)}: {min(found, key=len)}"


def _properties(value: Any, asked: Any, _: Any, root: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in asked:
                yield from (f"{key}: {wrong}" for wrong in wrongs(inner, asked[key], root))


def _additional(value: Any, asked: Any, schema: Any, root: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in schema.get("properties", {}):
            continue
        if asked is False:
            yield f"{key} is no key"
        elif isinstance(asked, dict):
            yield from (f"{key}: {wrong}" for wrong in wrongs(inner, asked, root))


def _names(value: Any, asked: Any, _: Any, root: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, dict):
        for key in value:
            yield from wrongs(str(key), asked, root)


def _items(value: Any, asked: Any, _: Any, root: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from wrongs(item, asked, root)


def _required(value: Any, asked: Any, *_: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{key} is missing" for key in asked if key not in value)


def _held(kind: Any, is_fine: Any) -> Any:
    def check(value: Any, asked: Any, *_: Any) -> Iterator[str]:
        if isinstance(value, kind) and not is_fine(value, asked):
            yield f"{value!r} is not {asked!r}"

    return check


CHECKS: Mapping[str, Any] = {
    "type": _type,
    "$ref": _ref,
    "anyOf": _any_of,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "items": _items,
    "required": _required,
    "enum": _held(object, lambda value, asked: value in asked),
    "const": _held(object, lambda value, asked: value == asked),
    "pattern": _held(str, lambda value, asked: re.search(asked, value)),
    "minLength": _held(str, lambda value, asked: len(value) >= asked),
    "minimum": _held((int, float), lambda value, asked: value >= asked),
    "maximum": _held((int, float), lambda value, asked: value <= asked),
    "minItems": _held(list, lambda value, asked: len(value) >= asked),
    "maxItems": _held(list, lambda value, asked: len(value) <= asked),
    "minProperties": _held(dict, lambda value, asked: len(value) >= asked),
    "maxProperties": _held(dict, lambda value, asked: len(value) <= asked),
}
