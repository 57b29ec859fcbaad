# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Bad files get Problems at the place, naming what to write instead; all of them at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.assemble import assemble_kit
from generator.model.problem import Problem, Problems

PALETTES, TYPEFACES, FORMATS = "assets/palettes.yml", "assets/typefaces.yml", "assets/formats.yml"
KIT, DESIGN = "assets/kit.yml", "assets/designs/plain/design.yml"
SITUATION = "assets/situations/no.yml"

CASES = [
    # keys
    (PALETTES, "  accent:", "  acent:", "acent:", "acent is no key here", "did you mean accent?"),
    (PALETTES, "  muted: {rgb", "  muted: {rbg", "rbg:", "rbg is no key here", "did you mean rgb?"),
    (PALETTES, "  name: Ink\n", "", "ink:", "name is missing", "add `name:`"),
    (DESIGN, "colour: ink", "color: ink", "color:", "color is no key here", "did you mean colour?"),
    (DESIGN, "panels:", "panel:", "panel:", "panel is no key here", "did you mean panels?"),
    (FORMATS, "{name: A2, size", "{nam: A2, size", "nam:", "nam is no key here", "did you mean name?"),
    (TYPEFACES, "last_resort:", "last_resorts:", "last_resorts:", "last_resorts is no key", "did you mean last_resort?"),
    (TYPEFACES, "scale: 0.96", "skale: 0.96", "skale:", "skale is no key here", "did you mean scale?"),
    (SITUATION, "label: Who", "lable: Who", "lable:", "lable is no key here", "did you mean label?"),
    (SITUATION, "card: {text", "crad: {text", "crad:", "crad is no key here", "did you mean card?"),
    (KIT, "{formats:", "{format:", "format:", "format is no key here", "did you mean formats?"),
    # units, numbers and colours
    (FORMATS, "4.25in", "4.25inch", "4.25inch", "trim, item 1: '4.25inch' is not a length", "mm, in or pt"),
    (FORMATS, "[105, 148]", "[10cm, 148]", "10cm", "trim, item 1: '10cm' is not a length", "mm, in or pt"),
    (FORMATS, "[105, 148]", "[105]", "trim: [105]", "trim has too few values", "at least 2"),
    (FORMATS, "[105, 148]", "[148, 105]", "trim: [148", "iso-a6.trim is wider than high", "portrait"),
    (FORMATS, "[105, 148]", "[1, 148]", "trim: [1,", "iso-a6.trim is no size of a card", "40 to 600"),
    (FORMATS, "[5.75in, 4.375in]", "[5.75in, 4in]", "size: [5.75in", "us-a2 does not fit into", "outside size"),
    (FORMATS, "folds: [flat, side]", "folds: [flat, sied]", "sied", "folds, item 2: 'sied' is not known", "did you mean side?"),
    (DESIGN, "9pt..13pt", "13pt..9pt", "13pt..9pt", "'13pt..9pt' is not a size", "9pt..13pt"),
    (DESIGN, "size: 14pt", "size: 14px", "14px", "'14px' is not a size", "mm, in or pt"),
    (DESIGN, "leading: 1.45", "leading: 14.5", "14.5", "'14.5' is not a number in range", "0.7 to 3"),
    (DESIGN, "{typeface: hand", "{weight: bold, typeface: hand", "bold", "weight should be a whole number", "digits"),
    (DESIGN, "{typeface: hand", "{weight: 4000, typeface: hand", "4000", "weight: 4000 is out of range", "at most 1000"),
    (DESIGN, "{typeface: hand", "{align: middle, typeface: hand", "middle", "align: 'middle' is not known", "known: center"),
    (DESIGN, "{typeface: hand", "{features: [smallcaps], typeface: hand", "smallcaps", "'smallcaps' cannot stand here", "OpenType"),
    (DESIGN, "{typeface: hand", "{required: perhaps, typeface: hand", "perhaps", "required should be yes or no", "true or false"),
    (PALETTES, '"#111111"', '"#11111"', '"#11111"', "ink.rgb: '#11111' is not a colour in quotes", "#RRGGBB"),
    (PALETTES, '"#111111"', '"black"', '"black"', "'black' is not a colour in quotes", "#RRGGBB"),
    (PALETTES, '"#111111"', "#111111", "{rgb: #111111", "this is not YAML", "quotes"),
    (PALETTES, "0, 0, 0, 100]", "0, 0, 0, 101]", "101", "ink.cmyk, item 4: 101 is out of range", "at most 100"),
    (PALETTES, "[0, 0, 0, 100]", "[0, 0, 100]", "cmyk: [0, 0, 100]", "ink.cmyk has too few values", "at least 4"),
    (SITUATION, "by: 2d, card", "by: two, card", "two", "when.by: 'two' is not a number of days", "2d or 3w"),
    # contrast
    (PALETTES, '"#111111"', '"#999999"', '"#999999"', "ink on the paper of ink has a contrast of 2.8:1", "4.5:1"),
    (DESIGN, "colour: accent", "colour: second", "second}", "second on the paper of ink", "4.5:1"),
    # ink
    (PALETTES, "[0, 0, 0, 100]", "[60, 61, 60, 100]", "cmyk: [60", "ink of ink takes 281 % of ink in total", "280 % at most"),
    # references
    (DESIGN, "[us-a2, iso-a6]", "[us-a2, iso-a66]", "iso-a66", "there is no format 'iso-a66'", "did you mean iso-a6?"),
    (DESIGN, "palettes: [ink]", "palettes: [inc]", "inc]", "there is no palette 'inc'", "did you mean ink?"),
    (DESIGN, "typeface: hand", "typeface: hnad", "hnad", "there is no typeface 'hnad'", "did you mean hand?"),
    (DESIGN, "colour: ink", "colour: inc", "inc}", "colour: 'inc' is not a role", "paper, ink"),
    (DESIGN, "family: typographic", "family: typografic", "typografic", "'typografic' is not known", "did you mean typographic?"),
    (TYPEFACES, "hand: script", "hand: scrip", "scrip}", "there is no typeface 'scrip'", "did you mean script?"),
    (TYPEFACES, "[serif-italic]", "[sarif]", "sarif", "there is no typeface 'sarif'", "did you mean serif?"),
    (TYPEFACES, "[serif-italic]", "[script-italic]", "script-italic", "go in a circle: script → script", "delete"),
    (TYPEFACES, "{face: serif", "{face: noto", "noto", "there is no typeface 'noto'", "known: script, serif"),
    (KIT, "[us-a2]", "[us-a22]", "us-a22", "there is no format 'us-a22'", "did you mean us-a2?"),
    (KIT, "owner:", "palette: inq\nowner:", "inq", "there is no palette 'inq'", "did you mean ink?"),
    (KIT, "owner:", "designs: {only: [plane]}\nowner:", "plane", "there is no design 'plane'", "did you mean plain?"),
    (KIT, "owner:", "locale: english\nowner:", "english", "'english' cannot stand here", "en-US"),
    (KIT, "owner:", "site_url: example.org\nowner:", "example.org", "'example.org' cannot", "https://"),
    (KIT, "owner: Robin Ellis", "owner:", "\n", "owner is empty", "write"),
    (SITUATION, "[muse]", "[mouse]", "mouse", "there is no source 'mouse'", "did you mean muse?"),
    # panels
    (DESIGN, "front: card, back: none", "front: card", "flat:", "panels.flat does not say what is on back", "back: none"),
    (DESIGN, "inside: letter, ", "", "side:", "panels.side does not say what is on inside", "inside: NAME"),
    (DESIGN, "{front: card,", "{frond: x, front: card,", "frond:", "a flat card has no panel 'frond'", "did you mean front?"),
    (DESIGN, "front: card", "front: none", "flat:", "panels.flat prints nothing", "front"),
    (DESIGN, "  flat: {", "  fald: {", "fald:", "'fald' is not known", "did you mean flat?"),
    (DESIGN, "front: card", "front: ../card", "../card", "'../card' cannot stand here", "small letters"),
    (DESIGN, "formats: [us-a2, iso-a6]", "formats: [iso-a6]", "side:", "none of iso-a6 has the fold side", "delete"),
    # wordings
    (DESIGN, "{typeface: hand", "{text: '{{ sendr }}', typeface: hand", "'{{ sendr", "there is no field 'sendr'", "did you mean sender?"),
    (DESIGN, "{typeface: hand", "{text: '{{ a|upper }}', typeface: hand", "'{{ a|upper", "{{ a|upper }} has no place", "{{ field }}"),
    (DESIGN, "  signature:", "  mesage: {size: 9pt}\n  signature:", "mesage:", "slots.mesage has no words", "did you mean message? else add `text:"),
    (DESIGN, "  signature:", "  motto: {size: 9pt}\n  signature:", "motto:", "slots.motto has no words", "add `text:"),
    (SITUATION, "{{ chair }}", "{{ char }}", '"Thank you, {{', "there is no field 'char'", "did you mean chair?"),
    (SITUATION, "{{ chair }}", "{% if chair %}x", '"Thank you, {{', "{% if chair %} has no {% endif %}", "{{ field }}"),
    (SITUATION, "{{ chair }}", "{% for x in y %}", '"Thank you, {{', "{% for x in y %} has no place", "{% if"),
    (SITUATION, 'covers: {thanks: "Thank you,"}', "covers: {}", "card:", "where thanks is said", "thanks: …"),
    (SITUATION, '"Thank you,"', '"Thanks a lot"', '"Thanks a lot"', "the text does not hold the sentence that covers thanks", "exactly"),
    (SITUATION, 'covers: {thanks:', 'covers: {thank: "Thank", thanks:', "thank:", "'thank' is no must_say", "did you mean thanks?"),
    (SITUATION, "  warm:", "  warn:", "warn:", "'warn' is not known", "did you mean warm?"),
    (SITUATION, "card: {text", "email: {subject: S, text", "wordings:", "wordings hold no card", "add `card:"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "at", "what", "hint"), CASES)
