"""The verb `guides`: a ruled under-sheet for a card's writing panel, as a PDF."""

from dataclasses import dataclass
from pathlib import Path

from generator.layout.guides import (
    PRACTICE,
    SEYES,
    Ruling,
    guide_sheet,
    panel_box,
    paper_for,
    practice_sheet,
    trace_sheet,
)
from generator.load.kit import load_kit
from generator.load.length import parse_length
from generator.model.kit import Format, Kit
from generator.model.length import MPT_PER_INCH, Mpt, Size, mm
from generator.model.paint import Ink
from generator.model.paper import PAPERS, usual_paper
from generator.model.problem import Problem, Problems
from generator.model.scene import Scene
from generator.orders import Asked, take_words
from generator.press import Press
from generator.text.style import Style
from generator.write_pages import check_pdf_name, known_format, write_pages

LEAST: Mpt = mm(4)
MOST: Mpt = mm(20)
STEEPEST = 45


@dataclass(frozen=True, slots=True)
class AskedGuides:
    """What the command line says; `format` is the kit's if None, `note` holds words to trace."""

    out: Path
    format: str | None
    fold: str
    line: str
    x_height: float | None
    slant: int
    landscape: bool
    note: Asked
    practice: bool


def write_guides(root: Path, asked: AskedGuides) -> None:
    """Write an under-sheet, with the words to trace if there are any; raises Problems, all."""
    kit = load_kit(root)
    problems: list[Problem] = []
    format_ = known_format(kit, asked.format or kit.settings.format, problems)
    check_pdf_name(asked.out, problems)
    ruling = _ruling(asked, problems)
    words = _words(kit, asked.note, problems)
    if asked.practice and words:
        what = "a practice page has words of its own"
        problems.append(Problem("--practice", what, "leave out the note or --practice"))
    if format_ is not None:
        _check_fold(format_, asked.fold, problems)
    if problems or format_ is None or ruling is None:
        raise Problems(problems)
    panel = format_.size.turned() if asked.landscape else format_.size
    scene = _sheet(kit, format_, panel, ruling, words, asked)
    what = "Practice page" if asked.practice else f"Ruled guide for {format_.name}"
    write_pages(asked.out, (scene,), what)


def _sheet(
    kit: Kit, format_: Format, panel: Size, ruling: Ruling, words: str, asked: AskedGuides
) -> Scene:
    press, paper = Press(kit), paper_for(PAPERS[usual_paper(kit.settings.locale)], panel)
    pitch = round(ruling.pitch * 25.4 / MPT_PER_INCH, 2)
    kind = "Seyès squares" if ruling.seyes else f"lines {pitch:g} mm apart"
    if asked.practice:
        return _practice(press, paper, ruling, kind)
    fold = "" if asked.fold == "flat" else f", {asked.fold} fold"
    title = f"{format_.name}{fold}: {kind}. Cut out, slip under, write above."
    sheet = guide_sheet(paper, panel, ruling, title, press.faces("sans", 400, False, title))
    if not words:
        return sheet
    return trace_sheet(sheet, panel_box(paper, panel), ruling, words, _hand(press, words))


def _practice(press: Press, paper: Size, ruling: Ruling, kind: str) -> Scene:
    title = f"Practice page, {kind}. Write over the grey, then below it."
    faces = press.faces("sans", 400, False, title)
    return practice_sheet(paper, ruling, title, faces, _hand(press, " ".join(PRACTICE)))


def _hand(press: Press, words: str) -> Style:
    """Return the script face that is written over; the sheet decides its size and grey."""
    faces = press.faces("hand", 400, False, words)
    return Style(slot="note", faces=faces, size=(1, 1), ink=Ink("muted"))


def _check_fold(format_: Format, fold: str, problems: list[Problem]) -> None:
    if fold not in format_.folds:
        what = f"{format_.id} has no {fold} fold"
        problems.append(Problem("--fold", what, f"it has: {', '.join(format_.folds)}"))


def _ruling(asked: AskedGuides, problems: list[Problem]) -> Ruling | None:
    seyes = asked.line.casefold().replace("è", "e") == "seyes"
    pitch = SEYES
    before = len(problems)
    try:
        pitch = SEYES if seyes else parse_length(asked.line)
    except ValueError as error:
        problems.append(Problem("--line", f"{asked.line!r} is no pitch of lines", str(error)))
    if not LEAST <= pitch <= MOST:
        hint = "write 4mm to 20mm (6.4, 7.1, 8, 8.7 and 10mm are usual), or seyes"
        problems.append(Problem("--line", f"no hand writes on lines {asked.line} apart", hint))
    if asked.x_height is not None and not 0.2 <= asked.x_height <= 0.8:
        what = f"{asked.x_height:g} is no x-height"
        problems.append(Problem("--x-height", what, "write 0.2 to 0.8 of a line; 0.45 is usual"))
    if abs(asked.slant) > STEEPEST:
        what = f"{asked.slant} degrees is no slant of a hand"
        problems.append(Problem("--slant", what, f"write -{STEEPEST} to {STEEPEST}"))
    if len(problems) > before:
        return None
    return Ruling(pitch, round((asked.x_height or 0) * 1000), asked.slant, seyes)


def _words(kit: Kit, note: Asked, problems: list[Problem]) -> str:
    try:
        return take_words(kit, note)
    except Problems as found:
        problems.extend(found.problems)
        return ""
