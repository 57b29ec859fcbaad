"""Which words of a help or a meaning are typed as they stand, so that a page shows them as code."""

import re

_TYPED = re.compile(
    r"`[^`]*`|\{\{.*?\}\}|\{%.*?%\}(?:[^{]?\{%.*?%\})*|\{\w+: \[\w+\]\}"
    r'|"#RRGGBB"|YYYY-MM-DD|\bx\.\w+|\b[\w/-]+\.yml\b|\b(?:assets|mine|docs/kit)/[\w./-]*'
    r"|--[a-z-]+|\w+=\w+|\b[a-z]+_[a-z]+\b|\b(?:smcp|onum|opsz)\b"
)


def mark_code(words: str) -> str:
    """Return a sentence as Markdown, with what is typed as it stands in backquotes."""
    return _TYPED.sub(lambda match: f"`{match[0].strip('`')}`", words)
