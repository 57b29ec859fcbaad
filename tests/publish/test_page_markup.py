"""Data of a stranger's kit stays words: in Markdown, in HTML blocks, in front matter."""

import json

import markdown as python_markdown
import pytest
from markupsafe import Markup

from generator.publish.markup import environment, markdown, paragraphs, yaml

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](https://example.com/x.png)",
    "<https://example.com>",
    "# heading",
    "name {: onclick=alert(1) }",
    "**bold** _em_ `code` ~~~",
    "&lt;script&gt;",
    "a | b",
    '--8<-- "mkdocs.yml"',
    "1. one",
    "[^1]: note",
    ":::",
    "* item",
    "    code",
    "> quote",
    "</p><script>",
    "line\n\n<script>",
    "{{ 7 * 7 }}{% raw %}",
)
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.superfences",
    "pymdownx.snippets",
]


def words(html: str) -> str:
    """Return an HTML paragraph's words; fail on any tag in it."""
    assert html.startswith("<p>") and html.endswith("</p>"), html
    inner = html.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner, html
    return str(Markup(inner).unescape())


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_reads_a_value_as_nothing_but_itself(attack: str) -> None:
    html = python_markdown.markdown(str(markdown(attack)), extensions=EXTENSIONS)
    assert words(html) == " ".join(attack.split())


def test_unescaped_values_would_have_been_read_as_markup() -> None:
    html = [python_markdown.markdown(attack, extensions=EXTENSIONS) for attack in ATTACKS[:6]]
    assert all("<script" in h or "<img" in h or "<a " in h or "<h1" in h for h in html)


@pytest.mark.parametrize("attack", ATTACKS)
def test_front_matter_keeps_a_value_on_its_line(attack: str) -> None:
    line = str(yaml(attack))
    assert "\n" not in line
    assert json.loads(line) == " ".join(attack.split())


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_html_block_keeps_a_value_inside_its_attribute(attack: str) -> None:
    template = environment().from_string('<p title="{{ x }}">{{ x }}</p>')
    rendered = template.render(x=attack)
    assert "\n" not in rendered
    html = python_markdown.markdown(rendered, extensions=EXTENSIONS)
    assert html.count("<") == 2 and html.count('"') == 2, html


def test_paragraphs_keep_line_ends_and_escape() -> None:
    text = "Dear <b>,\n\nOne\ntwo\n \nthree\n"
    assert paragraphs(text) == "<p>Dear &lt;b&gt;,</p><p>One<br>two</p><p>three</p>"
