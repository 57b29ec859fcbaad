"""The verb `schema`: the JSON Schema of each kind of file, for editors."""

from pathlib import Path

from generator.load.schemas import kit_schemas
from generator.model.problem import Problem, Problems
from generator.store.files import write_file


def write_schemas(folder: Path) -> str:
    """Write each schema into a folder and return what was written; raises Problems."""
    schemas = kit_schemas()
    try:
        for name, text in schemas.items():
            write_file(folder / name, text.encode())
    except OSError as error:
        what = f"{folder} cannot be written to: {error.strerror}"
        raise Problems([Problem("--out", what, "name a folder that you may write to")]) from error
    return f"Wrote {len(schemas)} schemas into {folder}: {', '.join(schemas)}."
