"""Every shipped drawing, broken in many ways: a Problem in its line, never a traceback."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.load.svg.reader import read_svg
from generator.model.kit import Design, Kit
from generator.model.length import Size, mm
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.publish.plan import first_orientation

SEED = 11
MOST = 240
EACH = 3
"""So many ways to break each template, taken in turns so that all are used."""

PLAIN = {
    "a script": "<script>alert(1)</script>",
    "a handler": '<rect width="9" height="9" onclick="alert(1)" fill="none"/>',
    "something foreign": '<foreignObject width="9" height="9"/>',
    "text": '<text x="9" y="9">Thank you</text>',
    "a picture from outside": '<image href="https://example.org/a.png" width="9" height="9"/>',
    "a use from outside": '<use href="https://example.org/a.svg#a"/>',
    "a use in a circle": '<g id="round"><use href="#round"/></g><use href="#round"/>',
    "circles of uses": '<g id="a1"><use href="#b1"/></g><g id="b1"><use href="#a1"/></g>',
    "a use of nothing": '<use href="#nowhere"/>',
    "a filter": '<rect width="9" height="9" fill="none" filter="url(#f)"/>',
    "an animation": '<animate attributeName="x" dur="1s"/>',
    "bad path data": '<path fill="none" d="M0 0L5 5X9"/>',
    "half a curve": '<path fill="none" d="M0 0C1 1 2"/>',
    "a path without a start": '<path fill="none" d="L5 5"/>',
    "a number that is none": '<path fill="none" d="M0 0LNaN 5"/>',
    "a number without end": '<path fill="none" d="M0 0L1e999 5"/>',
    "a huge number": '<path fill="none" d="M0 0L99999999999 5"/>',
    "a point metres away": '<path fill="none" d="M0 0H900000"/>',
    "a width without end": '<rect width="1e400" height="9" fill="none"/>',
    "a width in furlongs": '<rect width="9furlongs" height="9" fill="none"/>',
    "a negative width": '<rect width="-9" height="9" fill="none"/>',
    "a radius that is none": '<circle cx="9" cy="9" r="wide" fill="none"/>',
    "an odd count of points": '<polygon points="0 0 9" fill="none"/>',
    "a transform that is none": '<g transform="turn(9)"><path fill="none" d="M0 0H9"/></g>',
    "a transform of three": '<g transform="matrix(1 2 3)"><path fill="none" d="M0 0H9"/></g>',
    "a colour that is none": '<rect width="9" height="9" fill="greenish"/>',
    "a colour that nobody mapped": '<rect width="9" height="9" fill="#123456"/>',
    "an unknown gradient": '<rect width="9" height="9" fill="url(#nowhere)"/>',
    "a gradient in a circle": '<linearGradient id="g9" href="#g9"/>'
    '<rect width="9" height="9" fill="url(#g9)"/>',
    "a hairline": '<path d="M0 0H9" fill="none" stroke-width="0.001" class="stroke-accent"/>',
    "a style that is none": '<rect width="9" height="9" style="fill"/>',
    "a rule that is none": "<style>@media print {rect{fill:none}}</style>",
    "an opacity that is none": '<rect width="9" height="9" fill="none" opacity="half"/>',
    "a turned slot": '<rect id="slot-extra" width="9" height="9" transform="rotate(9)"/>',
    "a slot outside": '<rect id="slot-extra" x="900" width="9" height="9"/>',
    "a slot of no size": '<rect id="slot-extra" x="20" y="20"/>',
    "a round slot": '<circle id="slot-extra" cx="30" cy="30" r="9"/>',
    "an unknown element": "<blink/>",
    "an entity": '<path fill="none" d="M0 0H9"/>&nbsp;',
    "an open tag": "<g>",
    "a closed tag": "</g>",
    "an attribute twice": '<rect x="1" x="2" fill="none"/>',
    "a bare ampersand": "<title>Q & A</title>",
    "an attribute without quotes": "<rect width=9/>",
    "deep groups": "<g>" * 99 + "</g>" * 99,
}
"""Lines that break any drawing that they stand in."""
COMPUTED = {
    "an unknown name": "{{ crd.width }}",
    "an unknown property": "{{ card.widht }}",
    "an unknown role": '<rect width="9" height="9" fill="{{ palette.papier }}"/>',
    "an unknown tint": '<rect width="9" height="9" fill="{{ palette[\'accent-400\'] }}"/>',
    "an unknown ornament": "{{ art.rayz(1, 2, 3) }}",
    "an ornament without its values": "{{ art.rosette() }}",
    "an ornament with words": '{{ art.rosette("a", "b", "c", "d") }}',
    "an unknown filter": "{{ seed | reverse_all }}",
    "an unknown test": "{% if seed is lovely %}{% endif %}",
    "half a sum": "{{ 1 + }}",
    "an open block": "{% if form %}",
    "a closed block": "{% endfor %}",
    "an unknown block": "{% repeat 5 %}",
    "an open value": "{{ seed",
    "a division by nothing": "{{ card.width / 0 }}",
    "a division by nothing, whole": "{{ 1 // 0 }}",
    "a remainder of nothing": "{{ 5 % 0 }}",
    "words and numbers": "{{ seed + 1 }}",
    "a number without end": '<path fill="none" d="M0 0L{{ 1e308 * 10 }} 5"/>',
    "a number that is none": '<path fill="none" d="M0 0L{{ 1e308 * 10 - 1e308 * 10 }} 5"/>',
    "a huge power": "{{ 9 ** 999 }}",
    "an endless loop": "{% for i in range(10 ** 9) %}x{% endfor %}",
    "loops in loops": "{% for i in range(999) %}{% for j in range(999) %}x{% endfor %}{% endfor %}",
    "an endless macro": "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    "a loop that calls itself": "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a huge text": '{{ "x" * 10 ** 9 }}',
    "a huge list": "{% set x = [0] * 10 ** 9 %}",
    "a text that doubles": "{% set n = namespace(t='x') %}{% for i in range(99) %}"
    "{% set n.t = n.t ~ n.t %}{% endfor %}",
    "the class of a word": "{{ ''.__class__.__mro__ }}",
    "the globals of a function": "{{ cycler.__init__.__globals__ }}",
    "the globals of an ornament": "{{ art.rosette.__globals__ }}",
    "the inside of the ornaments": "{{ art._ornaments }}",
    "the inside of the palette": "{{ palette.__getitem__.__globals__ }}",
    "a format string": '{{ "{0.__class__}".format(1) }}',
    "an attribute by its name": '{{ seed | attr("__class__") }}',
    "a file from outside": '{% include "../../../../etc/passwd" %}',
    "a file by its path": '{% include "/etc/passwd" %}',
    "a module": '{% import "os" as os %}',
    "a template to build on": '{% extends "base.html" %}',
    "a part that is not there": '{% include "parts/nowhere.svg.j2" %}',
    "a circle of parts": "{% include self._TemplateReference__context.name %}",
}
"""Lines that break any computed drawing that they stand in."""


@dataclass(frozen=True)
class Broken:
    """A way to break a drawing: the file's new bytes, and the lines that a Problem may stand in."""

    file: str
    way: str
    data: bytes
    lines: range

    def __str__(self) -> str:
        return f"{self.file}, lines {self.lines.start}-{self.lines.stop - 1}: {self.way}"


