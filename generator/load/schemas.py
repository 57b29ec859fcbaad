"""The JSON Schemas that editors complete and check the kit's files by."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.load.chooser import ChooserRow
from generator.load.followups import FollowUpsRow
from generator.load.lint import LintRow
from generator.load.note_rows import SampleRow, SituationRow
from generator.load.rows import (
    DesignRow,
    FormatRow,
    KitRow,
    PaletteRow,
    SourceRow,
    TypefacesRow,
)
from generator.load.schema import ID, Row
from generator.load.stock import StockRow

MERGED = ("kit", "typefaces", "chooser", "followups", "lint")
"""Files that mine/ may hold in part: what is left out there is the kit's."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def kit_schemas() -> Mapping[str, str]:
    """Return each schema's JSON text by its file's name, ready to be written."""
    tables: dict[str, type[Row]] = {
        "palettes": PaletteRow,
        "formats": FormatRow,
        "sources": SourceRow,
        "stock": StockRow,
    }
    rows: dict[str, type[Row]] = {
        "kit": KitRow,
        "typefaces": TypefacesRow,
        "design": DesignRow,
        "situation": SituationRow,
        "sample": SampleRow,
        "chooser": ChooserRow,
        "followups": FollowUpsRow,
        "lint": LintRow,
    }
    schemas = {
        name: row.model_json_schema(schema_generator=_Generator) for name, row in rows.items()
    }
    for name, row in tables.items():
        adapter = TypeAdapter(dict[str, row])  # type: ignore[valid-type]
        schemas[name] = adapter.json_schema(schema_generator=_Generator)
        schemas[name]["propertyNames"] = {"pattern": ID}
    for name in MERGED:
        _take_parts(schemas[name], schemas[name].get("$defs", {}), set())
    return {f"{name}.json": _written(name, schemas[name]) for name in sorted(schemas)}


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat the key; says defaults as they are written."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def bool_schema(self, schema: Any) -> JsonSchemaValue:
        return {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}

    def dict_schema(self, schema: Any) -> JsonSchemaValue:
        # A pattern of its own would let every other key through.
        made = super().dict_schema(schema)
        for pattern, inner in made.pop("patternProperties", {}).items():
            made |= {"additionalProperties": inner, "propertyNames": {"pattern": pattern}}
        return made

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("type") == "number":
            # What is written as a ratio is kept in whole thousandths.
            made["default"] /= 1000
        return made


def _take_parts(part: Any, defs: Mapping[str, Any], done: set[str]) -> None:
    """Ask for no key of a mapping that is merged key by key; lists are whole or left out."""
    if not isinstance(part, dict):
        return
    name = str(part.get("$ref", "")).removeprefix("#/$defs/")
    if name and name not in done:
        done.add(name)
        _take_parts(defs[name], defs, done)
    part.pop("required", None)
    part.pop("minProperties", None)
    for inner in (
        part.get("additionalProperties"),
        *part.get("properties", {}).values(),
        *part.get("anyOf", ()),
    ):
        _take_parts(inner, defs, done)


def _written(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": DIALECT, "title": f"Afternote: {name}"}
    return json.dumps({**schema, **head}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
