"""Write anew what each stage makes of the cases in tests/vectors: python tests/text/record.py."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
VECTORS = ROOT / "tests" / "vectors"


def record() -> None:
    """Fill in `out` of every case; what changed is to be read before it is committed."""
    sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
    from stages import STAGES

    from generator.fonts.library import Library
    from generator.load.kit import load_kit

    library = Library(load_kit(ROOT).typefaces)
    for stage, run in STAGES.items():
        path = VECTORS / f"{stage}.json"
        held = json.loads(path.read_text("utf-8"))
        held["cases"] = [
            {"in": case["in"], "out": run(library, case["in"])} for case in held["cases"]
        ]
        path.write_text(written(held), "utf-8")


def written(held: dict[str, object]) -> str:
    """Return vectors as JSON with one case a line."""
    cases = held["cases"]
    assert isinstance(cases, list)
    rows = ",\n".join(json.dumps(case, ensure_ascii=False, sort_keys=True) for case in cases)
    about = json.dumps(held["about"], ensure_ascii=False)
    return f'{{"about": {about}, "cases": [\n{rows}\n]}}\n'


if __name__ == "__main__":
    record()
