"""The card that every contender makes: job.json with a fresh name and fresh words each time."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

GARAMOND = ("fontpkg-eb-garamond", "EBGaramond[wght].ttf")
CAVEAT = ("fontpkg-caveat", "Caveat[wght].ttf")


@dataclass(frozen=True, slots=True)
class Words:
    """What one card says."""

    headline: str
    message: str
    signature: str


@cache
def job() -> dict[str, Any]:
    """Return the job's data; lengths are points from the bleed's top left."""
    data: dict[str, Any] = json.loads(Path(__file__).with_name("job.json").read_bytes())
    return data


def words(number: int) -> Words:
    """Return the words of a card; from the first line on, each breaks differently."""
    data = job()
    name = data["names"][number % len(data["names"])]
    message = data["message"]["text"]
    return Words(
        data["headline"]["text"].format(name=name),
        f"{name}, on day {number} of spring: {message[0].lower()}{message[1:]}",
        data["signature"]["text"],
    )
