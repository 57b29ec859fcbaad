"""A frond's pinnae shorten by rule, stand on both sides, and are no twins."""

from itertools import pairwise

from pathreader import trace

from generator.art.fern import fern


def test_pinnae_shorten_to_the_tip_and_are_no_twins() -> None:
    d = fern(0, 0, 100, "Ines", bend=0, nod=0, pairs=20)
    pinnae = trace(d).subpaths
    sizes = [max(abs(p - pinna[0]) for p in pinna) for pinna in pinnae]
    assert len(pinnae) == 40
    assert max(sizes) in sizes[4:20]
    assert all(after < 1.15 * before for before, after in pairwise(sizes[16:]))
    assert sizes[-1] < 0.25 * max(sizes)
    assert len(set(d.split("z"))) == len(pinnae) + 1


def test_pinnae_stand_in_turn_to_the_left_and_to_the_right() -> None:
    spine = trace(fern(0, 0, 100, "Ines", part="costae", bend=0, nod=0)).subpaths
    sides = [rib[-1].real > rib[0].real for rib in spine]
    assert all(one != other for one, other in pairwise(sides))
