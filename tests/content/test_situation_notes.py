"""Every situation's notes: whole, true to what they must say, fit for a card, and unlike others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from readability import measure

from generator.load.wording import parse_wording
from generator.model.kit import TONES, Kit, Note, Situation
from generator.words.evaluate import evaluate

SITUATIONS = frozenset(
    re.findall(
        r"\S+",
        """
    phone-screen first-interview panel-interview video-interview final-round test-or-trial-day
    receptionist-or-coordinator late-thanks waiting-past-the-date
    rejected-after-application rejected-by-recruiter rejected-after-interviews rejected-by-phone
    form-mail-after-rounds runner-up rejected-with-feedback asking-for-feedback ghosted
    role-cancelled hired-from-inside internal-candidate colleague-got-it
    referred-by-a-friend agency you-withdrew offer-declined offer-accepted offer-withdrawn
    contract-ended internship-ended laid-off
    informational-interview career-fair introduction mentor referee
    """,
    )
)
"""The 36 situations that the guide set out to cover; a kit may have more."""

BODY_WORDS = {"card": (25, 45), "email": (60, 120)}
MOST_SUBJECT_WORDS = 10
MOST_CLOSING_WORDS = 4
HIGHEST_GRADE = {"warm": 8, "plain": 8, "formal": 12}
MOST_SHARED = 0.3
"""The share of four-word runs that two notes may have in common."""

BARE = {"recipient": "Sam Rivera", "sender": "Jo Martin"}
TOLD = {**BARE, "company": "Harbor Clinic", "role": "ward clerk", "date": "May 4"}

UNFIT = re.compile(
    r"!|\bunfortunately\b|\bbetter candidate\b|\bmore qualified\b|\breconsider\b|\bchange your mind"
    r"|\bmistake\b|\bunfair\b|\bdeserved (?:it|the job|better)\b|\bperfect fit\b|\bdream job\b"
    r"|\bpassionate\b|\bsynerg|\btouch base\b|\breach out\b|\bcircle back\b|\bclos\w+ the loop\b"
    r"|\bamazing\b|\bawesome\b|\bincredibl|\bbeyond grateful\b|\bhumbled\b|[\U0001F300-\U0001FAFF]",
    re.IGNORECASE,
)
UNTIDY = re.compile(r"  | \n| $| [,.;:?](?!\w)|[.?] [a-z]|,,|\.\.|\(\)|\b(\w+) \1\b", re.MULTILINE)


@dataclass(frozen=True)
class Told:
    """A note with its fields empty (`bare`) and filled in (`full`)."""

    situation: Situation
    tone: str
    medium: str
    note: Note
    bare: str
    full: str

    @property
    def name(self) -> str:
        return f"{self.situation.id} {self.tone} {self.medium}"


@pytest.fixture(scope="module")
def notes(kit: Kit) -> tuple[Told, ...]:
    """Return every note of the kit."""
    found = tuple(told for situation in kit.situations.values() for told in _tell(situation))
    assert len(found) >= 6 * len(SITUATIONS)
    return found


def _tell(situation: Situation) -> Iterator[Told]:
    for medium, by_tone in (("card", situation.cards), ("email", situation.emails)):
        for tone, note in by_tone.items():
            bare, full = (evaluate(note.text, v) for v in values(situation))
            yield Told(situation, tone, medium, note, bare, full)


def values(situation: Situation) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what fills a situation's fields: the least that it takes, and everything."""
    examples = {name: spec.example for name, spec in situation.fields.items()}
    needed = {name: examples[name] for name, spec in situation.fields.items() if spec.required}
    return {**BARE, **needed}, {**TOLD, **examples}


def body(text: str) -> list[str]:
    """Return the paragraphs between the salutation and the closing."""
    return text.split("\n\n")[1:-1]


