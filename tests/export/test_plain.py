import json

from drawn import BLUE, box, scene, squares

from generator.export.plain import card_json
from generator.model.length import Size
from generator.model.paint import ONE
from generator.model.scene import Card, Group, Panel

FRONT = scene(
    box(0, 0, 9, 9),
    squares(1, 3, BLUE, size=2.5, count=2),
    Group((squares(4, 6, slot="signature"),), (0, ONE, -ONE, 0, 9_000, 0)),
    bleed=9,
)
CARD = Card(
    "open-door",
    "us-a2",
    "side",
    "en",
    "Für Ελένη",
    Size(8_000, 8_000),
    (Panel("front", FRONT), Panel("inside-left", None)),
)


def test_a_card_is_written_as_its_runs() -> None:
    found = json.loads(card_json(CARD))
    panels = found.pop("panels")
    assert found == {
        "design": "open-door",
        "format": "us-a2",
        "fold": "side",
        "lang": "en",
        "title": "Für Ελένη",
    }
    assert panels == [
        {
            "panel": "front",
            "printed": True,
            "trim": [8000, 8000],
            "bleed": 9000,
            "reading": [],
            "runs": [
                {
                    "slot": "message",
                    "line": 0,
                    "text": "AA",
                    "face": "square",
                    "size": 2500,
                    "level": 0,
                    "ink": "#0000ff",
                    "glyphs": [1, 1],
                    "clusters": [0, 0],
                    "x": [1000, 3500],
                    "y": [3000, 3000],
                },
                {
                    "slot": "signature",
                    "line": 0,
                    "text": "A",
                    "face": "square",
                    "size": 2000,
                    "level": 0,
                    "ink": "#000000",
                    "glyphs": [1],
                    "clusters": [0],
                    "x": [3000],
                    "y": [4000],
                },
            ],
            "pictures": [],
        },
        {
            "panel": "inside-left",
            "printed": False,
            "trim": [8000, 8000],
            "bleed": 0,
            "reading": [],
            "runs": [],
            "pictures": [],
        },
    ]


def test_json_is_canonical() -> None:
    data = card_json(CARD)
    assert data.endswith(b"}\n") and data.count(b"\n") == 1
    assert "Ελένη".encode() in data and b": " not in data and b", " not in data
    assert data == card_json(CARD)