def test_each_mistake_has_its_place_and_its_cure(
    small: Path,
    edit: Callable[..., None],
    problems: Callable[[], tuple[Problem, ...]],
    file: str,
    old: str,
    new: str,
    at: str,
    what: str,
    hint: str,
) -> None:
    edit(file, old, new)
    found = problems()
    said = [p for p in found if what in p.what and hint in p.hint]
    assert said, "\n".join(map(str, found))
    name, line, column = said[0].where.rsplit(":", 2)
    lines = (small / name).read_text("utf-8").splitlines(keepends=True)
    assert name == file
    assert lines[int(line) - 1][int(column) - 1 :].startswith(at)


def test_there_are_many_cases() -> None:
    assert len(CASES) > 60


def test_all_mistakes_of_all_files_come_at_once(
    edit: Callable[..., None], problems: Callable[[], tuple[Problem, ...]]
) -> None:
    edit(PALETTES, '"#111111"', '"#1"')
    edit(FORMATS, "[105, 148]", "[105, 148px]")
    edit(SITUATION, "title: No", "titel: No")
    edit(KIT, "owner:", "ovner:")
    edit(TYPEFACES, "roles:", "roles: [")
    where = {problem.where for problem in problems()}
    assert {"assets/palettes.yml:4:14", "assets/formats.yml:9:15", "assets/kit.yml:1:1"} < where
    assert {"assets/situations/no.yml:1:1", "assets/typefaces.yml:2:6"} & where
    assert len({where.partition(":")[0] for where in where}) >= 5


