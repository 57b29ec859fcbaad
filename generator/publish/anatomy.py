"""An annotated card: the sample note as the kit sets it, a number at each of its parts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.load.sample import Sample
from generator.load.wording import parse_wording
from generator.model.kit import Kit
from generator.model.order import Order
from generator.model.scene import Scene, Text
from generator.publish.fill import fill_order
from generator.publish.markup import environment
from generator.publish.pictures import shown_pictures
from generator.publish.plan import HERO, Plan, Shot
from generator.words.evaluate import evaluate

PART = "parts/anatomy.html"
PLAIN = str.maketrans({"\u00a0": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
"""What the typographer sets for what a writer types, letter for letter."""


CROWDED = 7.5
"""Percent of the card's height between two numbers on one side, so that they do not touch."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered part: how far down the card its line is, in percent, on which side, its words."""

    number: int
    down: float
    side: str
    words: str


def render_anatomy(
    kit: Kit, plan: Plan, sample: Sample, scene: Callable[[Order, str], Scene]
) -> Mapping[str, bytes]:
    """Return the annotated card as a part for a page; empty where no card shows a sample."""
    shot = _shot(plan)
    if shot is None:
        return {PART: b""}
    design = kit.designs[shot.order.design]
    shown = next(
        p for p in shown_pictures(kit, plan, design) if p.is_sample and p.panel == shot.panel
    )
    marks = _marks(kit, sample, scene(fill_order(kit, sample, shot), shot.panel))
    values = {"shown": shown, "marks": marks, "design": design}
    text = environment().get_template("anatomy.html.j2").render(values)
    return {PART: text.encode()}


def _shot(plan: Plan) -> Shot | None:
    """Return the sample that holds a whole note: the first design's, the guide's own first."""
    samples = [s for s in plan.shots if s.words == "sample" and s.order.fold == "flat"]
    return next((s for s in samples if s.order.design == HERO), samples[0] if samples else None)


def _marks(kit: Kit, sample: Sample, scene: Scene) -> tuple[Mark, ...]:
    texts = {item.slot: item for item in scene.items if isinstance(item, Text)}
    message = texts["message"]
    places = sorted(_parts(kit, sample, message))
    marks = list[Mark]()
    for number, (at, words) in enumerate(places, 1):
        line = next(i for i, line in enumerate(message.lines) if at < line.end)
        down = _down(message, line, scene)
        last = max((mark.down for mark in marks if mark.side == "left"), default=-CROWDED)
        marks.append(Mark(number, down, "right" if down - last < CROWDED else "left", words))
    if "signature" in texts:
        down = _down(texts["signature"], 0, scene)
        marks.append(Mark(len(marks) + 1, down, "left", "your name, by hand if you like"))
    return tuple(marks)


def _parts(kit: Kit, sample: Sample, message: Text) -> Iterator[tuple[int, str]]:
    """Yield where in the note each part begins: greeting, what must be said, closing."""
    situation = kit.situations[sample.situation]
    note = situation.cards[sample.tone]
    source = message.source.translate(PLAIN)
    said = {must.id: must.text for must in situation.must_say}
    fields = {name: field.example for name, field in situation.fields.items()}
    yield 0, "the greeting, with the name spelled right"
    for id_, wording in note.covers.items():
        at = source.find(_plain(wording, {**fields, **sample.fields}, note.text.where))
        if at > 0:
            yield at, said[id_]
    yield source.rfind("\n\n") + 2, "a closing of two words"


def _plain(cover: str, fields: Mapping[str, str], where: str) -> str:
    return evaluate(parse_wording(cover, where), fields, required=()).translate(PLAIN)


def _down(text: Text, line: int, scene: Scene) -> float:
    """Return how far down the trim the middle of a line's small letters is, in percent."""
    return round((text.lines[line].y - text.size // 4) * 100 / scene.trim.height, 1)
