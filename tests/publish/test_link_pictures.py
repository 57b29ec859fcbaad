from dataclasses import replace
from io import BytesIO
from pathlib import Path as File

import pytest
from PIL import Image
from sample_kit import sample_kit, sample_plan

from generator.export.png import encode_png
from generator.fonts.library import Library
from generator.model.kit import Kit
from generator.model.length import Box
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Face, Path, Scene
from generator.publish.links import DPI, Link, compose_link, plan_links

TRIM = Box(0, 0, 306_000, 396_000)
RED = Ink("accent", (200, 0, 0))
CARD = Scene(
    TRIM.grown(9_000),
    TRIM,
    9_000,
    (Path("M-9000 -9000L315000 -9000L315000 405000L-9000 405000Z", fill=RED),),
)


def links(kit: Kit) -> tuple[Link, ...]:
    return plan_links(kit, sample_plan(kit))


def compose(kit: Kit, link: Link, card: Scene = CARD) -> Scene:
    library = Library(kit.typefaces)

    def faces(name: str, weight: int, italic: bool, words: str) -> tuple[Face, ...]:
        return library.stack(name, weight=weight, italic=italic)

    return compose_link(kit, link, card, faces)


def picture(scene: Scene) -> Image.Image:
    return Image.open(BytesIO(encode_png(scene, DPI))).convert("RGB")


def test_every_page_has_its_picture() -> None:
    paths = [link.path for link in links(sample_kit())]
    assert paths == [
        "links/home.png",
        "links/cards.png",
        "links/situations.png",
        "links/situation-hiring-manager.png",
        "links/card-open-door.png",
        "links/card-laurel.png",
    ]


def test_guide_pages_are_found_by_their_headings(tmp_path: File) -> None:
    folder = tmp_path / "docs/guide"
    folder.mkdir(parents=True)
    (folder / "begin.md").write_text("---\ntitle: x\n---\n\n# Begin\n\nText\n")
    (folder / "empty.md").write_text("no heading\n")
    found = {k.path: k.title for k in links(sample_kit(root=tmp_path))}
    assert found["links/guide-begin.png"] == "Begin"
    assert "links/guide-empty.png" not in found


def test_a_picture_has_the_size_that_messengers_ask_for() -> None:
    kit = sample_kit()
    assert picture(compose(kit, links(kit)[0])).size == (1200, 630)


def test_the_card_lies_whole_on_the_desk_without_its_bleed() -> None:
    kit = sample_kit()
    seen = picture(compose(kit, links(kit)[0]))
    red = [
        (x, y)
        for x in range(1200)
        for y in range(0, 630, 7)
        if seen.getpixel((x, y)) == (200, 0, 0)
    ]
    left, right = min(x for x, _ in red), max(x for x, _ in red)
    assert 660 < left < right < 1200
    assert (right - left + 1) / 490 == pytest.approx(306 / 396, abs=0.01)


def test_the_title_stands_left_of_the_card() -> None:
    kit = sample_kit()
    bare, titled = (compose(kit, replace(links(kit)[0], title=t)) for t in ("i", "After the no"))
    first, second = picture(bare), picture(titled)
    changed = [x for x in range(1200) if any(
        first.getpixel((x, y)) != second.getpixel((x, y)) for y in range(150, 560, 3))]  # fmt: skip
    assert changed and min(changed) >= 78 and max(changed) < 590


def test_an_endless_title_is_a_problem() -> None:
    kit = sample_kit()
    with pytest.raises(Problems, match="too long for its link picture"):
        compose(kit, replace(links(kit)[0], title="endless title " * 200))
