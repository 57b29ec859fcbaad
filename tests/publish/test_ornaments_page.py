"""The page of ornaments: each with its call, its words and a picture in the kit's own inks."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.art import ORNAMENTS
from generator.model.kit import Kit
from generator.publish.ornaments import PART, render_ornaments, show_ornament


@pytest.fixture(scope="module")
def rendered(kit: Kit) -> Mapping[str, bytes]:
    return render_ornaments(kit)


def test_every_ornament_is_shown_and_no_other(rendered: Mapping[str, bytes]) -> None:
    part = rendered[PART].decode()
    assert re.findall(r'id="art-(\w+)"', part) == sorted(ORNAMENTS)
    assert re.findall(r'href="#art-(\w+)"', part) == sorted(ORNAMENTS)
    pictures = re.findall(r'src="../../kit/([^"]+)"', part)
    assert sorted({*pictures, PART}) == sorted(rendered)
    assert len(re.findall(r'alt="[A-Z][^"]{15,}"', part)) == len(ORNAMENTS)
    prose = re.sub(r"<code>.*?</code>|<[^>]+>", "", part)
    assert "’s " in prose and "&#39;" not in prose and "'" not in prose


def test_pictures_are_small_and_hold_only_inks_of_the_palette(
    rendered: Mapping[str, bytes], kit: Kit
) -> None:
    paper = "#{:02x}{:02x}{:02x}".format(*kit.palettes[kit.settings.palette].inks["paper"].rgb)
    for name, data in rendered.items():
        if name != PART:
            assert len(data) < 120_000, name
            assert data.startswith(b"<svg ") and data.endswith(b"</svg>\n")
            assert f'fill="{paper}"'.encode() in data
            assert b"role:" not in data and b"NaN" not in data


def test_another_seed_draws_other_pictures(rendered: Mapping[str, bytes], kit: Kit) -> None:
    other = replace(kit, settings=replace(kit.settings, seed="Somebody else"))
    changed = {n for n, data in render_ornaments(other).items() if data != rendered[n]}
    assert "ornaments/rosette.svg" in changed
    assert PART not in changed and "ornaments/lozenge.svg" not in changed


def test_a_call_is_written_as_a_drawing_writes_it() -> None:
    def swirl(x: float, seed: str, *, turns: int = 3, end: float | None = None, foot: float) -> str:
        """Return a swirl of `turns` < 9.

        It ends at `end`.
        """
        return ""

    shown = show_ornament("lozenge", swirl)
    assert shown.call == "art.lozenge(x, seed, turns=3, end=none, foot=…)"
    assert shown.words == (
        "<p>A swirl of <code>turns</code> &lt; 9.</p><p>It ends at <code>end</code>.</p>"
    )
