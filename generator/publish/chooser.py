"""The page that helps to choose: a form where scripts run, and the same decision as tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.chooser import Answer, Chooser, End, outcomes
from generator.model.kit import Kit, Situation
from generator.publish.markup import environment

PAGE = "choose/index.md"
HOME = "../../"
"""The way from the page's address, kit/choose/, to the site's root."""
VERDICT_WORDS: Mapping[str, str] = {
    "card": "A card",
    "email": "An e-mail",
    "wait": "Not now",
    "skip": "No note",
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address as seen from the page, and its words."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """An answer in a table: what is said, why, the note it calls for, where it leads."""

    answer: Answer
    note: Link | None
    then: Link


def render_chooser(kit: Kit, chooser: Chooser) -> dict[str, bytes]:
    """Return the page by its path below docs/kit/, the same for the same kit."""
    page = environment().get_template("chooser.md.j2")
    number = {id_: n for n, id_ in enumerate(chooser.questions, 1)}
    return {
        PAGE: page.render(
            kit=kit,
            chooser=chooser,
            number=number,
            tables=[
                (question, [_row(kit, chooser, number, answer) for answer in question.answers])
                for question in chooser.questions.values()
            ],
            ends=[(end, further_links(end)) for end in chooser.ends.values()],
            notes=[
                (situation, note_link(situation))
                for situation in kit.situations.values()
                if situation.id in _called_for(chooser)
            ],
            more=[note_link(situation) for situation in unreached(kit, chooser)],
            verdict_words=VERDICT_WORDS,
        ).encode()
    }


def unreached(kit: Kit, chooser: Chooser) -> tuple[Situation, ...]:
    """Return the situations that no line of answers comes to; the page lists them by name."""
    reached = {outcome.situation for outcome in outcomes(chooser)}
    return tuple(s for s in kit.situations.values() if s.id not in reached)


def note_link(situation: Situation) -> Link:
    """Return the link to a situation's page."""
    return Link(f"{HOME}kit/situations/{situation.id}/", situation.title)


def further_links(end: End) -> tuple[Link, ...]:
    """Return the links to the pages that a piece of advice names as Markdown files."""
    return tuple(Link(HOME + page_address(page.path), page.words) for page in end.further)


def page_address(path: str) -> str:
    """Return the address below the site's root of a Markdown file below docs/, anchor kept."""
    file, _, anchor = path.partition("#")
    folder = re.sub(r"(^|/)index$", r"\1", file.removesuffix(".md"))
    address = folder if folder in ("",) or folder.endswith("/") else f"{folder}/"
    return f"{address}#{anchor}" if anchor else address


def _row(kit: Kit, chooser: Chooser, number: Mapping[str, int], answer: Answer) -> Row:
    note = note_link(kit.situations[answer.situation]) if answer.situation else None
    if answer.end is not None:
        return Row(answer, note, Link(f"#end-{answer.end}", chooser.ends[answer.end].title))
    following = answer.next or chooser.first
    return Row(answer, note, Link(f"#question-{following}", f"question {number[following]}"))


def _called_for(chooser: Chooser) -> set[str | None]:
    return {a.situation for q in chooser.questions.values() for a in q.answers}
