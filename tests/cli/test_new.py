"""The verb `new`: what it writes into mine/ is in order at once, and nothing is overwritten."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.begin import begin
from generator.listing import Beginning
from generator.load.assemble import assemble_kit
from generator.model.kit import FORMS, Kit
from generator.model.order import Order
from generator.model.problem import Problems
from generator.press import Press
from generator.starters.design import start_design, starting_format

Run = Callable[..., Any]
KIT = """publish: {formats: [us-a2], folds: [flat, side]}
designs: {only: [my-card]}
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_what_is_begun_is_checked_listed_drawn_and_offered(afternote: Run, fork: Path) -> None:
    for what, id_ in (
        ("palette", "my-palette"),
        ("design", "my-card"),
        ("situation", "my-note"),
    ):
        done = afternote("new", what, id_, cwd=fork)
        assert (done.code, done.err) == (0, ""), done.err
        assert f"Wrote {'the palette ' if what == 'palette' else 'mine/'}" in done.out
        assert "\nNext: " in done.out
    (fork / "mine/kit.yml").write_text(KIT)
    design = fork / "mine/designs/my-card/design.yml"
    design.write_text(design.read_text("utf-8").replace("palettes: [", "palettes: [my-palette, "))
    done = afternote("check", cwd=fork)
    assert (done.code, done.err) == (0, "")
    done = afternote("build", cwd=fork)
    assert (done.code, done.err) == (0, "")
    made = fork / "docs/kit"
    assert "My Card" in (made / "cards/index.md").read_text("utf-8")
    assert "My Note" in (made / "situations/my-note/index.md").read_text("utf-8")
    files = {path.name for path in (made / "files/my-card").iterdir()}
    assert "my-card-us-a2-side-my-palette-shop.pdf" in files
    assert "my-card-us-a2-flat-my-palette-bleed-front.png" in files
    for what, id_ in (
        ("designs", "my-card"),
        ("palettes", "my-palette"),
        ("situations", "my-note"),
    ):
        assert f'"{id_}"' in afternote("list", what, "--json", cwd=fork).out


def test_a_first_design_is_drawn_for_any_card_that_the_kit_is_for(kit: Kit, fork: Path) -> None:
    chosen = set()
    for format_ in kit.formats:
        settings = replace(
            kit.settings,
            format=format_,
            publish=replace(kit.settings.publish, formats=(format_, "iso-a6")),
        )
        own = replace(kit, settings=settings)
        chosen.add(starting_format(own).id)
        folder = fork / "mine/designs" / f"for-{format_}"
        folder.mkdir(parents=True)
        for name, text in start_design(own, folder.name).items():
            (folder / name).write_text(text, "utf-8")
    assert {"us-a2", "us-postcard", "square-148", "iso-dl", "iso-a6"} <= chosen
    assert not {"business-us", "business-eu"} & chosen
    press = Press(assemble_kit(fork))
    for design in press.kit.designs.values():
        if not design.id.startswith("for-"):
            continue
        assert set(design.panels) >= {"flat"}
        assert {name.count(".svg.j2") for name in tree(design.folder)} == {0}
        for fold in design.panels:
            for form in FORMS:
                order = Order(
                    design=design.id,
                    format=design.formats[0],
                    fold=fold,
                    palette=design.palettes[0],
                    form=form,
                    message="Thank you. " * 60,
                    fields={"recipient": "Ada", "sender": "Jo"},
                )
                assert press.compose(order).panels


def test_palettes_are_added_under_what_is_there(fork: Path) -> None:
    begin(fork, Beginning.palette, "first-one", None)
    path = fork / "mine/palettes.yml"
    before = path.read_bytes() + b"# a remark of mine"
    path.write_bytes(before.replace(b"\n", b"\r\n"))
    begin(fork, Beginning.palette, "moss-two", "moss")
    after = path.read_bytes()
    assert after.startswith(before.replace(b"\n", b"\r\n") + b"\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    kit = assemble_kit(fork)
    assert kit.palettes["moss-two"].inks == kit.palettes["moss"].inks
    assert {"first-one", "moss-two", "moss"} <= kit.palettes.keys()


def test_a_copy_has_its_own_name_and_finds_its_schema(fork: Path) -> None:
    begin(fork, Beginning.design, "door-two", "open-door")
    begin(fork, Beginning.situation, "gone-quiet", "ghosted")
    begin(fork, Beginning.design, "laurel", "laurel")
    kit = assemble_kit(fork)
    assert kit.designs["door-two"].name == "Door Two"
    assert kit.situations["gone-quiet"].title == "Gone Quiet"
    # The kit's own id is taken over with all that it holds, its name too.
    assert kit.designs["laurel"].where == "mine/designs/laurel/design.yml:1:1"
    assert kit.designs["laurel"].name == "Laurel"
    assert (fork / "mine/designs/laurel/parts/bough.svg.j2").is_file()
    heads = list((fork / "mine").rglob("*.yml"))
    assert len(heads) == 3
    for path in heads:
        first, *rest = path.read_text("utf-8").splitlines()
        assert (path.parent / first.partition("$schema=")[2]).resolve().is_file(), first
        assert len(rest) > 10


@pytest.mark.parametrize(
    ("what", "id_", "source", "where", "words"),
    [
        ("design", "My Card", None, "ID", "cannot be an id"),
        ("design", "../out", None, "ID", "cannot be an id"),
        ("palette", "null", None, "ID", "cannot be an id"),
        ("situation", "a" * 61, None, "ID", "cannot be an id"),
        ("design", "laurel", None, "ID", "the kit has a design laurel already"),
        ("palette", "clay", "moss", "ID", "the kit has a palette clay already"),
        ("design", "mine-too", None, "ID", "mine/ has a design mine-too already"),
        ("design", "mine-too", "mine-too", "ID", "mine/ has a design mine-too already"),
        ("situation", "fine", "gosted", "--from", "there is no situation 'gosted'"),
    ],
)
def test_nothing_is_overwritten_or_begun_from_nothing(
    fork: Path, what: str, id_: str, source: str | None, where: str, words: str
) -> None:
    begin(fork, Beginning.design, "mine-too", None)
    before = tree(fork / "mine")
    with pytest.raises(Problems) as found:
        begin(fork, Beginning(what), id_, source)
    (problem,) = found.value.problems
    assert problem.where == where
    assert words in problem.what
    assert tree(fork / "mine") == before


def test_palettes_that_take_no_more_lines_are_left_alone(fork: Path) -> None:
    begin(fork, Beginning.palette, "one", None)
    path = fork / "mine/palettes.yml"
    path.write_bytes(path.read_bytes() + b"...\n")
    before = path.read_bytes()
    with pytest.raises(Problems, match="nothing can be added"):
        begin(fork, Beginning.palette, "two", None)
    assert path.read_bytes() == before


def test_a_design_that_is_not_offered_says_so(fork: Path) -> None:
    (fork / "mine/kit.yml").write_text("designs: {only: [laurel]}\n")
    assert "add other under `designs:`" in begin(fork, Beginning.design, "other", None)
    shutil.rmtree(fork / "mine/designs/other")
    (fork / "mine/kit.yml").unlink()
    assert "designs:`" not in begin(fork, Beginning.design, "other", None)
