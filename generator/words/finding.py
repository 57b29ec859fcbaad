"""A finding from a rule's advice and the words that it is about."""

import re
from collections.abc import Mapping

from generator.model.lint import Advice, Finding
from generator.words.paper import Span

_NAME = re.compile(r"\{([^{}]*)\}")


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
    return _NAME.sub(lambda match: values.get(match[1], match[0]), words)
