"""What a reader does on a page, as parts that the pages take in: choose, write, count days."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from markupsafe import Markup, escape

from generator.load.chooser import read_chooser
from generator.load.followups import read_followups
from generator.model.chooser import Chooser
from generator.model.followups import FollowUps
from generator.model.kit import REQUIRED_FIELDS, TONES, Kit, Note, Situation, Tone
from generator.model.problem import Problem, Problems
from generator.model.wording import Field, Wording, Words
from generator.publish.calendar import FIRST_YEAR, LAST_YEAR, calendar_host, situation_url
from generator.publish.chooser import render_chooser
from generator.publish.markup import environment
from generator.publish.notes import SENDER, ShownNote, offered_tones, shown_notes, used_blanks
from generator.publish.variants import Paragraphs, fields_in, work_out

PartT = TypeVar("PartT")
MEDIA: Mapping[str, str] = {"card": "card", "e-mail": "email"}
"""What the pages call a medium, and its name in scripts."""


def render_tools(kit: Kit) -> dict[str, bytes]:
    """Return the chooser's page and the parts of the others by their paths below docs/kit/.

    `parts/notes/ID.html` and `parts/followups/ID.html` belong to a situation's page;
    `parts/followups.html` is the usual rhythm. Raises the Problems of all the files they need.
    """
    chooser, followups = read_tools(kit)
    problems: list[Problem] = []
    parts = dict(_parts(kit, followups, problems))
    if problems:
        raise Problems(problems)
    return {**render_chooser(kit, chooser), **parts}


def read_tools(kit: Kit) -> tuple[Chooser, FollowUps]:
    """Return what the tools are made of; raises the Problems of every file."""
    problems: list[Problem] = []
    chooser = _try(lambda: read_chooser(kit.root, kit.situations), problems)
    followups = _try(lambda: read_followups(kit.root, kit.situations), problems)
    if chooser is None or followups is None:
        raise Problems(problems)
    return chooser, followups


def _try(make: Callable[[], PartT], problems: list[Problem]) -> PartT | None:
    try:
        return make()
    except Problems as found:
        problems.extend(found.problems)
        return None


def _parts(kit: Kit, followups: FollowUps, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    yield "parts/followups.html", render_followups(kit, followups, None)
    for situation in kit.situations.values():
        note = _try(lambda s=situation: render_note(kit, s), problems)  # type: ignore[misc]
        if note is not None:
            yield f"parts/notes/{situation.id}.html", note
        yield f"parts/followups/{situation.id}.html", render_followups(kit, followups, situation)


def render_followups(kit: Kit, followups: FollowUps, situation: Situation | None) -> bytes:
    """Return the reminders after a situation's note as a part of a page."""
    rhythm = followups.rhythm_of(situation)
    part = environment().get_template("followups.html.j2")
    return part.render(
        rhythm=rhythm,
        days=followups.days_of(situation),
        subject=situation.id if situation else rhythm.id,
        host=calendar_host(kit),
        url=situation_url(kit, situation) if situation else "",
        years=(FIRST_YEAR, LAST_YEAR),
    ).encode()


def render_note(kit: Kit, situation: Situation) -> bytes:
    """Return a situation's notes, to be filled in and sent, as a part of its page."""
    part = environment().get_template("note.html.j2")
    tones = [(tone, tuple(_notes(situation, tone))) for tone in offered_tones(situation)]
    return part.render(
        situation=situation,
        blanks=used_blanks(situation),
        tones=tones,
        format=kit.settings.format,
    ).encode()


def _notes(situation: Situation, tone: Tone) -> Iterator[tuple[ShownNote, str, Markup]]:
    """Yield a tone's notes as shown without a script, their medium, and what the script takes."""
    notes = {"card": situation.cards.get(tone), "email": situation.emails.get(tone)}
    for shown in shown_notes(situation, tone):
        medium = MEDIA[shown.medium]
        note = notes[medium]
        assert note is not None and tone in TONES
        yield shown, medium, escape(note_json(situation, note, medium))


def note_json(situation: Situation, note: Note, medium: str) -> str:
    """Return a note for the page's script: subject and text as stretches [fields, texts]."""
    own = (name for name, field in situation.fields.items() if field.required)
    required = (*REQUIRED_FIELDS, *own)
    text = note.text
    if medium == "card" and SENDER not in fields_in(text.nodes):
        text = Wording((*text.nodes, Words("\n"), Field(SENDER)), text.where)
    wordings = {"subject": note.subject, "text": text}
    stretches = {k: _plain(work_out(w, required)) for k, w in wordings.items() if w is not None}
    return json.dumps(stretches, ensure_ascii=False, separators=(",", ":"))


def _plain(stretches: tuple[Paragraphs, ...]) -> list[list[tuple[str, ...]]]:
    return [[stretch.fields, stretch.texts] for stretch in stretches]
