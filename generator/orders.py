"""The command line's words for a card, checked against the kit and made into an Order."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TypeVar, cast, get_args

from generator.load.length import parse_length
from generator.load.note import read_note
from generator.model.kit import (
    FIELDS,
    FOLDS,
    FORMS,
    TONES,
    Design,
    Fold,
    Form,
    Kit,
    Situation,
    Tone,
)
from generator.model.length import mm
from generator.model.order import DEFAULT_BLEED, Order
from generator.model.problem import Problem, Problems
from generator.words.evaluate import evaluate

Orientation = Literal["portrait", "landscape"]
USUAL_SITUATION = "rejected-after-interviews"
"""Whose wording a card takes when it has a recipient but no words of its own."""
MOST_BLEED = mm(5)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `card` as typed; None where one was left out."""

    design: str
    format: str | None = None
    fold: str = "flat"
    palette: str | None = None
    situation: str | None = None
    tone: str = "warm"
    lang: str | None = None
    text: str | None = None
    fields: tuple[str, ...] = ()
    form: str = "bleed"
    bleed: str | None = None
    orientation: str | None = None


def take_order(kit: Kit, asked: Asked) -> Order:
    """Return the Order that the options ask for.

    Raises Problems for every option that names nothing in the kit or does not go with the design.
    """
    desk = _Desk()
    design = desk.pick("--design", asked.design, kit.designs, "design")
    tone = desk.choose("--tone", asked.tone, TONES)
    form = desk.choose("--form", asked.form, FORMS)
    fold = desk.choose("--fold", asked.fold, FOLDS)
    bleed = desk.bleed(asked.bleed)
    fields = desk.fields(asked.fields)
    situation = desk.situation(kit, asked, fields)
    desk.known_fields(fields, situation)
    if design is None:
        raise Problems(desk.problems)
    order = Order(
        design=design.id,
        format=desk.format(kit, design, asked.format),
        fold=desk.fold(design, cast(Fold, fold)),
        palette=desk.palette(kit, design, asked.palette),
        form=cast(Form, form),
        orientation=desk.orientation(design, asked.orientation),
        bleed=bleed,
        lang=asked.lang or kit.settings.locale,
        message=desk.message(
            asked,
            situation,
            cast(Tone, tone),
            {
                "sender": kit.settings.owner,
                **fields,
            },
        ),
        fields={"sender": kit.settings.owner, **fields},
    )
    if order.format and order.fold not in kit.formats[order.format].folds:
        desk.wrong(
            "--fold",
            f"{order.format} has no {order.fold} fold",
            f"it has: {', '.join(kit.formats[order.format].folds)}",
        )
    if desk.problems:
        raise Problems(desk.problems)
    return order


def take_words(kit: Kit, asked: Asked) -> str:
    """Return the note that the options ask for, whatever the card; "" for none; raises Problems."""
    desk = _Desk()
    tone = desk.choose("--tone", asked.tone, TONES)
    fields = {"sender": kit.settings.owner, **desk.fields(asked.fields)}
    situation = desk.situation(kit, asked, fields)
    desk.known_fields(fields, situation)
    words = desk.message(asked, situation, cast(Tone, tone), fields)
    if desk.problems:
        raise Problems(desk.problems)
    return words


