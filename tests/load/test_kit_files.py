"""A kit's files into a Kit."""

from pathlib import Path

import pytest

from generator.load.assemble import assemble_kit
from generator.load.files import data_files, kit_files
from generator.load.settings import default_format
from generator.model.kit import FOLDS, Envelope, LastResort, Publish
from generator.model.length import Size, mm
from generator.model.paint import Ink
from generator.model.wording import Field, Words


def test_a_small_kit_is_read_whole(small: Path) -> None:
    kit = assemble_kit(small)
    settings = kit.settings
    assert (settings.owner, settings.seed, settings.name) == ("Robin Ellis",) * 2 + ("Afternote",)
    assert (settings.format, settings.palette, settings.designs) == ("us-a2", "ink", ("plain",))
    assert settings.publish == Publish("first", ("us-a2",), FOLDS)
    palette = kit.palettes["ink"]
    assert palette.inks["ink"] == Ink("ink", (17, 17, 17), (0, 0, 0, 100))
    assert palette.inks["paper"].rgb == (255, 255, 255)
    assert palette.derived == ("accent", "second", "muted")
    assert palette.inks["accent"].cmyk == (60, 40, 0, 67)
    faces = kit.typefaces
    assert faces.roles == {"text": "serif", "hand": "script"}
    assert faces.faces["script"].fallback == ("serif-italic",)
    assert faces.faces["script"].where == "assets/typefaces.yml:4:3"
    assert faces.last_resort == (LastResort("serif", 960, {"ja": 0, "zh": 2}),)
    format_ = kit.formats["us-a2"]
    assert format_.size == Size(306_000, 396_000)
    assert format_.envelopes == (Envelope("A2", Size(414_000, 315_000), "us"),)
    assert kit.formats["iso-a6"].size == Size(mm(105), mm(148))
    assert kit.sources["muse"].year == 2021


def test_a_design_is_read_whole(small: Path) -> None:
    design = assemble_kit(small).designs["plain"]
    assert design.folder == small / "assets/designs/plain"
    assert design.where == "assets/designs/plain/design.yml:1:1"
    assert design.panels["flat"] == {"front": "card", "back": None}
    assert list(design.panels["side"]) == ["front", "inside-left", "inside", "back"]
    slot = design.slots["message"]
    assert (slot.size, slot.leading, slot.weight) == ((9_000, 13_000), 1_450, 400)
    assert (slot.required, slot.kind, slot.text) == (True, "text", None)
    assert slot.where == "assets/designs/plain/design.yml:10:3"
    assert design.slots["signature"].size == (14_000, 14_000)


def test_a_situation_is_read_whole(small: Path) -> None:
    situation = assemble_kit(small).situations["no"]
    assert (situation.when.start, situation.when.by, situation.when.card_by) == (0, 2, 14)
    assert situation.medium.email == "yes"
    assert situation.fields["chair"].example == "Ms Lee"
    note = situation.cards["warm"]
    assert note.covers == {"thanks": "Thank you,"}
    assert note.text.nodes == (
        Words("Thank you, "),
        Field("recipient"),
        Words(". Greet "),
        Field("chair"),
        Words("."),
    )
    assert note.text.where == "assets/situations/no.yml:11:18"
    assert situation.emails == {}


def test_mine_beats_assets_by_id(small: Path) -> None:
    mine = small / "mine"
    (mine / "designs/plain").mkdir(parents=True)
    design = (small / "assets/designs/plain/design.yml").read_text()
    (mine / "designs/plain/design.yml").write_text(design.replace("name: Plain", "name: Mine"))
    (mine / "designs/other").mkdir()
    (mine / "designs/other/design.yml").write_text(design)
    (mine / "kit.yml").write_text("locale: de-DE\npublish: {palettes: all}\n")
    palettes = (small / "assets/palettes.yml").read_text()
    (mine / "palettes.yml").write_text(
        palettes.replace("name: Ink", "name: My ink")
        + palettes.replace("ink:\n  name", "sea:\n  name")
    )
    (mine / "typefaces.yml").write_text("roles: {hand: serif}\n")
    (mine / "situations").mkdir()
    situation = (small / "assets/situations/no.yml").read_text()
    (mine / "situations/no.yml").write_text(situation.replace("title: No", "title: Nope"))
    kit = assemble_kit(small)
    assert [d.name for d in kit.designs.values()] == ["Plain", "Mine"]
    assert kit.designs["plain"].folder == mine / "designs/plain"
    assert (kit.settings.owner, kit.settings.locale) == ("Robin Ellis", "de-DE")
    assert kit.settings.format == "iso-a6"
    assert (kit.settings.publish.palettes, kit.settings.publish.formats) == ("all", ("us-a2",))
    assert {p.id: p.name for p in kit.palettes.values()} == {"ink": "My ink", "sea": "Ink"}
    assert kit.typefaces.roles == {"text": "serif", "hand": "serif"}
    assert kit.situations["no"].title == "Nope"


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("all", ["one", "plain", "two"]),
        ("{only: [two, one]}", ["one", "two"]),
        ("{except: [two]}", ["one", "plain"]),
    ],
)
def test_designs_can_be_chosen(small: Path, choice: str, left: list[str]) -> None:
    design = (small / "assets/designs/plain/design.yml").read_text()
    for name in ("one", "two"):
        (small / f"assets/designs/{name}").mkdir()
        (small / f"assets/designs/{name}/design.yml").write_text(design)
    (small / "assets/kit.yml").write_text(f"designs: {choice}\npublish: {{formats: [us-a2]}}\n")
    kit = assemble_kit(small)
    assert sorted(kit.designs) == left
    assert sorted(kit.settings.designs) == left


