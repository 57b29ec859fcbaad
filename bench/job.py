"""The card that every contender makes: job.json with a fresh name and fresh words each time."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

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


Kind = Literal["repeating", "fresh", "line"]
"""What a merge's cards say: words that come again, some that no other card has, or the same set
in a face whose words cannot be shaped one by one."""
FRESH = 18
"""Words of a card that no other card has."""
SYLLABLES = tuple(one + other for one in "bdfghklmnprstvwz" for other in "aeiou")
SCATTER = 123_457
"""Has no factor in common with 80, so that no two numbers give one word."""


def merge_words(kind: Kind, number: int) -> Words:
    """Return the words of a card of a merge."""
    said = words(number)
    if kind != "fresh":
        return said
    known = said.message.split(" ")
    middle = len(known) // 2
    new = (_new_word(number * FRESH + place) for place in range(FRESH))
    message = " ".join((*known[:middle], *new, *known[middle + FRESH :]))
    return Words(said.headline, message, said.signature)


def _new_word(number: int) -> str:
    """Return a word of six letters, another for each number below 80 to the third power."""
    number = number * SCATTER % len(SYLLABLES) ** 3
    syllables = []
    for _ in range(3):
        number, syllable = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[syllable])
    return "".join(syllables)
