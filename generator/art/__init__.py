"""Seeded ornaments as path data in millimetres, drawn by rule and small enough to read."""

from collections.abc import Callable, Mapping

from generator.art.ampersand import ampersand, ampersand_lines
from generator.art.arabesque import arabesque
from generator.art.bauhaus import composition
from generator.art.cartouche import palmette, pearls, quatrefoil, rim, scrollwork
from generator.art.compass import compass
from generator.art.contour import contour
from generator.art.doors import door
from generator.art.fans import arch, fan
from generator.art.fern import crozier, fern
from generator.art.fleurons import fleuron
from generator.art.forme import furniture
from generator.art.frames import frame, lozenge, rays
from generator.art.guilloche import guilloche_band, rosette
from generator.art.hills import hill, ridge, skyline
from generator.art.laurel import sprig, wreath
from generator.art.meadow import meadow
from generator.art.moire import ribs, watered
from generator.art.morse import morse
from generator.art.olive import olive
from generator.art.pages import asterism, turned_page
from generator.art.plane import creases, dart, flight
from generator.art.postage import cancel_waves, postmark, stamp
from generator.art.sashiko import asanoha, asanoha_stars, hemp_leaf, running_stitch
from generator.art.scrolls import scroll
from generator.art.seigaiha import seigaiha, seigaiha_scales
from generator.art.sunburst import sunburst
from generator.art.terrazzo import terrazzo
from generator.art.truchet import truchet

ORNAMENTS: Mapping[str, Callable[..., str]] = {
    ornament.__name__: ornament
    for ornament in (
        ampersand,
        ampersand_lines,
        arabesque,
        arch,
        asanoha,
        asanoha_stars,
        asterism,
        cancel_waves,
        compass,
        composition,
        contour,
        creases,
        crozier,
        dart,
        door,
        fan,
        fern,
        fleuron,
        flight,
        frame,
        furniture,
        guilloche_band,
        hemp_leaf,
        hill,
        lozenge,
        meadow,
        morse,
        olive,
        palmette,
        pearls,
        postmark,
        quatrefoil,
        rays,
        ribs,
        ridge,
        rim,
        rosette,
        running_stitch,
        scroll,
        scrollwork,
        seigaiha,
        seigaiha_scales,
        skyline,
        sprig,
        stamp,
        sunburst,
        terrazzo,
        truchet,
        turned_page,
        watered,
        wreath,
    )
}
"""What computed SVGs call as `art.NAME`."""