class _Desk:
    """Checks one option after another and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, option: str, what: str, hint: str) -> None:
        self.problems.append(Problem(option, what, hint))

    def pick(self, option: str, name: str, known: Mapping[str, Value], noun: str) -> Value | None:
        """Return what an id names; a Problem names the nearest known one."""
        if name not in known:
            near = get_close_matches(name, known, 1, 0.4)
            hint = f"did you mean {near[0]}? " if near else ""
            self.wrong(option, f"there is no {noun} {name!r}", hint + f"known: {', '.join(known)}")
            return None
        return known[name]

    def choose(self, option: str, value: str, known: tuple[str, ...]) -> str:
        """Return a value if it is one of a few, else the first of them and a Problem."""
        self.pick(option, value, dict.fromkeys(known, True), "value")
        return value if value in known else known[0]

    def bleed(self, text: str | None) -> int:
        """Return the bleed in 1/1000 pt, 0 to 5 mm."""
        if text is None:
            return DEFAULT_BLEED
        try:
            length = parse_length(text)
        except ValueError as error:
            self.wrong("--bleed", f"{text!r} is no length", str(error))
            return DEFAULT_BLEED
        if not 0 <= length <= MOST_BLEED:
            self.wrong(
                "--bleed",
                f"{text} is out of range",
                "designs are drawn to a bleed of 5 mm: take 0 to 5mm",
            )
        return length

    def fields(self, pairs: tuple[str, ...]) -> dict[str, str]:
        """Return `--set` pairs as values."""
        fields: dict[str, str] = {}
        for pair in pairs:
            name, equals, value = pair.partition("=")
            if not equals or not name.isidentifier():
                self.wrong("--set", f"{pair!r} is no field=value", "write --set recipient='Ms Lee'")
                continue
            fields[name] = value
        return fields

    def known_fields(self, fields: Mapping[str, str], situation: Situation | None) -> None:
        """Keep a Problem for each field that neither every card nor the situation has."""
        known = dict.fromkeys((*FIELDS, *(situation.fields if situation else ())), True)
        for name in fields:
            self.pick("--set", name, known, "field")

    def situation(self, kit: Kit, asked: Asked, fields: Mapping[str, str]) -> Situation | None:
        """Return the situation that the words come from, if they come from one."""
        if asked.text is not None:
            if asked.situation is not None:
                self.wrong("--text", "a card has one text", "leave out --text or --situation")
            return None
        name = asked.situation
        if name is None and fields.get("recipient"):
            name = USUAL_SITUATION
        return self.pick("--situation", name, kit.situations, "situation") if name else None

    def format(self, kit: Kit, design: Design, asked: str | None) -> str:
        """Return the asked format, the kit's if the design has it, or the design's first."""
        if asked is None:
            own = kit.settings.format
            return own if own in design.formats else design.formats[0]
        if self.pick("--format", asked, kit.formats, "format") is None:
            return ""
        if asked not in design.formats:
            self.wrong(
                "--format",
                f"{design.id} is not drawn for {asked}",
                f"it is drawn for: {', '.join(design.formats)}",
            )
        return asked

    def fold(self, design: Design, fold: Fold) -> Fold:
        """Return a fold that the design has."""
        if fold not in design.panels:
            self.wrong(
                "--fold", f"{design.id} has no {fold} fold", f"it has: {', '.join(design.panels)}"
            )
        return fold

    def palette(self, kit: Kit, design: Design, asked: str | None) -> str:
        """Return the asked palette, or the design's first; any palette of the kit will do."""
        if asked is None:
            return design.palettes[0]
        self.pick("--palette", asked, kit.palettes, "palette")
        return asked

    def orientation(self, design: Design, asked: str | None) -> Orientation:
        """Return the way up: the asked one if the design has it, else its first."""
        ways = ("portrait", "landscape") if design.orientation == "both" else (design.orientation,)
        if asked is None:
            return cast(Orientation, ways[0])
        if asked not in ways:
            known = ways if asked in get_args(Orientation) else get_args(Orientation)
            self.wrong(
                "--orientation",
                f"{design.id} is not drawn {asked}",
                f"it is drawn: {', '.join(known)}",
            )
        return cast(Orientation, asked)

    def message(
        self, asked: Asked, situation: Situation | None, tone: Tone, fields: Mapping[str, str]
    ) -> str:
        """Return the note's words: a file's, a situation's, or none."""
        try:
            if asked.text is not None:
                return read_note(asked.text if asked.text == "-" else Path(asked.text))
            if situation is None:
                return ""
            if tone not in situation.cards:
                self.wrong(
                    "--tone",
                    f"{situation.id} has no {tone} card",
                    f"it has: {', '.join(situation.cards)}",
                )
                return ""
            return evaluate(situation.cards[tone].text, fields)
        except Problems as found:
            self.problems.extend(found.problems)
            return ""
