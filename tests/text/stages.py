"""Run one stage of the type engine on a case of tests/vectors and return integers and strings."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.fonts.library import Library
from generator.model.fitted import Fitted
from generator.model.length import Box
from generator.model.paint import Ink
from generator.text.bidi import embedding_levels, is_plain
from generator.text.breaks import opportunities
from generator.text.case import case_for
from generator.text.fit import set_text
from generator.text.itemise import itemise
from generator.text.lines import Measured, count_lines, even_breaks
from generator.text.script import han_language
from generator.text.shape import shape
from generator.text.style import Style

Case = Mapping[str, Any]
"""What a case gives to its stage; see each function."""


def style_of(library: Library, case: Case) -> Style:
    return Style(
        "message",
        library.stack(case["typeface"], weight=case.get("weight", 400)),
        tuple(case.get("size", (12_000, 12_000))),
        Ink("ink"),
        lang=case.get("lang", "en"),
        leading=case.get("leading", 1400),
        tracking=case.get("tracking", 0),
        features=tuple(case.get("features", ())),
        align=case.get("align", "left"),
        valign=case.get("valign", "top"),
        max_lines=case.get("max_lines"),
    )


def run_itemise(library: Library, case: Case) -> Any:
    """Return the items of one line: start, end, face, level, script."""
    setting = case_for(style_of(library, case))
    text, rtl = case["text"], case.get("rtl", False)
    levels = None if not rtl and is_plain(text) else embedding_levels(text, rtl=rtl)
    items, missing = itemise(text, setting, setting.han(han_language(text)), levels)
    rows = [[i.start, i.end, setting.faces[i.face].id, i.level, i.script] for i in items]
    return {"items": rows, "missing": sorted(missing)}


def run_shape(library: Library, case: Case) -> Any:
    """Return one run: glyphs in visual order, font units, clusters as code points."""
    face = library.face(case["typeface"], weight=case.get("weight", 400))
    run = shape(
        face,
        case["text"],
        case.get("level", 0),
        case["script"],
        case.get("lang", "en"),
        tuple(case.get("features", ())),
        case.get("tracking", 0),
    )
    names = ("gids", "advances", "dx", "dy", "clusters")
    return {**{name: list(getattr(run, name)) for name in names}, "width": run.width}


def run_break(library: Library, case: Case) -> Any:
    """Return the places to break a text, or the breaks of a measured line."""
    if "text" in case:
        return opportunities(case["text"])
    measured = Measured(case["stops"], case["begins"], case["ends"])
    lines = count_lines(measured, case["measure"])
    balance = case.get("balance", False)
    return None if lines is None else even_breaks(measured, case["measure"], balance=balance)


def run_fit(library: Library, case: Case) -> Any:
    """Return a set text: size, height, and x, y, start, end and runs of each line."""
    result = set_text(case["text"], Box(*case["box"]), style_of(library, case))
    if not isinstance(result, Fitted):
        return {"words_over": result.words_over}
    text = result.text
    lines = [
        [line.x, line.y, line.start, line.end, [[run.face.id, run.text] for run in line.runs]]
        for line in text.lines
    ]
    return {"size": text.size, "height": result.height, "rtl": text.rtl, "lines": lines}


STAGES: Mapping[str, Callable[[Library, Case], Any]] = {
    "itemise": run_itemise,
    "shape": run_shape,
    "break": run_break,
    "fit": run_fit,
}
