"""The JSON Schemas that editors complete and check the kit's files by."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

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
from generator.load.schema import ID

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def kit_schemas() -> Mapping[str, str]:
    """Return each schema's JSON text by its file's name, ready to be written."""
    tables = {"palettes": PaletteRow, "formats": FormatRow, "sources": SourceRow}
    rows = {
        "kit": KitRow,
        "typefaces": TypefacesRow,
        "design": DesignRow,
        "situation": SituationRow,
        "sample": SampleRow,
    }
    schemas = {name: row.model_json_schema() for name, row in rows.items()}
    for name, row in tables.items():
        schemas[name] = TypeAdapter(dict[str, row]).json_schema()  # type: ignore[valid-type]
        schemas[name]["propertyNames"] = {"pattern": ID}
    return {f"{name}.json": _written(name, schemas[name]) for name in sorted(schemas)}


def _written(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": DIALECT, "title": f"Afternote: {name}"}
    return json.dumps({**schema, **head}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
