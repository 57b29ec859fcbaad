"""Every stage makes of its vectors what is written there, to the last unit."""

import json
from pathlib import Path

import pytest
from record import written
from stages import STAGES

from generator.fonts.library import Library

VECTORS = Path(__file__).parent.parent / "vectors"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_makes_of_its_cases_what_is_written(library: Library, stage: str) -> None:
    held = json.loads((VECTORS / f"{stage}.json").read_text("utf-8"))
    assert len(held["cases"]) >= 10
    for case in held["cases"]:
        assert STAGES[stage](library, case["in"]) == case["out"], case["in"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_changed_number_is_seen(library: Library, stage: str) -> None:
    held = json.loads((VECTORS / f"{stage}.json").read_text("utf-8"))
    first = held["cases"][0]
    changed = json.loads(json.dumps(first["out"]).replace("0", "1", 1))
    assert changed != first["out"]
    assert STAGES[stage](library, first["in"]) != changed


@pytest.mark.parametrize("stage", STAGES)
def test_vectors_hold_integers_and_are_written_as_the_recorder_writes(stage: str) -> None:
    text = (VECTORS / f"{stage}.json").read_text("utf-8")
    held = json.loads(text, parse_float=lambda number: pytest.fail(f"{number} is no integer"))
    assert written(held) == text
