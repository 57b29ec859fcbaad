"""Notes worked out beforehand say what the evaluator says, in the page's script too."""

import json
from itertools import product

import pytest
from sample_kit import wording

from generator.model.kit import REQUIRED_FIELDS, Kit, Note
from generator.model.problem import Problems
from generator.model.wording import Field, If, Wording, Words
from generator.publish.tools import note_json
from generator.publish.variants import Paragraphs, fields_in, work_out
from generator.words.evaluate import evaluate
from tests.scripts import run_script

DETAIL = If("detail", (Words("I recall "), Field("detail"), Words(".")), (Words("I was glad."),))


def test_a_paragraph_has_a_text_for_each_choice() -> None:
    note = wording("Dear ", Field("recipient"), ",\n\nThanks. ", DETAIL)
    assert work_out(note, REQUIRED_FIELDS) == (
        Paragraphs((), ("Dear {{recipient}},",)),
        Paragraphs(("detail",), ("Thanks. I was glad.", "Thanks. I recall {{detail}}.")),
    )


def test_a_bare_field_takes_its_sentence_with_it() -> None:
    (stretch,) = work_out(wording("One. At ", Field("company"), " it was two."), ())
    assert stretch.texts == ("One.", "One. At {{company}} it was two.")


def test_the_first_field_counts_least() -> None:
    (stretch,) = work_out(wording("(", Field("a"), ") x (", Field("b"), ") y"), ())
    assert stretch.fields == ("a", "b")
    assert stretch.texts[1] == "({{a}}) x y" and stretch.texts[2] == "x ({{b}}) y"


def test_too_many_choices_are_a_problem() -> None:
    many = Wording(tuple(Field(f"f{n}") for n in range(7)), "assets/situations/x.yml:3:4")
    with pytest.raises(Problems, match=r"x\.yml:3:4: one paragraph has 7 fields"):
        work_out(many, ())


def cases(kit: Kit) -> list[tuple[Wording, str, dict[str, str]]]:
    """Return every wording of the kit with every choice of its optional fields."""
    found = []
    for situation in kit.situations.values():
        own = [name for name, field in situation.fields.items() if field.required]
        required = [*REQUIRED_FIELDS, *own]
        notes: list[tuple[str, Note]] = [("card", n) for n in situation.cards.values()]
        notes += [("email", n) for n in situation.emails.values()]
        for medium, note in notes:
            stretches = json.loads(note_json(situation, note, medium))["text"]
            optional = [f for f in dict.fromkeys(fields_in(note.text.nodes)) if f not in required]
            for bits in product((False, True), repeat=len(optional)):
                given = [*required, *(f for f, bit in zip(optional, bits, strict=True) if bit)]
                values = {name: f"<{name}. É & {{{{x}}}} $1>" for name in given}
                found.append((note.text, json.dumps(stretches), values))
    return found


def test_the_page_says_what_the_command_line_says(kit: Kit) -> None:
    every = cases(kit)
    told = run_script(
        "note.js",
        "({compose, plainText}, cases) => cases.map(([stretches, values]) =>"
        " plainText(compose(JSON.parse(stretches), values), values, {}))",
        [[stretches, values] for _, stretches, values in every],
    )
    assert len(told) > 1000
    for (text, stretches, values), said in zip(every, told, strict=True):
        wanted = evaluate(text, values, required=())
        signed = f"{wanted}\n{values['sender']}"
        has_sender = "sender" in dict.fromkeys(fields_in(text.nodes))
        assert said == (wanted if has_sender or "{{sender}}" not in stretches else signed)


def test_mail_addresses_keep_every_sign() -> None:
    (address,) = run_script(
        "note.js",
        "({mailAddress}, cases) => cases.map(([s, b]) => mailAddress(s, b))",
        [["Thank you, Żółć & Co?", "One\nTwo = 100 % + #1\r\nThree"]],
    )
    assert address == (
        "mailto:?subject=Thank%20you%2C%20%C5%BB%C3%B3%C5%82%C4%87%20%26%20Co%3F"
        "&body=One%0D%0ATwo%20%3D%20100%20%25%20%2B%20%231%0D%0AThree"
    )


def test_values_are_cleaned_alike() -> None:
    from generator.words.evaluate import clean_value

    typed = ["  Zofia \t Żółć\n", "e\u0301", "a\u0000b", "no\u00a0break", ""]
    cleaned = run_script("note.js", "({cleanValue}, cases) => cases.map(cleanValue)", typed)
    assert cleaned == [clean_value(text) for text in typed]