def inserted(file: str, text: str, way: str, line: str) -> Broken:
    """Break a drawing with a line before its last tag, or at the end of a part."""
    head, tag, tail = text.rpartition("</svg>")
    if not tag:
        head, tail = text if text.endswith("\n") else text + "\n", ""
    head = head if head.endswith("\n") else head + "\n"
    at = head.count("\n") + 1
    # A part has no last tag of its own: what it leaves open is seen where it is put in.
    return Broken(file, way, f"{head}{line}\n{tag}{tail}".encode(), range(at, at + 3))


def damaged(file: str, text: str, chance: random.Random) -> Iterator[Broken]:
    """Yield ways to damage the text itself: cut off, not UTF-8, its first tag gone."""
    tags = [match.start() for match in re.finditer(r"<(?:path|rect|g|circle|ellipse)\b", text)]
    cut = chance.choice(tags) + 3 if tags else len(text) // 2
    line = text.count("\n", 0, cut) + 1
    last = text.count("\n") + 1
    yield Broken(file, "cut off", text[:cut].encode(), range(1, line + 1))
    data = text.encode()
    at = chance.randrange(len(data) // 2)
    while data[at] & 0xC0 == 0x80:
        at += 1
    line = data.count(b"\n", 0, at) + 1
    yield Broken(file, "not UTF-8", data[:at] + b"\xff" + data[at:], range(line, line + 1))
    if "<svg" in text:
        line = text.count("\n", 0, text.index("<svg")) + 1
        lines = range(line, last + 1)
        yield Broken(file, "no svg", text.replace("<svg", "<sgv", 1).encode(), range(1, last + 1))
        bad = re.sub(r'viewBox="[^"]*"', 'viewBox="0 0 100"', text, count=1)
        yield Broken(file, "half a viewBox", bad.encode(), lines)
        bad = re.sub(r'viewBox="[^"]*"', 'viewBox="0 0 999 100"', text, count=1)
        yield Broken(file, "another shape", bad.encode(), lines)
        bad = text.replace("<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg", 1)
        yield Broken(file, "an entity declared", bad.encode(), range(1, last + 2))


def every_break(folder: Path) -> list[Broken]:
    """Return ways to break each drawing of each design, all of the ways being used in turn."""
    chance = random.Random(SEED)
    found: list[Broken] = []
    plain, computed = [*PLAIN.items()], [*COMPUTED.items(), *PLAIN.items()]
    for path in sorted(folder.glob("*/**/*.svg*")):
        file = path.relative_to(folder).as_posix()
        text = path.read_text("utf-8")
        ways, count = (plain, 20) if path.suffix == ".svg" else (computed, EACH)
        for _ in range(count):
            ways.append(ways.pop(0))
            found.append(inserted(file, text, *ways[-1]))
        found += chance.sample([*damaged(file, text, chance)], 2)
    # Those that a template shares with plain drawings come last: every way is used once at least.
    sample = next(path for path in sorted(folder.glob("*/*.svg.j2")))
    text, file = sample.read_text("utf-8"), sample.relative_to(folder).as_posix()
    used = {broken.way for broken in found}
    found += [
        inserted(file, text, way, line)
        for way, line in {**PLAIN, **COMPUTED}.items()
        if way not in used
    ]
    return found


def problems_of(kit: Kit, design: Design, inner: str) -> list[Problem]:
    """Return the Problems of the drawings that a file is for, as the press finds them."""
    press = Press(replace(kit, designs=MappingProxyType({design.id: design})))
    stem = inner.partition(".")[0]
    others = {path.name for path in design.folder.iterdir()} - {inner}
    formats = [f for f in design.formats if f".{f}." in inner] or [
        f for f in design.formats if not {f"{stem}.{f}.svg", f"{stem}.{f}.svg.j2"} & others
    ]
    for format_ in formats if "/" in inner else formats[:1]:
        for fold in [f for f in design.panels if f in kit.formats[format_].folds]:
            order = Order(
                design=design.id,
                format=format_,
                fold=fold,
                palette=design.palettes[0],
                orientation=first_orientation(design),
            )
            try:
                press.artworks(order)
                if design.liner is not None and stem in (design.liner, stem * ("/" in inner)):
                    press.liner(order, kit.formats[format_].envelopes[0], None)
            except Problems as wrong:
                return list(wrong.problems)
    return []


@pytest.fixture(scope="module")
def designs(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("designs")
    shutil.copytree(root / "assets/designs", folder, dirs_exist_ok=True)
    return folder


def test_a_broken_drawing_is_a_problem_in_its_line(designs: Path, kit: Kit) -> None:
    breaks = every_break(designs)
    assert {broken.way for broken in breaks} >= {*PLAIN, *COMPUTED}
    chosen = random.Random(SEED).sample(breaks, min(MOST, len(breaks)))
    missed = []
    for broken in chosen:
        path = designs / broken.file
        whole = path.read_bytes()
        name, _, inner = broken.file.partition("/")
        design = replace(kit.designs[name], folder=designs / name)
        path.write_bytes(broken.data)
        try:
            found = problems_of(kit, design, inner)
        except Exception as error:
            missed.append(f"{broken}: {type(error).__name__}: {error}")
            continue
        finally:
            path.write_bytes(whole)
        places = [problem.where.rsplit(":", 2) for problem in found]
        if not any(
            len(place) == 3
            and place[0].endswith(f"/{name}/{inner}")
            and int(place[1]) in broken.lines
            for place in places
        ):
            said = "; ".join(f"{p.where}: {p.what}" for p in found[:2]) or "no Problem"
            missed.append(f"{broken}: {said}")
    assert not missed, "\n".join(missed)
    assert len(chosen) >= 200
    assert len({broken.file for broken in chosen}) > 20


def test_whole_drawings_have_no_problem(designs: Path, kit: Kit) -> None:
    # What the breaks are judged by: the same designs, unbroken.
    for name in ("open-door", "laurel"):
        assert problems_of(kit, replace(kit.designs[name], folder=designs / name), "") == []


@pytest.mark.parametrize("way", PLAIN)
def test_each_way_breaks_a_plain_drawing(way: str, root: Path) -> None:
    text = (root / "assets/designs/open-door/cover.us-a2.svg").read_text("utf-8")
    broken = inserted("cover.svg", text, way, PLAIN[way])
    colours = dict.fromkeys(re.findall("#[0-9a-f]{6}", text), "accent")
    with pytest.raises(Problems) as found:
        drawn = read_svg(broken.data.decode(), "cover.svg", Size(mm(107.95), mm(139.7)), colours)
        # A slot that the design does not know is the press's to find.
        assert "extra" in drawn.slots
        raise Problems([Problem(f"cover.svg:{broken.lines.start}:1", "", "")])
    assert all(int(p.where.split(":")[1]) in broken.lines for p in found.value.problems[:1])
