"""chooser.yml is read, or says what is wrong with it and where."""

from pathlib import Path

import pytest

from generator.load.chooser import build_chooser, read_chooser
from generator.load.tree import parse_tree
from generator.model.chooser import advise
from generator.model.kit import Kit
from generator.model.problem import Problem, Problems


def problems(text: str, kit: Kit) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as found:
        build_chooser(parse_tree(text, "assets/chooser.yml"), kit.root, kit.situations)
    return found.value.problems


def test_a_chooser_is_read(small: str, kit: Kit) -> None:
    chooser = build_chooser(parse_tree(small, "assets/chooser.yml"), kit.root, kit.situations)
    assert list(chooser.questions) == ["how", "who"]
    advice = advise(chooser, {"how": "well", "who": "person"})
    assert advice and (advice.end.id, advice.situation) == ("card", "runner-up")
    assert advice.reasons == ("Good.",)
    assert advise(chooser, {"how": "well"}) is None


@pytest.mark.parametrize(
    ("old", "new", "where", "what", "hint"),
    [
        ("runner-up", "runer-up", "11:43", "no situation 'runer-up'", "did you mean runner-up?"),
        ("next: who", "next: woh", "6:32", "no question 'woh'", "who"),
        ("end: wait}", "end: wiat}", "7:33", "no end 'wiat'", "did you mean wait?"),
        ("first: how", "first: hwo", "1:8", "no question 'hwo'", "did you mean"),
        (", end: skip}", "}", "12:7", "machine leads nowhere", "add `next:`"),
        ("end: skip}", "end: skip, next: how}", "12:7", "leads to two places", "delete"),
        ("end: skip}", "next: how}", "12:37", "in a circle", "not asked yet"),
        ("end: skip}", "end: wait}", "16:3", "no answer leads to the end skip", "delete it"),
        ("next: who", "end: skip", "8:3", "no answer leads to the question who", "delete it"),
        ("situation: runner-up, ", "", "11:7", "no note to send", "add `situation:`"),
        (", further: {guide/begin.md: Begin}", "", "12:7", "end without a page", "`further:`"),
        ("guide/begin.md", "guide/begn.md", "16:", "no page docs/guide/begn.md", "guide/begin.md"),
        ("runner-up", "phone-screen", "11:7", "whose medium says no", "another end"),
        ("say: Well.", "sya: Well.", "6:14", "sya is no key here", "did you mean say?"),
        ("verdict: skip", "verdict: skp", "16:", "'skp' is not known", "did you mean skip?"),
        ("  how:\n", "  How:\n", "3:3", "cannot be an id", "small letters"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(
    small: str, kit: Kit, old: str, new: str, where: str, what: str, hint: str
) -> None:
    assert old in small
    found = problems(small.replace(old, new, 1), kit)
    told = [p for p in found if what in p.what]
    assert told, [str(p) for p in found]
    assert told[0].where.startswith(f"assets/chooser.yml:{where}")
    assert hint in told[0].hint


def test_all_mistakes_are_said_at_once(small: str, kit: Kit) -> None:
    broken = small.replace("runner-up", "runer-up").replace("next: who", "next: woh")
    assert len(problems(broken, kit)) == 2


def test_a_chain_of_many_questions_is_refused(kit: Kit, small: str) -> None:
    many = "".join(
        f"  q{n}: {{ask: A, answers: {{a: {{say: A, end: card}}, b: {{say: B, end: card}}}}}}\n"
        for n in range(300)
    )
    found = problems(small.replace("ends:\n", f"{many}ends:\n"), kit)
    assert "too many" in found[0].what


def test_a_forks_answers_go_over_the_shipped_ones(fork: Path, kit: Kit) -> None:
    (fork / "mine/chooser.yml").write_text(
        "questions:\n  feel:\n    answers:\n      well: {say: Fine., next: happened}\n"
    )
    chooser = read_chooser(fork, kit.situations)
    assert chooser.answer("feel", "well").say == "Fine."
    assert chooser.answer("feel", "angry").end == "not-tonight"


def test_a_missing_file_is_a_problem(fork: Path, kit: Kit) -> None:
    (fork / "assets/chooser.yml").unlink()
    with pytest.raises(Problems, match="cannot be read"):
        read_chooser(fork, kit.situations)
