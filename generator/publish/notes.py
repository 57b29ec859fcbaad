"""A situation's notes as a reader sees them: the words, and gentle blanks for what is theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from generator.model.kit import TONES, Note, Situation, Tone
from generator.model.wording import Field, If, Node, Wording, Words
from generator.publish.markup import paragraphs

BLANKS: Mapping[str, str] = {
    "recipient": "their name",
    "sender": "your name",
    "company": "the company",
    "role": "job title",
    "detail": "one true, specific thing",
    "date": "the date",
    "cover": "the words on the cover",
}
"""What stands in a note for a field that only the reader can fill."""

SENDER = "sender"
OPEN, CLOSE, END = "\ue000", "\ue001", "\ue002"
"""Private-use signs round a blank, while a note is cut into paragraphs."""


@dataclass(frozen=True, slots=True)
class ShownNote:
    """One note to show: its HTML, its plain text to copy, its link to a mail program."""

    tone: Tone
    medium: str
    subject: Markup
    html: Markup
    plain: str
    mailto: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A field that a situation's notes use, with what stands for it until it is filled."""

    name: str
    label: str
    optional: bool


def shown_notes(situation: Situation, tone: Tone) -> tuple[ShownNote, ...]:
    """Return a situation's notes in a tone: the card's, then the e-mail's."""
    found = (("card", situation.cards.get(tone)), ("e-mail", situation.emails.get(tone)))
    return tuple(_show(situation, tone, medium, note) for medium, note in found if note)


def offered_tones(situation: Situation) -> tuple[Tone, ...]:
    """Return the tones that a situation has a note in, warmest first."""
    return tuple(t for t in TONES if t in situation.cards or t in situation.emails)


def used_blanks(situation: Situation) -> tuple[Blank, ...]:
    """Return the fields of a situation's notes in the order in which they first appear."""
    notes = [n for t in TONES for m in (situation.cards, situation.emails) if (n := m.get(t))]
    wordings = [w for n in notes for w in (n.subject, n.text) if w]
    plain = {f.name for w in wordings for f in _fields(w.nodes, within=False)}
    every = dict.fromkeys(f.name for w in wordings for f in _fields(w.nodes, within=True))
    return tuple(Blank(name, _label(situation, name), name not in plain) for name in every)


def _show(situation: Situation, tone: Tone, medium: str, note: Note) -> ShownNote:
    subject = _marked(situation, note.subject) if note.subject else ""
    text = _text(situation, medium, note.text)
    plain, plain_subject = _bracketed(text), _bracketed(subject)
    mailto = ""
    if medium == "e-mail":
        body = quote(plain.replace("\n", "\r\n"), safe="")
        mailto = f"mailto:?subject={quote(plain_subject, safe='')}&body={body}"
    one_line = _blanked(Markup("{}").format(" ".join(subject.split())))
    return ShownNote(tone, medium, one_line, _blanked(paragraphs(text)), plain, mailto)


def _text(situation: Situation, medium: str, wording: Wording) -> str:
    """Return a note's text; a card's ends with the sender, who has a slot of their own there."""
    text = _marked(situation, wording)
    names = {field.name for field in _fields(wording.nodes, within=True)}
    if medium == "card" and SENDER not in names:
        return f"{text}\n{_blank(situation, SENDER)}"
    return text


def _marked(situation: Situation, wording: Wording) -> str:
    return "".join(_mark(situation, wording.nodes)).strip()


def _mark(situation: Situation, nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Words(text):
                yield text
            case Field(name):
                yield _blank(situation, name)
            case If(_, then):
                yield from _mark(situation, then)


def _blank(situation: Situation, name: str) -> str:
    return f"{OPEN}{name}{CLOSE}{_label(situation, name)}{END}"


def _label(situation: Situation, name: str) -> str:
    if spec := situation.fields.get(name):
        return spec.label[:1].lower() + spec.label[1:]
    return BLANKS.get(name, name)


def _fields(nodes: tuple[Node, ...], *, within: bool) -> Iterator[Field]:
    for node in nodes:
        if isinstance(node, Field):
            yield node
        elif isinstance(node, If) and within:
            yield from _fields(node.then, within=True)


def _bracketed(text: str) -> str:
    before, *blanks = text.split(OPEN)
    after = (blank.split(CLOSE, 1)[1].replace(END, "]", 1) for blank in blanks)
    return before + "".join(f"[{words}" for words in after)


def _blanked(html: Markup) -> Markup:
    opened = html.replace(OPEN, Markup('<span class="blank" data-field="'))
    return opened.replace(CLOSE, Markup('">')).replace(END, Markup("</span>"))
