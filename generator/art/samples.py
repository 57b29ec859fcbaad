"""How each ornament looks: calls as a drawing writes them, on a field of 60 × 40 mm."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FIELD = (60, 40)
"""Width and height of the field that a sample is drawn on, in mm."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One call of an ornament, the role that it is painted in, filled or as a line in mm."""

    call: str
    role: str = "accent"
    paint: Literal["fill", "stroke"] = "fill"
    width: float = 0.25


def _line(call: str, role: str = "accent", width: float = 0.25) -> Sample:
    return Sample(call, role, "stroke", width)


DART_INKS = {"inside": "accent", "keel": "accent-62", "far": "accent-36", "near": "second-40"}

SAMPLES: Mapping[str, tuple[Sample, ...]] = {
    "ampersand": (Sample("art.ampersand(12, 4, 31, seed)"),),
    "ampersand_lines": (_line("art.ampersand_lines(12, 4, 31, seed, count=7)"),),
    "arch": (
        _line("art.arch(14, 3, 32, 40)", width=0.7),
        _line("art.arch(17, 6, 26, 40)"),
    ),
    "asanoha": (_line("art.asanoha(0, 0, 60, 40, 12)"),),
    "asanoha_stars": (
        _line("art.asanoha(0, 0, 60, 40, 12)", "second"),
        _line("art.asanoha_stars(0, 0, 60, 40, 12, seed, share=0.2)"),
    ),
    "arabesque": (
        Sample("art.arabesque(30, 4, 5, 5, seed)"),
        Sample("art.arabesque(30, 14, 3, 5, seed, row=1)"),
        Sample("art.arabesque(30, 24, 1, 5, seed, row=2)"),
    ),
    "asterism": (Sample("art.asterism(30, 20, 30)"),),
    "cancel_waves": (_line("art.cancel_waves(2, 8, 56, 24, seed)", width=0.4),),
    "composition": tuple(
        Sample(f"art.composition(6, 4, 8, seed, part='{part}', columns=6, rows=4)", role)
        for part, role in (("first", "accent"), ("second", "second"), ("third", "ink"))
    ),
    "compass": (
        _line("art.compass(30, 21, 16, seed, part='ring')", "second"),
        Sample("art.compass(30, 21, 16, seed, part='north')"),
        *(
            Sample(f"art.compass(30, 21, 16, seed, part='{part}', rank={rank})", role)
            for rank in range(3)
            for part, role in (("shade", "accent"), ("light", "accent-25"))
        ),
    ),
    "contour": (
        Sample(
            "art.contour(0, 0, 60, 40, seed, part='water', hills=34, lake=(26, 20, 11, 7))",
            "second-30",
        ),
        _line("art.contour(0, 0, 60, 40, seed, part='shore', hills=34, lake=(26, 20, 11, 7))"),
        _line("art.contour(0, 0, 60, 40, seed, hills=34, lake=(26, 20, 11, 7))", "accent-60", 0.14),
    ),
    "creases": (
        _line("art.creases(19, 4, 22)"),
        Sample("art.creases(19, 4, 22, hidden=True)", "second", "stroke"),
    ),
    "crozier": (
        Sample("art.crozier(34, 38, 34, seed)"),
        Sample("art.crozier(34, 38, 34, seed, part='buds')"),
    ),
    "dart": tuple(
        Sample(f"art.dart(52, 8, 44, part='{part}')", role) for part, role in DART_INKS.items()
    ),
    "door": (
        Sample("art.door(24, 6, 12, 26, part='light', reach=24)", "second-40"),
        Sample("art.door(24, 6, 12, 26, part='leaf')"),
        Sample("art.door(24, 6, 12, 26, part='edge')", "ink"),
    ),
    "fan": (
        Sample("art.fan(30, 32, 8, 27)", "second"),
        Sample("art.fan(30, 32, 8, 23.5, share=0.34)"),
    ),
    "fern": (
        Sample("art.fern(2, 34, 60, seed, angle=-32, breadth=0.24, pairs=18)"),
        Sample("art.fern(2, 34, 60, seed, part='stipe', angle=-32, breadth=0.24, pairs=18)"),
    ),
    "fleuron": (Sample("art.fleuron(30, 20, 40)"),),
    "flight": (
        Sample("art.flight(-2, 26, 54, 10, seed, part='dots', length=14)"),
        *(
            Sample(f"art.flight(-2, 26, 54, 10, seed, part='{part}', length=14)", role)
            for part, role in DART_INKS.items()
        ),
    ),
    "frame": (
        _line("art.frame(4, 4, 52, 32, hollow=4)"),
        _line("art.frame(6, 6, 48, 28)", "second"),
    ),
    "furniture": tuple(
        Sample(f"art.furniture(0, 0, 60, 40, seed, around=(20, 13, 20, 10), tone={tone})", role)
        for tone, role in enumerate(("accent", "accent-70", "accent-40"))
    ),
    "guilloche_band": (_line("art.guilloche_band(0, 12, 60, 16, seed, strands=11, pitch=20)"),),
    "hemp_leaf": (_line("art.hemp_leaf(30, 20, 18)"),),
    "hill": (
        Sample("art.hill(0, 14, 60, 10, seed, layer=0, peaks=3, foot=40)", "accent-30"),
        Sample("art.hill(0, 22, 60, 12, seed, layer=1, peaks=2, foot=40)"),
    ),
    "lozenge": (Sample("art.lozenge(30, 20, 14, 10)"),),
    "palmette": (
        _line("art.palmette(30, 34, 28, spread=100)"),
        _line("art.palmette(30, 34, 28, spread=100, part='veins')", "second"),
    ),
    "pearls": (Sample("art.pearls(30, 20, 40, 30, pearl=1.4, pitch=2.6)"),),
    "postmark": tuple(
        _line(f"art.postmark(30, 20, 17, part='{part}')", "ink", 0.35)
        for part in ("rings", "bridge", "hatch")
    ),
    "meadow": (
        Sample("art.meadow(0, 42, 60, 38, seed, part='blades')"),
        _line("art.meadow(0, 42, 60, 38, seed)"),
        _line("art.meadow(0, 42, 60, 38, seed, part='rays')", "accent", 0.12),
        Sample("art.meadow(0, 42, 60, 38, seed, part='petals')", "second"),
        Sample("art.meadow(0, 42, 60, 38, seed, part='seeds')"),
    ),
    "olive": (
        Sample(
            "art.olive(62, 4, 66, seed, angle=158, bend=-20, shoots=1, part='silver')", "second"
        ),
        Sample(
            "art.olive(62, 4, 66, seed, angle=158, bend=-20, shoots=1, part='leaves')", "accent-80"
        ),
        _line(
            "art.olive(62, 4, 66, seed, angle=158, bend=-20, shoots=1, part='ribs')", "paper", 0.12
        ),
        Sample("art.olive(62, 4, 66, seed, angle=158, bend=-20, shoots=1, part='stem')"),
        Sample("art.olive(62, 4, 66, seed, angle=158, bend=-20, shoots=1, part='fruits')", "ink"),
    ),
    "quatrefoil": (
        _line("art.quatrefoil(30, 20, 52, 32)", width=0.5),
        _line("art.quatrefoil(30, 20, 49, 29)", "second"),
    ),
    "rays": (Sample("art.rays(30, 20, 6, 19, count=36)"),),
    "ribs": (_line("art.ribs(16, 2, 28, 36, pitch=0.9)"),),
    "morse": (
        Sample("art.morse(2, 13, 1.6, seed, width=56)", "second"),
        Sample("art.morse(30, 20, 0.65, 'Thank you', align='center')"),
        Sample("art.morse(2, 27, 1.6, seed, width=56)", "second"),
    ),
    "ridge": (_line("art.ridge(0, 14, 60, 14, seed, peaks=3)"),),
    "rim": (
        _line("art.rim(30, 20, 48, 36, deep=5)", width=0.25),
        _line("art.pearls(30, 20, 34, 22, pearl=0.8)", "second"),
    ),
    "rosette": (_line("art.rosette(30, 20, 8, 19, seed)"),),
    "running_stitch": (
        _line("art.running_stitch(6, 14, 54, 14)", width=0.5),
        _line("art.running_stitch(6, 26, 54, 26, stitch=6)", "second", 0.8),
    ),
    "scroll": (
        _line("art.scroll(12, 27, 48, 27, thick=4)"),
        _line("art.scroll(12, 27, 48, 27, thick=4, part='shade')", width=0.15),
    ),
    "scrollwork": (
        _line("art.scrollwork(30, 20, 46)"),
        _line("art.scrollwork(30, 20, 46, part='shade')", width=0.15),
        Sample("art.scrollwork(30, 20, 46, part='eyes')"),
    ),
    "seigaiha": (_line("art.seigaiha(0, 0, 60, 40, 8)"),),
    "seigaiha_scales": (
        _line("art.seigaiha(0, 0, 60, 40, 8)", "second"),
        Sample("art.seigaiha_scales(0, 0, 60, 40, 8, seed, share=0.3)", "accent-60"),
    ),
    "skyline": (_line("art.skyline(0, 60, seed, layers=[(10, 10, 4), (18, 12, 3), (28, 12, 2)])"),),
    "sprig": (
        Sample("art.sprig(10, 30, 42, seed, angle=-25, part='leaves')"),
        _line("art.sprig(10, 30, 42, seed, angle=-25, part='stem')"),
    ),
    "stamp": (
        Sample("art.stamp(16, 4, 28, 32)", "second-50"),
        Sample("art.frame(19, 7, 22, 26)"),
    ),
    "sunburst": (Sample("art.sunburst(30, 20, 7, 19, seed)"),),
    "truchet": (
        _line("art.truchet(-2, -2, 8, 8, 6, seed)", "second"),
        _line("art.truchet(-2, -2, 8, 8, 6, seed, part='way')"),
    ),
    "terrazzo": tuple(
        Sample(f"art.terrazzo(0, 0, 60, 40, seed, ink={ink}, size=6)", role)
        for ink, role in enumerate(("accent", "second", "muted-70", "accent-35"))
    ),
    "turned_page": (
        Sample("art.turned_page(60, 40, 28, 34, part='shade')", "second-40"),
        Sample("art.turned_page(60, 40, 28, 34, part='next')"),
        Sample("art.turned_page(60, 40, 28, 34, part='back')", "second"),
    ),
    "watered": (
        _line("art.ribs(16, 2, 28, 36, pitch=0.9)"),
        _line("art.watered(16, 2, 28, 36, seed, pitch=0.9)"),
    ),
    "wreath": (
        Sample("art.wreath(30, 20, 15, seed, part='leaves')"),
        Sample("art.wreath(30, 20, 15, seed, part='young')", "second"),
        _line("art.wreath(30, 20, 15, seed, part='stem')"),
    ),
}
"""By ornament: what is drawn, one over another. A figure may reach beyond the field and is cut."""


def sample_svg(ornament: str) -> str:
    """Return a computed drawing (SVG with Jinja2) of an ornament's sample; raises KeyError."""
    paths = "\n".join(
        f'  <path d="{{{{ {one.call} }}}}" fill="{{{{ palette[\'{one.role}\'] }}}}"/>'
        if one.paint == "fill"
        else f'  <path d="{{{{ {one.call} }}}}" fill="none" stroke-width="{one.width}" '
        f"stroke=\"{{{{ palette['{one.role}'] }}}}\"/>"
        for one in SAMPLES[ornament]
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{{ card.viewbox }}">\n'
        + paths
        + "\n</svg>\n"
    )
