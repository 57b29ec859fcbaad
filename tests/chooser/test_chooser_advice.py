"""The shipped chooser: it reaches every note, it contradicts none, both languages agree."""

import pytest

from generator.model.chooser import VERDICTS, Chooser, advise, lines_of_answers, outcomes
from generator.model.kit import Kit
from generator.publish.chooser import page_address, render_chooser, unreached
from tests.scripts import run_script

READERS = {
    "I was the internal candidate": (
        "internal-candidate",
        {"told": "manager", "besides": "candidate"},
    ),
    "they ghosted me": ("ghosted", {"happened": "silence", "silence": "ghosted"}),
    "the recruiter was from an agency": ("agency", {"told": "agency"}),
    "I want feedback": ("asking-for-feedback", {"wish": "why"}),
    "there were five on the panel": ("rejected-after-interviews", {"besides": "panel"}),
    "I declined their offer": ("offer-declined", {"happened": "offer", "offer": "declined"}),
    "the job was withdrawn": ("role-cancelled", {"happened": "cancelled"}),
    "I already sent an angry reply": ("angry-reply", {"feel": "replied"}),
    "only an automatic e-mail": (None, {"happened": "unread", "signed": "machine"}),
    "I withdrew": ("you-withdrew", {"happened": "offer", "offer": "withdrew"}),
}  # fmt: skip


def test_every_situation_is_reached(kit: Kit, chooser: Chooser) -> None:
    assert len(kit.situations) >= 36
    assert unreached(kit, chooser) == ()


def test_every_kind_of_advice_is_given(chooser: Chooser) -> None:
    given = {chooser.ends[outcome.end].verdict for outcome in outcomes(chooser)}
    assert given == set(VERDICTS)


def test_every_line_of_answers_ends_in_a_page_within_a_few_questions(chooser: Chooser) -> None:
    lines = list(lines_of_answers(chooser))
    assert len(lines) > 500
    for picks in lines:
        advice = advise(chooser, picks)
        assert advice and (advice.situation or advice.end.further)
        assert len(picks) <= 6


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_finds_their_note(chooser: Chooser, reader: str) -> None:
    situation, said = READERS[reader]
    usual = {"feel": "hurt", "happened": "refused", "told": "manager", "besides": "none",
             "since": "now", "wish": "thank", "means": "email"}  # fmt: skip
    advice = advise(chooser, {**usual, **said})
    assert advice and advice.situation == situation


def test_who_cannot_write_by_hand_is_told_that_typing_is_as_good(chooser: Chooser) -> None:
    typed = [e for e in chooser.ends.values() if any("by-hand" in f.path for f in e.further)]
    assert [end.verdict for end in typed] == ["card"]


def test_the_page_follows_every_line_to_the_same_advice(chooser: Chooser) -> None:
    questions = {
        question.id: {
            a.id: {
                key: value
                for key in ("next", "end", "situation", "because")
                if (value := getattr(a, key))
            }
            for a in question.answers
        }
        for question in chooser.questions.values()
    }
    lines = list(lines_of_answers(chooser))
    found = run_script(
        "chooser.js",
        "({follow}, {questions, first, lines}) => lines.map((l) => follow(questions, first, l))",
        {"questions": questions, "first": chooser.first, "lines": lines},
    )
    assert len(found) == len(lines)
    for picks, told in zip(lines, found, strict=True):
        advice = advise(chooser, picks)
        assert advice
        assert told["asked"] == list(picks)
        assert (told["end"], told["situation"]) == (advice.end.id, advice.situation)
        assert tuple(told["reasons"]) == advice.reasons


def test_questions_stand_in_the_order_in_which_they_are_asked(chooser: Chooser) -> None:
    order = list(chooser.questions)
    for picks in lines_of_answers(chooser):
        assert sorted(picks, key=order.index) == list(picks)


def test_the_tables_say_all_that_the_form_says(kit: Kit, chooser: Chooser) -> None:
    (page,) = (data.decode() for data in render_chooser(kit, chooser).values())
    form, tables = page.split("</form>")
    for question in chooser.questions.values():
        for answer in question.answers:
            assert f">{answer.say}</th>" in tables and f"<span>{answer.say}</span>" in form
    for situation in kit.situations:
        address = f'href="../../kit/situations/{situation}/"'
        assert address in form and address in tables


def test_a_forks_own_situation_is_listed_though_no_answer_names_it(
    kit: Kit, chooser: Chooser
) -> None:
    from dataclasses import replace

    own = replace(kit.situations["ghosted"], id="own", title="Our own")
    (page,) = render_chooser(
        replace(kit, situations={**kit.situations, "own": own}), chooser
    ).values()
    assert b'<a href="../../kit/situations/own/">Our own</a>' in page


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("guide/begin.md", "guide/begin/"),
        ("guide/begin.md#2-write", "guide/begin/#2-write"),
        ("print/index.md", "print/"),
        ("index.md", ""),
    ],
)
def test_a_markdown_file_has_its_address(path: str, address: str) -> None:
    assert page_address(path) == address
