"""Check a tree against its schema: every error becomes a Problem at the place it concerns."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.load.place import Place, suggest
from generator.load.schema import ID, Row
from generator.load.tree import Listing, Node, Scalar, Table
from generator.model.problem import Problem

RowT = TypeVar("RowT", bound=Row)
Loc = tuple[int | str, ...]
_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    "string_type": ("a word or a sentence", "write it after the colon"),
    "int_parsing": ("a whole number", "write digits only"),
    "int_type": ("a whole number", "write digits only"),
    "bool_parsing": ("yes or no", "write true or false"),
    "bool_type": ("yes or no", "write true or false"),
    "list_type": ("a list", "write [one, two] or lines that start with `- `"),
    "dict_type": ("a mapping", "write {key: value} or indented `key: value` lines"),
    "model_type": ("a mapping", "write {key: value} or indented `key: value` lines"),
}
_PATTERNS = {
    "^[a-z0-9]": "use small letters, digits and hyphens",
    "^[a-z][a-z0-9_]": "use small letters, digits and underscores",
    "^[a-z]{2,3}": "write a language and a country, such as en-US or de-DE",
    "^https?": "write a web address such as https://example.org/afternote/",
    "^[A-Za-z]{4}": "write the four letters of an axis, such as opsz",
    "^[A-Za-z0-9]{4}": "write the four letters of an OpenType feature, such as smcp",
}


def read_row(kind: type[RowT], node: Node, at: Place, problems: list[Problem]) -> RowT | None:
    """Return a tree as a row of its schema, or None with a Problem for each error.

    `at` is where the tree's key stands; a missing key is reported there.
    """
    try:
        return kind.model_validate(plain(node))
    except ValidationError as error:
        problems.extend(_problem(kind, node, at, detail) for detail in error.errors())
        return None


def plain(node: Node) -> object:
    """Return a tree as dicts, lists and words."""
    match node:
        case Scalar(text):
            return text
        case Listing(items):
            return [plain(item) for item in items]
        case Table(entries):
            return {key: plain(value) for key, value in entries.items()}


def place_of(node: Node, at: Place, loc: Iterable[int | str], *, key: bool = False) -> Place:
    """Return where the value at `loc` stands; with `key`, or for a block, where its key does."""
    for step in loc:
        if isinstance(node, Table) and step in node.entries:
            at, node = node.keys[str(step)], node.entries[str(step)]
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            at = node.place
        else:
            continue
    return node.place if isinstance(node, Scalar) and not key else at


def _problem(kind: type[Row], node: Node, at: Place, error: ErrorDetails) -> Problem:
    loc: Loc = tuple(step for step in error["loc"] if step != "[key]")
    name = _name(loc)
    is_key = error["type"] in ("extra_forbidden",) or "[key]" in error["loc"]
    what, hint = _sentence(kind, loc, name, error)
    return Problem(str(place_of(node, at, loc, key=is_key)), what, hint)


def _sentence(kind: type[Row], loc: Loc, name: str, error: ErrorDetails) -> tuple[str, str]:
    given, context = error.get("input"), error.get("ctx", {})
    match error["type"]:
        case "said":
            return f"{name}: {context['what']}", str(context["hint"])
        case "missing":
            return f"{name} is missing", f"add `{loc[-1]}:`"
        case "extra_forbidden":
            known = _keys(kind, loc[:-1])
            return f"{loc[-1]} is no key here", suggest(str(loc[-1]), known)
        case "literal_error":
            known = _QUOTED.findall(str(context["expected"]))
            return f"{name}: {given!r} is not known", suggest(str(given), known)
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            found = [hint for start, hint in _PATTERNS.items() if pattern.startswith(start)]
            return f"{name}: {given!r} cannot stand here", found[-1]
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "at least" if "ge" in context else "at most"
            return f"{name}: {given} is out of range", f"write {side} {bound}"
        case "too_short" | "string_too_short" | "too_long":
            return _count(name, error["type"], context)
        case other if other in _KINDS:
            noun, hint = _KINDS[other]
            if given is None:
                return f"{name} is empty", f"write {noun}, or delete the key"
            return f"{name} should be {noun}", hint
    return f"{name}: {error['msg']}", "see docs/customise/yaml-reference.md for what may stand here"


def _name(loc: Loc) -> str:
    """Return the way to a value in words: `slots.message.features, item 2`."""
    keys = ".".join(step for step in loc if isinstance(step, str)) or "the file"
    items = [f", item {step + 1}" for step in loc if isinstance(step, int)]
    return keys + "".join(items)


def _count(name: str, kind: str, context: dict[str, Any]) -> tuple[str, str]:
    if kind == "string_too_short":
        return f"{name} is empty", "write it after the colon"
    bound = context.get("min_length", context.get("max_length"))
    side = "few" if kind == "too_short" else "many"
    least = "at least" if kind == "too_short" else "at most"
    return f"{name} has too {side} values", f"write {least} {bound}"


def _keys(kind: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that the schema knows at a place."""
    at: Any = kind
    for step in loc:
        at = _inside(at, step)
    row = _row_in(at)
    if row is None:
        return []
    return [field.alias or name for name, field in row.model_fields.items()]


def _inside(annotation: Any, step: int | str) -> Any:
    """Return the type of what stands at a step into a type."""
    row = _row_in(annotation)
    if row is not None and not _has_items(annotation):
        for name, field in row.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
        return annotation
    return next((get_args(part)[-1] for part in _parts(annotation) if _has_items(part)), annotation)


def _parts(annotation: Any) -> list[Any]:
    """Return a type's alternatives, annotations taken off."""
    if get_origin(annotation) in (list, dict) or isinstance(annotation, type):
        return [annotation]
    return [part for arg in get_args(annotation) for part in _parts(arg)]


def _has_items(annotation: Any) -> bool:
    return any(get_origin(part) in (list, dict) for part in _parts(annotation))


def _row_in(annotation: Any) -> type[BaseModel] | None:
    for part in _parts(annotation):
        if isinstance(part, type) and not get_origin(part) and issubclass(part, BaseModel):
            return part
    return None


def read_rows(
    kind: type[RowT], table: Table, problems: list[Problem]
) -> Iterator[tuple[str, RowT]]:
    """Yield each entry of a table of ids that holds to its schema."""
    for name, node in table.entries.items():
        check_id(name, table.keys[name], problems)
        row = read_row(kind, node, table.keys[name], problems)
        if row is not None:
            yield name, row


def check_id(name: str, place: Place, problems: list[Problem]) -> None:
    """Keep a Problem if a name cannot be an id."""
    if re.fullmatch(ID, name) is None:
        problems.append(
            Problem(str(place), f"{name!r} cannot be an id", "use small letters, digits, hyphens")
        )


def check_known(
    name: str, known: Iterable[str], noun: str, place: Place, problems: list[Problem]
) -> bool:
    """Return whether a name is known; keep a Problem that names the nearest one if not."""
    names = list(known)
    if name not in names:
        what = f"there is no {noun} {name!r}"
        problems.append(Problem(str(place), what, suggest(name, names)))
    return name in names
