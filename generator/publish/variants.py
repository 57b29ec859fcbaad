"""A wording worked out beforehand for every choice of blanks that a reader may leave empty.

The page's script picks and joins; what goes when a field is empty is decided here, by the one
evaluator, so that the page, the card and the command line cannot disagree.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, product

from generator.model.problem import Problem, Problems
from generator.model.wording import Field, If, Node, Wording, Words
from generator.words.evaluate import evaluate

MOST_FIELDS = 6
"""Optional fields in one paragraph; each doubles its variants."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A stretch of whole paragraphs: `texts[n]` is for the fields whose bit is set in n.

    Bit 0 belongs to the first of `fields`. A value stands as `{{name}}` in the texts; other
    braces cannot occur. An empty text is a stretch that goes altogether.
    """

    fields: tuple[str, ...]
    texts: tuple[str, ...]


def work_out(wording: Wording, required: Collection[str]) -> tuple[Paragraphs, ...]:
    """Return a wording in stretches, each in all its variants; `required` fields have a value.

    Raises Problems where one paragraph has too many optional fields.
    """
    return tuple(
        _stretch(Wording(nodes, wording.where), required) for nodes in _split(wording.nodes)
    )


def fields_in(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every field that decides about the words or stands in them, in order."""
    for node in nodes:
        match node:
            case Field(name):
                yield name
            case If(name, then, otherwise):
                yield name
                yield from fields_in((*then, *otherwise))


def _stretch(wording: Wording, required: Collection[str]) -> Paragraphs:
    every = dict.fromkeys(fields_in(wording.nodes))
    fields = tuple(name for name in every if name not in required)
    if len(fields) > MOST_FIELDS:
        what = f"one paragraph has {len(fields)} fields that may stay empty"
        hint = f"use {MOST_FIELDS} at most, or make two paragraphs of it"
        raise Problems([Problem(wording.where, what, hint)])
    always = [name for name in every if name in required]
    return Paragraphs(
        fields,
        tuple(
            evaluate(wording, {name: f"{{{{{name}}}}}" for name in (*always, *given)}, required=())
            for given in _subsets(fields)
        ),
    )


def _subsets(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every choice of names, the first name's bit counting least."""
    for bits in product((False, True), repeat=len(names)):
        yield tuple(compress(names, reversed(bits)))


def _split(nodes: Iterable[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield the nodes between blank lines that stand outside every clause."""
    stretch: list[Node] = []
    for node in nodes:
        first, *rest = _BLANK_LINE.split(node.text) if isinstance(node, Words) else [node]
        stretch.append(Words(first) if isinstance(first, str) else first)
        for part in rest:
            yield tuple(stretch)
            stretch = [Words(part) if isinstance(part, str) else part]
    yield tuple(stretch)
