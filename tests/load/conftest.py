"""Kits small enough to read, and what goes wrong in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.assemble import assemble_kit
from generator.load.svg.reader import Drawn, read_svg
from generator.model.length import Size, mm
from generator.model.problem import Problem, Problems

PALETTES = """\
ink:
  name: Ink
  paper: {rgb: "#FFF", cmyk: [0, 0, 0, 0]}
  ink: {rgb: "#111111", cmyk: [0, 0, 0, 100]}
  accent: {rgb: "#223355"}
  second: {rgb: "#CCCCCC"}
  muted: {rgb: "#666666"}
"""
TYPEFACES = """\
roles: {text: serif, hand: script}
faces:
  serif: {package: fonts, upright: A.ttf, italic: B.ttf, weights: [400, 700], licence: OFL-1.1}
  script: {package: p, upright: C.ttf, weights: [400], fallback: [serif-italic], licence: OFL-1.1}
last_resort:
  - {face: serif, scale: 0.96, index: {ja: 0, zh: 2}}
"""
FORMATS = """\
us-a2:
  name: A2
  trim: [4.25in, 5.5in]
  folds: [flat, side]
  envelopes: {us: [{name: A2, size: [5.75in, 4.375in]}]}
  source: test
iso-a6:
  name: A6
  trim: [105, 148]
  folds: [flat]
  source: test
"""
DESIGN = """\
name: Plain
summary: Nothing on it.
family: typographic
formats: [us-a2, iso-a6]
palettes: [ink]
panels:
  flat: {front: card, back: none}
  side: {front: cover, inside: letter, inside-left: none, back: none}
slots:
  message: {typeface: text, size: 9pt..13pt, leading: 1.45, colour: ink}
  signature: {typeface: hand, size: 14pt, colour: accent}
"""
SITUATION = """\
title: No
group: After a no
to: the manager
when: {from: 0d, by: 2d, card_by: 2w}
medium: {email: yes, card: when they helped}
must_say:
  - {id: thanks, text: thank you}
fields: {chair: {label: Who chaired, example: Ms Lee}}
wordings:
  warm:
    card: {text: "Thank you, {{ recipient }}. Greet {{ chair }}.", covers: {thanks: "Thank you,"}}
sources: [muse]
"""
FILES = {
    "assets/kit.yml": "owner: Robin Ellis\npublish: {formats: [us-a2]}\n",
    "assets/palettes.yml": PALETTES,
    "assets/typefaces.yml": TYPEFACES,
    "assets/formats.yml": FORMATS,
    "assets/sources.yml": "muse: {title: t, who: w, year: 2021, kind: guide, note: n}\n",
    "assets/designs/plain/design.yml": DESIGN,
    "assets/situations/no.yml": SITUATION,
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a kit with one of everything."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


Edit = Callable[..., None]


@pytest.fixture
def edit(small: Path) -> Edit:
    """Return a function that replaces one stretch of one file of the small kit."""

    def run(name: str, old: str, new: str) -> None:
        path = small / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    return run


@pytest.fixture
def problems(small: Path) -> Callable[[], tuple[Problem, ...]]:
    """Return a function that loads the small kit and returns its Problems."""

    def run() -> tuple[Problem, ...]:
        with pytest.raises(Problems) as found:
            assemble_kit(small)
        return found.value.problems

    return run


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 110 110">\n{}\n</svg>'
SQUARE = Size(mm(100), mm(100))
COLOURS = {"#a04e2e": "accent", "#ffffff": "paper", "#000000": "ink"}


@pytest.fixture
def draw() -> Callable[[str], Drawn]:
    """Return a function that reads elements drawn on a card of 100 mm square."""
    return lambda elements: read_svg(SVG.format(elements), "a.svg", SQUARE, COLOURS)


@pytest.fixture
def refused() -> Callable[[str], Problem]:
    """Return a function that reads elements and returns the one Problem that they make."""

    def run(elements: str) -> Problem:
        with pytest.raises(Problems) as found:
            read_svg(SVG.format(elements), "a.svg", SQUARE, COLOURS)
        (problem,) = found.value.problems
        return problem

    return run
