"""Wordings become words; what has no value goes without a trace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.wording import parse_wording
from generator.model.problem import Problems
from generator.words.evaluate import clean_value, evaluate

PEOPLE = {"recipient": "Ms Lee", "sender": "Robin"}


def say(text: str, **values: str) -> str:
    return evaluate(parse_wording(text, "a.yml:1:1"), {**PEOPLE, **values})


def test_values_are_put_in() -> None:
    assert say("Dear {{ recipient }},\n\nThanks.\n{{ sender }}") == (
        "Dear Ms Lee,\n\nThanks.\nRobin"
    )


def test_ifs_choose() -> None:
    text = "I came{% if company %} to {{ company }}{% else %} by{% endif %}."
    assert say(text, company="Halden") == "I came to Halden."
    assert say(text) == "I came by."
    assert say("I came{% if company %} to {{ company }}{% endif %}.") == "I came."
    assert say("One {% if company %}x{% endif %} two") == "One two"
    assert say("{% if company %}x{% endif %} Two.") == "Two."
    assert say("Two {% if company %}x{% endif %}") == "Two"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thank you. I liked {{ detail }} a lot. Bye.", "Thank you. Bye."),
        ("I liked {{ detail }} a lot. Bye.", "Bye."),
        ("Thank you! Was it {{ detail }}? Bye.", "Thank you! Bye."),
        ("Thank you (for {{ detail }}) again.", "Thank you again."),
        ("Thank you [{{ detail }}].", "Thank you."),
        ("Your team, {{ company }}, was kind.", "Your team was kind."),
        ("Thank you, {{ company }}.", "Thank you."),
        ("Thank you, {{ company }}!", "Thank you!"),
        ("Thank you for your time, and for {{ detail }}.", "Thank you for your time."),
        ("I met you all, especially {{ detail }}, and left.", "I met you all, and left."),
        ("I met you; {{ detail }} was good.", "I met you."),
        ("I met you – {{ detail }} was good – and left.", "I met you – and left."),
        ("When we met, I liked {{ detail }}.", ""),
        ("He said “I liked {{ detail }}.” Then he left.", "Then he left."),
        ("Mr. {{ company }} spoke. He left.", "He left."),
        ("I saw e.g. {{ detail }} there. Bye.", "Bye."),
        ("{{ detail }}", ""),
        ("Dear all,\n\n{{ detail }}\n\nBye.", "Dear all,\n\nBye."),
        ("Dear all,\nI liked {{ detail }}.\nBye.", "Dear all,\nBye."),
        ("ありがとう。{{ detail }}が好き。では。", "ありがとう。では。"),
        ("I liked {{ detail }}… Bye.", "Bye."),
        ("{{ detail }} and {{ role }} and {{ date }}. Bye.", "Bye."),
    ],
)
def test_a_missing_value_takes_its_clause_or_sentence_with_it(text: str, left: str) -> None:
    assert say(text) == left


def test_stops_inside_values_end_no_sentence() -> None:
    assert say("I saw {{ role }} and {{ detail }}. Bye.", role="Dr. No. 5") == "Bye."
    assert say("{{ role }} left. I liked {{ detail }}.", role="St. X") == "St. X left."


def test_values_are_plain_text() -> None:
    assert say("{{ role }}!", role="{{ sender }}{% if x %}") == "{{ sender }}{% if x %}!"
    assert say("{{ role }}", role="\x010\x02 \x00\x03a\x1b[31m") == "0 a[31m"
    assert say("{{ role }}", role=" two\n lines\t here ") == "two lines here"
    assert say("{{ role }}", role="Café") == "Café"
    assert clean_value("a\u200bb \ud800") == "a\u200bb"


def test_a_blank_value_is_none() -> None:
    assert say("I liked {{ detail }}. Bye.", detail=" \t\n") == "Bye."
    assert say("{% if detail %}x{% else %}y{% endif %}", detail="\x00") == "y"


def test_doubled_spaces_go_and_paragraphs_stay() -> None:
    assert say("a  b\n\n\n\nc \n d ") == "a b\n\nc\nd"
    assert say("Merci !") == "Merci !"


def test_missing_required_fields_are_problems() -> None:
    wording = parse_wording("{{ recipient }} {{ sender }} {{ sender }} {{ role }}", "a.yml:3:4")
    with pytest.raises(Problems) as found:
        evaluate(wording, {"sender": " "})
    assert [(p.where, p.what) for p in found.value.problems] == [
        ("a.yml:3:4", "the field recipient has no value"),
        ("a.yml:3:4", "the field sender has no value"),
    ]
    assert "--set sender=" in found.value.problems[1].hint
    with pytest.raises(Problems, match="role"):
        evaluate(wording, PEOPLE, required=("role",))
    assert evaluate(parse_wording("From {{ sender }}.", ""), {}, required=()) == ""


def test_only_chosen_stretches_need_their_fields() -> None:
    text = "{% if sender %}{{ sender }}{% else %}Thank you{% endif %}"
    assert evaluate(parse_wording(text, ""), {}) == "Thank you"
    text = "{% if role %}{{ sender }}{% endif %}."
    assert evaluate(parse_wording(text, ""), {"role": ""}) == "."


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                *("{{ detail }}", "{{ role }}", "words", ", ", ". ", " (", ") ", " – ", "\n"),
                *("{% if role %}yes{% endif %}", "{% if detail %}x{% else %}y{% endif %}"),
                *("\n\n", "; ", " "),
            )
        ),
        max_size=16,
    ).map("".join),
    st.sampled_from(["", "V.", "a (b"]),
)
def test_nothing_is_left_over(text: str, role: str) -> None:
    said = say(text, role=role)
    assert not set("\x00\x01\x02\x03") & set(said)
    assert "  " not in said
    assert "\n\n\n" not in said
    assert all(line == line.strip(" \t") for line in said.split("\n"))