def test_a_folder_without_assets_is_no_kit(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="--kit DIR"):
        assemble_kit(tmp_path)


def test_missing_files_are_named(small: Path, problems: Callable[[], tuple[Problem, ...]]) -> None:
    (small / "assets/palettes.yml").unlink()
    (small / "assets/designs/empty").mkdir()
    found = {p.where: p.what for p in problems()}
    assert "cannot be read" in found["assets/palettes.yml"]
    assert "cannot be read" in found["assets/designs/empty/design.yml"]


def test_files_with_names_that_nobody_reads_are_named(
    small: Path, problems: Callable[[], tuple[Problem, ...]]
) -> None:
    (small / "mine/situations").mkdir(parents=True)
    (small / "mine/pallettes.yml").write_text("a: 1\n")
    (small / "mine/situations/x.yaml").write_text("a: 1\n")
    found = {p.where: p.hint for p in problems()}
    assert "did you mean palettes.yml?" in found["mine/pallettes.yml"]
    assert found["mine/situations/x.yaml"] == "rename it to x.yml"


@pytest.mark.parametrize("name", ["Plain", "my design", "ünder"])
def test_ids_are_plain(small: Path, problems: Callable[[], tuple[Problem, ...]], name: str) -> None:
    (small / "assets/designs/plain").rename(small / "assets/designs" / name)
    (found,) = problems()
    assert found.where == f"assets/designs/{name}/design.yml:1:1"
    assert "cannot be an id" in found.what


def test_longer_circles_are_found(
    edit: Callable[..., None], problems: Callable[[], tuple[Problem, ...]]
) -> None:
    edit(TYPEFACES, "weights: [400, 700],", "weights: [400, 700], fallback: [script],")
    found = [p for p in problems() if "circle" in p.what]
    assert [p.where for p in found] == ["assets/typefaces.yml:3:90", "assets/typefaces.yml:4:67"]
    assert "serif → script → serif" in found[0].what
