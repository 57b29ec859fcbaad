"""Parse wordings: words, `{{ field }}` and `{% if field %}…{% else %}…{% endif %}`, no more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.model.problem import Problem, Problems
from generator.model.wording import Field, If, Node, Wording, Words

MOST_LEVELS = 8
ACCEPTED = "use {{ field }} and {% if field %}…{% else %}…{% endif %} only"
_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\{%|\{#|\}\}|%\}|#\}", re.DOTALL)
_FIELD = re.compile(r"\{\{-?\s*([a-z][a-z0-9_]*)\s*-?\}\}")
_IF = re.compile(r"\{%-?\s*if\s+([a-z][a-z0-9_]*)\s*-?%\}")
_ELSE = re.compile(r"\{%-?\s*else\s*-?%\}")
_ENDIF = re.compile(r"\{%-?\s*endif\s*-?%\}")


@dataclass(slots=True)
class _Open:
    """An `if` that has not ended yet."""

    name: str
    token: str
    then: list[Node] = field(default_factory=list)
    otherwise: list[Node] | None = None

    @property
    def nodes(self) -> list[Node]:
        return self.then if self.otherwise is None else self.otherwise


def parse_wording(text: str, where: str) -> Wording:
    """Return a wording parsed once; raises Problems at `where` for anything else in braces."""
    problems: list[str] = []
    top = _Open("", "")
    stack, deepest = [top], 0
    for token, is_tag in _split(text):
        if not is_tag:
            stack[-1].nodes.append(Words(token))
        elif match := _FIELD.fullmatch(token):
            stack[-1].nodes.append(Field(match[1]))
        elif match := _IF.fullmatch(token):
            stack.append(_Open(match[1], token))
            deepest = max(deepest, len(stack) - 1)
        elif _ELSE.fullmatch(token) and len(stack) > 1 and stack[-1].otherwise is None:
            stack[-1].otherwise = []
        elif _ENDIF.fullmatch(token) and len(stack) > 1:
            _close(stack)
        else:
            problems.append(f"{token} has no place in a wording")
    problems.extend(f"{open_.token} has no {{% endif %}}" for open_ in stack[1:])
    if deepest > MOST_LEVELS:
        problems.append(f"{deepest} ifs stand inside each other")
    if problems:
        raise Problems(Problem(where, what, ACCEPTED) for what in problems)
    return Wording(tuple(top.nodes), where)


def fields_of(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every field that a wording names, in its order."""
    for node in nodes:
        match node:
            case Field(name):
                yield name
            case If(name, then, otherwise):
                yield name
                yield from fields_of(then)
                yield from fields_of(otherwise)


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """Yield stretches of words and tags; what is unpaired counts as a tag."""
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def _close(stack: list[_Open]) -> None:
    done = stack.pop()
    node = If(done.name, tuple(done.then), tuple(done.otherwise or ()))
    stack[-1].nodes.append(node)
