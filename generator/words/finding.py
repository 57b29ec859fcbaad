"""A finding from a rule's advice and the words that it is about."""

from collections.abc import Mapping

from generator.model.lint import Advice, Finding
from generator.words.paper import Span


def make_finding(
    id_: str, text: str, span: Span, advice: Advice, values: Mapping[str, str] | None = None
) -> Finding:
    """Return a finding about a stretch of a note, {names} in its advice replaced by values."""
    start, end = span
    put = {"words": text[start:end], **(values or {})}
    return Finding(
        id_, text[start:end], start, end, _fill(advice.why, put), _fill(advice.instead, put)
    )


def _fill(words: str, values: Mapping[str, str]) -> str:
    """Put values in once; braces in a value mean nothing."""
    parts = words.split("{")
    filled = (_value(part, values) for part in parts[1:])
    return parts[0] + "".join(filled)


def _value(part: str, values: Mapping[str, str]) -> str:
    name, closed, rest = part.partition("}")
    return values[name] + rest if closed and name in values else "{" + part
