"""A wording as parsed: plain words, fields, and clauses that go when their field is empty."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a field."""

    name: str


@dataclass(frozen=True, slots=True)
class If:
    """One of two stretches, chosen by whether a field has a value."""

    name: str
    then: tuple["Node", ...]
    otherwise: tuple["Node", ...] = ()


Node: TypeAlias = Words | Field | If


@dataclass(frozen=True, slots=True)
class Wording:
    """A parsed wording and the place it came from (file:line:column)."""

    nodes: tuple[Node, ...]
    where: str = ""
