"""The building blocks of the files' schemas: closed rows and values in words."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.load.colour import parse_rgb
from generator.load.length import parse_length, parse_range
from generator.model.paint import ROLES, Rgb

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MOST_LETTERS = 3
"""Of a monogram."""
NUMBER_OR_TEXT = ["string", "number"]
_LENGTH = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)\s*(mm|in|pt)?"
LENGTH_SCHEMA: Mapping[str, Any] = {"type": NUMBER_OR_TEXT, "pattern": rf"^\s*{_LENGTH}\s*$"}
"""A length as editors see it: a bare number is mm."""


class Row(BaseModel):
    """A mapping that has only the keys it names."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=False, use_attribute_docstrings=True
    )


def wrong(what: str, hint: str) -> PydanticCustomError:
    """Return an error that becomes a Problem with this sentence and this hint."""
    return PydanticCustomError("said", "{what}", {"what": what, "hint": hint})


def worded(parse: Callable[[str], object], noun: str) -> BeforeValidator:
    """Return a validator that parses words; ValueErrors of `parse` say what to write instead."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            what = "nothing is written here" if value is None else "there is no single value here"
            raise wrong(what, f"write {noun}")
        try:
            return parse(value)
        except ValueError as error:
            raise wrong(f"{value!r} is not {noun}", str(error)) from error

    return BeforeValidator(validate)


def _number(text: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise ValueError(f"write a number from {least:g} to {most:g}")
    return value


def _days(text: str) -> int:
    number, unit = text[:-1].strip(), text[-1:]
    if unit not in ("d", "w") or not number.isascii() or not number.isdigit() or len(number) > 4:
        raise ValueError("write days or weeks, such as 2d or 3w")
    return int(number) * (7 if unit == "w" else 1)


def _role(text: str) -> str:
    if text not in ROLES:
        raise ValueError(f"write one of {', '.join(ROLES)}")
    return text


def _monogram(text: str) -> str:
    # Marks belong to the letter before them; signs that steer how letters join do not show.
    shown = [char for char in text if unicodedata.category(char)[0] not in "MCZ"]
    if not 1 <= len(shown) <= MOST_LETTERS:
        raise ValueError("write one, two or three letters, such as JM")
    return "".join(text.split())


def ratio(least: float, most: float) -> Any:
    """Return the type of a number between two, read as whole thousandths."""
    return Annotated[
        int,
        worded(lambda text: round(1000 * _number(text, least, most)), "a number in range"),
        WithJsonSchema({"type": "number", "minimum": least, "maximum": most}),
    ]


Length = Annotated[int, worded(parse_length, "a length"), WithJsonSchema({**LENGTH_SCHEMA})]
SizeRange = Annotated[
    tuple[int, int],
    worded(parse_range, "a size or a range of sizes"),
    WithJsonSchema(
        {
            "type": NUMBER_OR_TEXT,
            "pattern": rf"^\s*{_LENGTH}\s*(\.\.\s*{_LENGTH}\s*)?$",
            "examples": ["9pt..13pt", "7pt"],
        }
    ),
]
Hex = Annotated[
    Rgb,
    worded(parse_rgb, "a colour in quotes"),
    WithJsonSchema({"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}),
]
Days = Annotated[
    int,
    worded(_days, "a number of days"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,4}[dw]$"}),
]
Monogram = Annotated[
    str,
    worded(_monogram, "one to three letters"),
    WithJsonSchema({"type": "string", "examples": ["JM"]}),
]
Role = Annotated[
    str, worded(_role, "a role"), WithJsonSchema({"type": "string", "enum": list(ROLES)})
]
Percent = Annotated[int, Field(ge=0, le=100)]
Filled = Annotated[
    str,
    Field(min_length=1),
    # What looks like a number is read as the words that were written, but an editor sees a number.
    WithJsonSchema({"type": NUMBER_OR_TEXT, "minLength": 1}),
]
Id = Annotated[str, Field(pattern=ID)]