def one_line(text: str) -> str:
    return " ".join(text.split())


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words in a text."""
    words = re.findall(r"[a-z'’-]+", text.lower())
    return frozenset(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def shared(one: str, other: str) -> float:
    """Return the share of the shorter text's four-word runs that the other has too."""
    first, second = runs(one), runs(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def unsaid(told: Told) -> list[str]:
    """Return the must-says whose sentence is not in the note, bare or full."""
    missing = []
    for said in told.situation.must_say:
        cover = parse_wording(told.note.covers.get(said.id, ""), told.name)
        for text, fields in zip((told.bare, told.full), values(told.situation), strict=True):
            sentence = one_line(evaluate(cover, fields))
            if not sentence or sentence not in one_line(text):
                missing.append(said.id)
    return missing


def test_the_situations_of_the_guide_are_there(kit: Kit) -> None:
    assert len(SITUATIONS) == 36
    assert SITUATIONS - set(kit.situations) == set()


def test_each_situation_tells_when_whom_and_why(kit: Kit) -> None:
    for situation in kit.situations.values():
        name = situation.id
        assert situation.title and situation.to and situation.group, name
        assert re.fullmatch(r"[A-Z][^.?!]*\.|[A-Z].*, .*[.]", situation.summary), name
        assert situation.medium.email and situation.medium.card, name
        assert 0 <= situation.when.start <= situation.when.by, name
        assert situation.when.card_by is None or situation.when.by <= situation.when.card_by, name
        assert situation.sources and situation.avoid, name
        assert len(situation.must_say) >= 2, name


def test_each_situation_has_three_tones_for_card_and_email(kit: Kit) -> None:
    for situation in kit.situations.values():
        assert set(situation.cards) == set(TONES), situation.id
        assert set(situation.emails) == set(TONES), situation.id


def test_titles_summaries_and_groups_stand_apart(kit: Kit) -> None:
    situations = kit.situations.values()
    assert len({s.title for s in situations}) == len(situations)
    assert len({s.summary for s in situations}) == len(situations)
    assert len({s.group for s in situations}) <= 7


@pytest.mark.parametrize("medium", BODY_WORDS)
def test_bodies_are_neither_short_nor_long(notes: tuple[Told, ...], medium: str) -> None:
    low, high = BODY_WORDS[medium]
    counts = {
        told.name: tuple(len(" ".join(body(text)).split()) for text in (told.bare, told.full))
        for told in notes
        if told.medium == medium
    }
    assert len(counts) >= 3 * len(SITUATIONS)
    assert {n: c for n, c in counts.items() if min(c) < low or max(c) > high} == {}


def test_every_must_say_is_said_with_fields_and_without(notes: tuple[Told, ...]) -> None:
    assert {told.name: gone for told in notes if (gone := unsaid(told))} == {}


def test_a_must_say_that_goes_with_its_field_is_seen(notes: tuple[Told, ...]) -> None:
    told = next(n for n in notes if n.situation.id == "rejected-after-interviews")
    wording = parse_wording(
        "Dear {{ recipient }},\n\nThank you.{% if detail %} I liked {{ detail }}.{% endif %}", "x"
    )
    covers = {said.id: "Thank you." for said in told.situation.must_say}
    covers["specific"] = "{% if detail %}I liked {{ detail }}.{% endif %}"
    note = Note(None, wording, covers)
    bare, full = (evaluate(wording, v) for v in values(told.situation))
    assert unsaid(Told(told.situation, "warm", "card", note, bare, full)) == ["specific"]


def test_notes_greet_and_close_as_their_medium_asks(notes: tuple[Told, ...]) -> None:
    for told in notes:
        parts = told.full.split("\n\n")
        assert re.fullmatch(r"(Dear|Hello) Sam Rivera,", parts[0]), told.name
        closing, *after = parts[-1].split("\n")
        assert closing.endswith(","), told.name
        assert len(closing.split()) <= MOST_CLOSING_WORDS, told.name
        assert after == ([] if told.medium == "card" else ["Jo Martin"]), told.name


def test_emails_have_subjects_and_cards_have_none(notes: tuple[Told, ...]) -> None:
    for told in notes:
        if told.medium == "card":
            assert told.note.subject is None, told.name
            continue
        assert told.note.subject is not None, told.name
        for fields in values(told.situation):
            subject = evaluate(told.note.subject, fields)
            assert 1 <= len(subject.split()) <= MOST_SUBJECT_WORDS, (told.name, subject)
            assert not UNTIDY.search(subject) and not UNFIT.search(subject), (told.name, subject)


def test_every_note_has_room_for_one_true_thing(notes: tuple[Told, ...], kit: Kit) -> None:
    for situation in kit.situations.values():
        assert "detail" in situation.fields, situation.id
        assert not situation.fields["detail"].required, situation.id
    for told in notes:
        example = told.situation.fields["detail"].example
        assert example in told.full, told.name


def test_notes_are_tidy_whatever_is_left_empty(notes: tuple[Told, ...]) -> None:
    for told in notes:
        names = [*told.situation.fields, "company", "role"]
        fields = values(told.situation)[1]
        for kept in product((True, False), repeat=len(names)):
            gone = {name for name, keep in zip(names, kept, strict=True) if not keep}
            text = evaluate(told.note.text, {n: v for n, v in fields.items() if n not in gone})
            assert not UNTIDY.search(text), (told.name, gone, text)


@pytest.mark.parametrize("untidy", ["Thank you , Sam", "One.. two", "It was. then", "to to you"])
def test_untidy_words_are_seen(untidy: str) -> None:
    assert UNTIDY.search(untidy)


def test_no_note_pleads_flatters_or_sells(notes: tuple[Told, ...]) -> None:
    assert UNFIT.search("Unfortunately I am the better candidate")
    assert {told.name: UNFIT.findall(told.full) for told in notes if UNFIT.search(told.full)} == {}


def test_notes_are_easy_to_read(notes: tuple[Told, ...]) -> None:
    grades = {told.name: (told.tone, measure(body(told.full)).grade) for told in notes}
    assert {n: g for n, (t, g) in grades.items() if g > HIGHEST_GRADE[t]} == {}


def test_tones_differ_in_more_than_adjectives(notes: tuple[Told, ...]) -> None:
    by_place: dict[tuple[str, str], list[Told]] = {}
    for told in notes:
        by_place.setdefault((told.situation.id, told.medium), []).append(told)
    pairs = [pair for place in by_place.values() for pair in combinations(place, 2)]
    assert len(pairs) >= 6 * len(SITUATIONS)
    alike = {(a.name, b.name): shared(_words(a), _words(b)) for a, b in pairs}
    assert {names: share for names, share in alike.items() if share > MOST_SHARED} == {}


def test_situations_do_not_repeat_each_other(notes: tuple[Told, ...]) -> None:
    grams = [(told, runs(_words(told))) for told in notes]
    alike = [
        (a.name, b.name)
        for (a, first), (b, second) in combinations(grams, 2)
        if a.situation.id != b.situation.id
        and len(first & second) > MOST_SHARED * min(len(first), len(second))
    ]
    assert alike == []


def test_a_copy_is_seen() -> None:
    text = "Thank you for telling me yourself, and for your time with me that day."
    assert shared(text, text.replace("telling", "showing")) > MOST_SHARED


def _words(told: Told) -> str:
    return " ".join(body(told.bare))
