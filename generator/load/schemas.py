"""The JSON Schemas that editors complete and check the kit's files by."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generator.load.chooser import ChooserRow
from generator.load.followups import FollowUpsRow
from generator.load.lint import LintRow
from generator.load.rows import (
    DesignRow,
    FormatRow,
    KitRow,
    PaletteRow,
    SampleRow,
    SituationRow,
    SourceRow,
    TypefacesRow,
)
from generator.load.schema import ID, Row
from generator.load.stock import StockRow

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
    return {f"{name}.json": _written(name, schemas[name]) for name in sorted(schemas)}


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat the key, and defaults in the kit's inner units."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("type") == "number":
            made.pop("default", None)
        return made


def _written(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": DIALECT, "title": f"Afternote: {name}"}
    return json.dumps({**schema, **head}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
