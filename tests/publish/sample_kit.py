"""A small kit made by hand, so that pages can be tested without reading a file."""

from dataclasses import replace
from pathlib import Path

from generator.model.kit import (
    Design,
    Envelope,
    FieldSpec,
    Fold,
    Format,
    Kit,
    Medium,
    MustSay,
    Note,
    Palette,
    Publish,
    Settings,
    Situation,
    Source,
    Typeface,
    Typefaces,
    When,
)
from generator.model.length import Size, mm
from generator.model.paint import Ink
from generator.model.wording import Field, If, Node, Wording, Words
from generator.publish.plan import Plan, plan_pictures


def wording(*nodes: Node | str) -> Wording:
    """Return a wording in which plain strings are words."""
    return Wording(tuple(Words(n) if isinstance(n, str) else n for n in nodes))


def palette(id_: str) -> Palette:
    colours = {
        "paper": (246, 239, 230),
        "ink": (51, 38, 31),
        "accent": (164, 80, 47),
        "second": (201, 162, 126),
        "muted": (140, 122, 107),
    }
    return Palette(id_, id_.title(), {role: Ink(role, rgb) for role, rgb in colours.items()})


def design(id_: str, family: str, **changes: object) -> Design:
    panels: dict[Fold, dict[str, str | None]] = {
        "flat": {"front": "card", "back": "colophon"},
        "side": {"front": "cover", "inside": "letter", "inside-left": None, "back": "colophon"},
    }
    made = Design(
        id=id_,
        name=id_.replace("-", " ").title(),
        summary=f"{id_}: one idea, a lot of air. For the note after a no.",
        family=family,
        use=("rejection", "anytime"),
        orientation="portrait",
        formats=("us-a2", "iso-a6"),
        palettes=("ink", "clay", "moss"),
        panels=panels,
        liner=None,
        colours={},
        slots={},
        folder=Path(),
        where="",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def situation(id_: str, **changes: object) -> Situation:
    body = wording(
        "Dear ",
        Field("recipient"),
        ",\n\nThank you for telling me",
        If("company", (Words(" about "), Field("company"))),
        ".\nI was glad of it.\n\nYours,\n",
        Field("sender"),
    )
    made = Situation(
        id=id_,
        title="The hiring manager said no",
        summary="",
        group="After a no",
        to="the hiring manager",
        when=When(0, 2, 14),
        medium=Medium("yes", "when they truly helped"),
        must_say=(MustSay("thanks", "thanks for telling me"),),
        avoid=("asking them to reconsider",),
        fields={"interviewer": FieldSpec("Who interviewed you", "the chair", False)},
        cards={"warm": Note(None, body, {})},
        emails={
            "warm": Note(wording("Thank you, ", Field("recipient")), body, {}),
            "plain": Note(wording("Thank you"), wording("Thanks, ", Field("interviewer")), {}),
        },
        sources=("one",),
        where="",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sample_kit(**changes: object) -> Kit:
    """Return a kit of two designs in three palettes, two formats and one situation."""
    letter = Format(
        "us-a2",
        "A2 note card",
        Size(306_000, 396_000),
        ("flat", "side"),
        (Envelope("A2", Size(315_000, 414_000), "US"),),
        "",
    )
    iso = Format("iso-a6", "A6", Size(mm(105), mm(148)), ("flat", "side", "tent"), (), "")
    face = Typeface(
        "eb-garamond",
        "fontpkg-eb-garamond",
        "OFL-1.1",
        "EBGaramond[wght].ttf",
        None,
        (400,),
        {},
        0,
        (),
        1000,
        "",
    )
    made = Kit(
        root=Path(__file__).parent,
        settings=Settings(
            name="Afternote",
            owner="Your Name",
            locale="en-US",
            format="us-a2",
            palette="ink",
            seed="Your Name",
            site_url="https://example.org/afternote/",
            designs=("open-door", "laurel"),
            publish=Publish("first", ("us-a2", "iso-a6"), ("flat", "side")),
        ),
        palettes={p: palette(p) for p in ("ink", "clay", "moss")},
        typefaces=Typefaces({"text": "eb-garamond"}, {"eb-garamond": face}, ()),
        formats={"us-a2": letter, "iso-a6": iso},
        designs={
            "open-door": design("open-door", "metaphor"),
            "laurel": design("laurel", "botanical", orientation="landscape"),
        },
        situations={"hiring-manager": situation("hiring-manager")},
        sources={"one": Source("one", "Thank-you letters", "A writing lab", 2021, "guide", "")},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sample_plan(kit: Kit) -> Plan:
    """Return the plan of a kit whose message stands inside, or on the front of a flat card."""
    return plan_pictures(kit, lambda order: "front" if order.fold == "flat" else "inside")