@pytest.mark.parametrize(
    ("locale", "format_"),
    [
        ("en-US", "us-a2"),
        ("fr-CA", "us-a2"),
        ("en-GB", "iso-a6"),
        ("de", "iso-a6"),
        ("zh-Hant-TW", "iso-a6"),
    ],
)
def test_the_usual_format_goes_by_the_paper_of_the_country(locale: str, format_: str) -> None:
    assert default_format(locale) == format_


def test_files_are_listed_in_a_fixed_order(small: Path) -> None:
    (small / "mine").mkdir()
    (small / "mine/kit.yml").write_text("owner: Me\n")
    (small / "assets/designs/plain/card.svg").write_text("<svg/>")
    (small / "assets/designs/.hidden").write_text("")
    data = [path.relative_to(small).as_posix() for path in data_files(small)]
    assert len(data) == 8
    assert data == sorted(data)
    assert {"mine/kit.yml", "assets/designs/plain/design.yml", "assets/situations/no.yml"} < set(
        data
    )
    every = [path.relative_to(small).as_posix() for path in kit_files(small)]
    assert set(every) - set(data) == {"assets/designs/plain/card.svg"}


def test_the_shipped_kit_is_in_order(root: Path) -> None:
    kit = assemble_kit(root)
    assert len(kit.palettes) >= 12
    assert set(kit.formats) == {
        "us-a2", "us-a6", "us-a7", "us-4bar", "us-postcard", "iso-a6", "iso-a5", "iso-dl",
        "jp-hagaki", "square-148", "business-us", "business-eu",
    }  # fmt: skip
    assert len(kit.designs) >= 6 and len(kit.situations) >= 6
    assert all(p.derived == () for p in kit.palettes.values())


def test_shipped_palettes_read_well_and_print_well(root: Path) -> None:
    from generator.load.colour import contrast

    for palette in assemble_kit(root).palettes.values():
        paper = palette.inks["paper"].rgb
        assert contrast(palette.inks["ink"].rgb, paper) >= 7, palette.id
        assert contrast(palette.inks["accent"].rgb, paper) >= 4.5, palette.id
        assert contrast(palette.inks["muted"].rgb, paper) >= 4.5, palette.id
        for ink in palette.inks.values():
            assert ink.cmyk is not None and sum(ink.cmyk) <= 260, (palette.id, ink.role)
        if sum(paper) > 384:
            assert palette.inks["ink"].cmyk == (0, 0, 0, 100), palette.id


@pytest.mark.parametrize(
    ("id_", "size", "envelope"),
    [
        ("us-a7", (360_000, 504_000), (522_000, 378_000)),
        ("us-4bar", (252_000, 351_000), (369_000, 261_000)),
        ("iso-dl", (mm(99), mm(210)), (mm(220), mm(110))),
        ("iso-a5", (mm(148), mm(210)), (mm(229), mm(162))),
        ("square-148", (mm(148), mm(148)), (mm(155), mm(155))),
    ],
)
def test_shipped_formats(
    root: Path, id_: str, size: tuple[int, int], envelope: tuple[int, int]
) -> None:
    format_ = assemble_kit(root).formats[id_]
    assert format_.size == Size(*size)
    assert format_.envelopes[0].size == Size(*envelope)
    assert format_.source
