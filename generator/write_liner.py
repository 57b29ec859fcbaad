"""The verb `liner`: a design's envelope liner to cut out, as a PDF."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.layout.envelope import choose_envelope
from generator.layout.liner import liner_words
from generator.load.kit import load_kit
from generator.load.place import suggest
from generator.model.kit import Kit
from generator.model.length import Size
from generator.model.paper import PAPERS, usual_paper
from generator.model.problem import Problem, Problems
from generator.orders import Asked, take_order
from generator.press import Press
from generator.write_envelope import kit_country
from generator.write_pages import check_pdf_name, write_pages

OWN_PAGE = "none"
"""The paper that is none: a page of the liner's own size."""


@dataclass(frozen=True, slots=True)
class AskedLiner:
    """What the command line says beside the design; None where an option was left out."""

    out: Path
    envelope: str | None = None
    paper: str | None = None
    inks: Literal["rgb", "cmyk"] = "rgb"


def write_liner(root: Path, card: Asked, asked: AskedLiner) -> None:
    """Write the liner of a card's envelope, whole or not at all; raises Problems."""
    kit = load_kit(root)
    problems: list[Problem] = []
    check_pdf_name(asked.out, problems)
    page = _page(kit, asked.paper, problems)
    try:
        order = take_order(kit, _any_fold(kit, card))
        format_ = kit.formats[order.format]
        envelope = choose_envelope(format_, kit_country(kit), asked.envelope)
    except Problems as found:
        raise Problems([*problems, *found.problems]) from None
    if problems:
        raise Problems(problems)
    press = Press(kit)
    scene = press.liner(order, envelope, page)
    title = f"{kit.designs[order.design].name}: {liner_words(envelope).partition('.')[0]}"
    write_pages(asked.out, (scene,), title, inks=asked.inks)


def _any_fold(kit: Kit, card: Asked) -> Asked:
    """Return the options with a fold that the design has: its envelope is the same for all."""
    design = kit.designs.get(card.design)
    return replace(card, fold=next(iter(design.panels))) if design else card


def _page(kit: Kit, named: str | None, problems: list[Problem]) -> Size | None:
    paper = named or usual_paper(kit.settings.locale)
    if paper not in (*PAPERS, OWN_PAGE):
        what, hint = f"there is no paper {paper!r}", suggest(paper, (*PAPERS, OWN_PAGE))
        problems.append(Problem("--paper", what, hint))
    return PAPERS.get(paper)
