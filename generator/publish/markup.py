"""The templates' environment: Markdown in which nothing from the kit's data can become markup."""

import json
import re
from functools import cache
from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

MARKDOWN_SIGNS = frozenset("\\`*_{}[]()<>#+-.!|~^=:&\"'/$@")
"""Every sign that Markdown, its extensions or HTML give a meaning to."""


@cache
def environment() -> Environment:
    """Return the environment of the page templates.

    Data is escaped for HTML and its white space is collapsed, so that no value can end an HTML
    block, open a new one or reach Markdown; `| md` makes a value safe outside HTML blocks.
    """
    env = Environment(
        loader=PackageLoader("generator.publish"),
        autoescape=True,
        finalize=_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["md"] = markdown
    env.filters["yaml"] = yaml
    return env


def markdown(value: str) -> Markup:
    """Return a value as Markdown text that is read as nothing but itself."""
    words = " ".join(value.split())
    return Markup("".join(f"&#{ord(c)};" if c in MARKDOWN_SIGNS else c for c in words))


def yaml(value: str) -> Markup:
    """Return a value as a quoted YAML string on one line."""
    return Markup(json.dumps(" ".join(value.split()), ensure_ascii=False))


def paragraphs(text: str) -> Markup:
    """Return plain text as HTML paragraphs, its single line ends kept."""
    blocks = (block.strip("\n") for block in re.split(r"\n\s*\n", text))
    return Markup("").join(
        Markup("<p>{}</p>").format(Markup("<br>").join(Markup(escape(x)) for x in b.split("\n")))
        for b in blocks
        if b.strip()
    )


def _one_line(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return " ".join(value.split())
