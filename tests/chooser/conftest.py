"""The shipped chooser, and a small one to break."""

import pytest

from generator.load.chooser import read_chooser
from generator.model.chooser import Chooser
from generator.model.kit import Kit

SMALL = """\
first: how
questions:
  how:
    ask: How are you?
    answers:
      well: {say: Well., next: who, because: Good.}
      angry: {say: Angry., end: wait}
  who:
    ask: Who wrote?
    answers:
      person: {say: A person., situation: runner-up, end: card}
      machine: {say: Nobody., end: skip}
ends:
  card: {verdict: card, title: Write a card, why: It is rare.}
  wait: {verdict: wait, title: Not tonight, why: Sleep., further: {guide/why-write.md: Why}}
  skip: {verdict: skip, title: Let go, why: Nobody reads it., further: {guide/begin.md: Begin}}
"""


@pytest.fixture(scope="session")
def chooser(kit: Kit) -> Chooser:
    """Return the shipped chooser."""
    return read_chooser(kit.root, kit.situations)


@pytest.fixture
def small() -> str:
    """Return a chooser's YAML in which nothing is wrong."""
    return SMALL
