"""Wordings are parsed once, into words, fields and ifs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.wording import fields_of, parse_wording
from generator.model.problem import Problems
from generator.model.wording import Field, If, Wording, Words


def test_words_fields_and_ifs() -> None:
    text = "Dear {{ recipient }},{% if role %} as {{role}}{% else %} hello{% endif %}."
    assert parse_wording(text, "a.yml:1:1") == Wording(
        (
            Words("Dear "),
            Field("recipient"),
            Words(","),
            If("role", (Words(" as "), Field("role")), (Words(" hello"),)),
            Words("."),
        ),
        "a.yml:1:1",
    )


def test_ifs_nest_and_trim_marks_are_allowed() -> None:
    text = "{%- if a -%}{% if b_2 %}x{% endif %}{%- else -%}{{- c -}}{%- endif -%}"
    assert parse_wording(text, "").nodes == (If("a", (If("b_2", (Words("x"),)),), (Field("c"),)),)


def test_the_fields_of_a_wording() -> None:
    wording = parse_wording("{{ a }}{% if b %}{{ c }}{% else %}{{ d }}{% endif %}", "")
    assert list(fields_of(wording.nodes)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ a.b }}", "{{ a.b }} has no place"),
        ("{{ a|upper }}", "{{ a|upper }} has no place"),
        ("{{ a() }}", "{{ a() }} has no place"),
        ("{{ 1 }}", "{{ 1 }} has no place"),
        ("{{ A }}", "{{ A }} has no place"),
        ("{{ }}", "{{ }} has no place"),
        ("{% for a in b %}", "{% for a in b %} has no place"),
        ("{% if not a %}x{% endif %}", "{% if not a %} has no place"),
        ("{% include 'x' %}", "{% include 'x' %} has no place"),
        ("{% else %}", "{% else %} has no place"),
        ("{% endif %}", "{% endif %} has no place"),
        ("{% if a %}x{% else %}y{% else %}z{% endif %}", "{% else %} has no place"),
        ("{% if a %}x", "{% if a %} has no {% endif %}"),
        ("{# a #}", "{# a #} has no place"),
        ("a {{ b", "{{ has no place"),
        ("a }} b", "}} has no place"),
        ("a %} b", "%} has no place"),
        ("{% if a %}" * 9 + "{% endif %}" * 9, "9 ifs stand inside each other"),
    ],
)
def test_anything_else_is_a_problem(text: str, what: str) -> None:
    with pytest.raises(Problems) as found:
        parse_wording(text, "a.yml:3:4")
    assert any(p.what.startswith(what) for p in found.value.problems), found.value
    assert {p.where for p in found.value.problems} == {"a.yml:3:4"}


def test_single_braces_are_words() -> None:
    assert parse_wording("a {b} % c", "").nodes == (Words("a {b} % c"),)


def test_a_thousand_ifs_do_not_break_the_parser() -> None:
    with pytest.raises(Problems, match="5000 ifs"):
        parse_wording("{% if a %}" * 5000 + "{% endif %}" * 5000, "")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["{{", "}}", "{%", "%}", " if ", "a", "endif", "else", " ", "{# ", "\n", "é", "{{ b }}"]
        ),
        max_size=14,
    ).map("".join)
)
def test_any_text_parses_or_is_a_problem(text: str) -> None:
    try:
        wording = parse_wording(text, "w")
    except Problems as found:
        assert found.problems
    else:
        plain = "".join(n.text for n in wording.nodes if isinstance(n, Words))
        assert "{{" not in plain and "%}" not in plain
