"""The verbs `sheet` and `calibrate`: cards on paper or on pre-cut stock, and the test sheet."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from generator.find_stock import pick_stock
from generator.layout.calibrate import TITLE, WORDS, draw_test_sheet
from generator.layout.impose import Flip, Piece, Plan, plan_paper, plan_stock, take_piece
from generator.layout.sheet import flip_sentence, has_slug
from generator.load.kit import load_kit
from generator.load.place import suggest
from generator.load.printer import FILE, kept_correction, read_correction
from generator.load.stock import read_stock
from generator.model.kit import Kit
from generator.model.paper import PAPERS, usual_paper
from generator.model.problem import Problem, Problems
from generator.model.scene import Face
from generator.orders import Asked, take_order
from generator.press import Press
from generator.store.files import write_file
from generator.write_pages import check_pdf_name, write_pages


@dataclass(frozen=True, slots=True)
class AskedSheet:
    """The options of `sheet` beside the card's, as typed; None where one was left out."""

    out: Path
    paper: str | None = None
    stock: str | None = None
    start: int | None = None
    skip: str | None = None
    flip: str = "long"
    correction: Mapping[str, str | None] = field(default_factory=dict)
    inks: Literal["rgb", "cmyk"] = "rgb"


def write_sheet(root: Path, card: Asked, asked: AskedSheet) -> None:
    """Write a sheet of copies of one card as PDF, whole or not at all; raises Problems."""
    kit = load_kit(root)
    skip = _check(kit, asked)
    correction = read_correction(root, asked.correction)
    order = take_order(kit, card)
    if card.text is not None:
        from generator.advise import tell_advice

        tell_advice(root, order)
    press = Press(kit)
    composed = press.compose(order)
    piece = take_piece(composed, order.form)
    paper, plan = _plan(kit, piece, order.form, asked, skip)
    flip = cast(Flip, asked.flip)
    sheet = press.lay_sheet(composed, piece, plan, paper=paper, flip=flip, correction=correction)
    write_pages(asked.out, sheet.sides, composed.title, order.lang, asked.inks)
    two = len(sheet.sides) > 1
    print(f"{len(plan.copies)} on a sheet. {flip_sentence(flip, two=two)}", file=sys.stderr)
    if not has_slug(plan):
        print("The cards leave no room on the sheet for rulers, ring and dot.", file=sys.stderr)


def write_test_sheet(root: Path, paper: str | None, out: Path) -> None:
    """Write the test sheet for a printer as PDF; raises Problems."""
    kit = load_kit(root)
    problems: list[Problem] = []
    check_pdf_name(out, problems)
    named = _paper(kit, paper, problems)
    if problems:
        raise Problems(problems)
    faces: tuple[Face, ...] = Press(kit).faces("sans", 400, False, WORDS)
    write_pages(out, draw_test_sheet(PAPERS[named], faces), TITLE)


def keep_correction(root: Path, asked: Mapping[str, str | None]) -> None:
    """Keep a printer's figures in the local file for every later sheet; raises Problems."""
    words = kept_correction(root, asked)
    try:
        write_file(root / FILE, words.encode())
    except OSError as error:
        what = f"{FILE} cannot be written: {error.strerror}"
        raise Problems([Problem(FILE, what, "give the figures with each sheet")]) from error
    print(f"Kept in {FILE} for every later sheet.", file=sys.stderr)


def _plan(
    kit: Kit, piece: Piece, form: str, asked: AskedSheet, skip: Sequence[int]
) -> tuple[str, Plan]:
    if asked.stock is None:
        paper = asked.paper or usual_paper(kit.settings.locale)
        return paper, plan_paper(piece, PAPERS[paper], form)
    known = read_stock(kit.root)
    stock = pick_stock(known, asked.stock)
    start = 1 if asked.start is None else asked.start
    if not stock.measured:
        print(f"Nobody has measured {stock.id} yet: try on plain paper first.", file=sys.stderr)
    return stock.id, plan_stock(piece, stock, start, skip, tuple(known.values()))


def _check(kit: Kit, asked: AskedSheet) -> tuple[int, ...]:
    """Return the places to skip; raises Problems of all options that stand alone."""
    problems: list[Problem] = []
    check_pdf_name(asked.out, problems)
    _paper(kit, asked.paper, problems)
    if asked.stock is not None and asked.paper is not None:
        problems.append(Problem("--stock", "stock is its own paper", "leave out --paper"))
    if asked.flip not in get_args(Flip):
        hint = "flip on the long edge, or on the short one"
        problems.append(Problem("--flip", f"there is no edge {asked.flip!r}", hint))
    if asked.stock is None and (asked.start is not None or asked.skip is not None):
        what = "--start and --skip count the places of pre-cut stock"
        problems.append(Problem("--stock", what, "name the stock, as --stock avery-8373"))
    skip = list[int]()
    for part in (asked.skip or "").split(","):
        if part.strip().isdecimal():
            skip.append(int(part))
        elif asked.skip is not None:
            problems.append(Problem("--skip", f"{part!r} is no place", "write --skip 2,3"))
    if problems:
        raise Problems(problems)
    return tuple(skip)


def _paper(kit: Kit, asked: str | None, problems: list[Problem]) -> str:
    paper = asked or usual_paper(kit.settings.locale)
    if paper not in PAPERS:
        problems.append(Problem("--paper", f"there is no paper {paper!r}", suggest(paper, PAPERS)))
    return paper
