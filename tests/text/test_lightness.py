"""Setting and painting type starts fast: nothing heavy is imported on the way."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("fontTools", "uniseg", "pydantic", "jinja2", "numpy", "lxml")
SCRIPT = """
import sys
import generator.fonts.library, generator.text.fit, generator.fonts.masks
from generator.text.breaks import opportunities
opportunities("Dear Anna, “thank you” for a well-known (good) hour.")
print(",".join(name for name in sys.modules if name.partition(".")[0] in {heavy!r}))
"""


def loaded(script: str) -> list[str]:
    command = [sys.executable, "-c", script]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in out.strip().split(",") if name]


def test_setting_plain_text_imports_nothing_heavy() -> None:
    assert loaded(SCRIPT.format(heavy=HEAVY)) == []


def test_what_is_heavy_is_seen() -> None:
    assert loaded(SCRIPT.format(heavy=("uharfbuzz",))) != []
