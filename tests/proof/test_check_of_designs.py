"""What `check` says of a fork's own designs: each fault is found, named, and measured."""

from pathlib import Path

import pytest
from PIL import Image

from generator.check import check_design, check_kit, open_desk
from generator.listing import Catalogue, list_rows
from generator.model.problem import Problem, Problems
from generator.proof.measures import ink_share
from generator.proof.room import places, words_taken

KIT = """\
owner: Jo Martin
designs: {only: [trial]}
"""
DESIGN = """\
name: Trial
summary: A card to try.
family: geometric
formats: [us-a7, us-a2]
palettes: [ink, moss]
panels:
  flat: {front: card, back: none}
  side: {front: none, inside-left: none, inside: card, back: none}
slots:
  message: {size: 8pt..12pt, leading: 1.3}
  signature: {typeface: hand, size: 12pt..16pt, max_lines: 1}
"""
CARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="{{{{ card.viewbox }}}}">
  {art}
  <rect id="slot-message" x="10" y="16" width="{{{{ card.width - 20 }}}}" height="84"/>
  <rect id="slot-signature" x="10" y="108" width="{{{{ card.width - 20 }}}}" height="10"/>
</svg>
"""
GROUND = '<rect x="-5" y="-5" width="200" height="200" class="paper"/>'


class Trial:
    """A kit with one design, to be broken."""

    def __init__(self, fork: Path) -> None:
        self.root, self.folder = fork, fork / "mine" / "designs" / "trial"
        self.folder.mkdir(parents=True)
        (fork / "mine" / "kit.yml").write_text(KIT)
        self.draw(GROUND)
        (self.folder / "design.yml").write_text(DESIGN)

    def draw(self, art: str) -> None:
        (self.folder / "card.svg.j2").write_text(CARD.format(art=art))

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def problems(self) -> list[Problem]:
        return check_design(open_desk(self.root), "trial")

    def problem(self) -> str:
        (problem,) = self.problems()
        return str(problem)


@pytest.fixture
def trial(fork: Path) -> Trial:
    return Trial(fork)


def holds(text: str, *words: str) -> None:
    for word in words:
        assert word in text, text


def test_a_sound_design_has_no_problem(trial: Trial) -> None:
    assert trial.problems() == []


def test_a_ground_that_stops_before_its_page_is_found(trial: Trial) -> None:
    # Wide and high enough for US A2, but US A7 is 7 in high and wants 5 mm more at either end.
    trial.draw(GROUND.replace('height="200"', 'height="176"'))
    found = trial.problem()
    holds(found, "mine/designs/trial/card.svg.j2", "us-a7", "the ground stops 11", "the foot of")
    holds(found, "stretch it over the whole page, 5.0 mm beyond the trim")


@pytest.mark.parametrize(
    "art",
    [
        "",
        '<rect x="4" y="4" width="{{ card.width - 8 }}" height="{{ card.height - 8 }}" '
        'class="paper"/>',
        '<rect x="-5" y="-5" width="200" height="90" class="paper"/>',
        GROUND.replace('height="200"', 'height="100"')
        + '<rect x="-5" y="94" width="200" height="200" class="accent-10"/>',
    ],
    ids=["bare paper", "a panel on the paper", "a band", "two grounds"],
)
def test_the_paper_may_be_the_ground(trial: Trial, art: str) -> None:
    trial.draw(art)
    assert trial.problems() == []


def test_a_box_with_a_misspelt_name_is_told_once(trial: Trial) -> None:
    trial.edit("card.svg.j2", "slot-message", "slot-mesage")
    told = {str(problem) for problem in trial.problems()}
    assert len(told) == 1
    holds(told.pop(), "rectangle slot-mesage belongs to no slot", "did you mean slot-message?")


def test_words_over_dark_art_are_found(trial: Trial) -> None:
    trial.draw(GROUND + '<circle cx="40" cy="60" r="14" class="accent"/>')
    found = trial.problem()
    holds(found, "mine/designs/trial/card.svg.j2", "trial, us-a", "palette ", "form ", "message")
    holds(found, "have a contrast of ", "4.5 is the least", "more card", "keep the art from under")


def test_one_palette_may_be_the_only_one_to_fail(trial: Trial) -> None:
    (trial.root / "mine" / "palettes.yml").write_text(
        """moss:
  name: Moss
  paper: {rgb: "#F4F2EA"}
  ink: {rgb: "#222222"}
  accent: {rgb: "#3B5030"}
  second: {rgb: "#3B4A36"}
  muted: {rgb: "#5B5B50"}
"""
    )
    trial.draw(GROUND + '<rect x="20" y="40" width="20" height="20" class="second"/>')
    holds(trial.problem(), "palette moss")


@pytest.mark.parametrize("form", ["low-ink", "grey", "inset", "blank"])
def test_a_form_that_is_drawn_otherwise_is_looked_at(trial: Trial, form: str) -> None:
    dark = '<path d="M20 40h14v14h-14z" class="ink"/>'
    trial.draw(GROUND + '{{% if form == "' + form + '" %}}' + dark + "{{% endif %}}")
    text = (trial.folder / "card.svg.j2").read_text().replace("{{%", "{%").replace("%}}", "%}")
    (trial.folder / "card.svg.j2").write_text(text)
    holds(trial.problem(), f"form {form}", "contrast")


@pytest.mark.parametrize("fold", ["flat", "side"])
def test_a_fold_that_is_drawn_otherwise_is_looked_at(trial: Trial, fold: str) -> None:
    dark = '<path d="M20 40h14v14h-14z" class="ink"/>'
    art = GROUND + '{% if fold == "' + fold + '" %}' + dark + "{% endif %}"
    (trial.folder / "card.svg.j2").write_text(
        CARD.replace("{{{{", "{{").replace("}}}}", "}}").replace("{art}", art)
    )
    panel = "front" if fold == "flat" else "inside"
    holds(trial.problem(), f", {fold}, ", f"on {panel} the words of message")


def test_light_words_on_a_light_ground_are_found(trial: Trial) -> None:
    trial.edit("design.yml", "max_lines: 1}", "max_lines: 1, colour: paper}")
    found = trial.problem()
    holds(found, "signature", "contrast of 1.00")


def test_a_slot_over_the_safe_margin_is_found(trial: Trial) -> None:
    trial.edit("card.svg.j2", 'id="slot-signature" x="10"', 'id="slot-signature" x="3.2"')
    holds(trial.problem(), "the slot signature is 3.2 mm from the trim", "5.0 mm are safe")


def test_a_slot_over_the_trim_is_found(trial: Trial) -> None:
    trial.edit("card.svg.j2", 'id="slot-signature" x="10"', 'id="slot-signature" x="-3"')
    assert all("goes past the trim" in problem.what for problem in trial.problems())
    assert trial.problems()


def test_ink_that_reaches_out_of_its_slot_is_found(trial: Trial) -> None:
    trial.edit("design.yml", "typeface: hand, size: 12pt..16pt", "typeface: script, size: 60pt")
    trial.edit("design.yml", "max_lines: 1}", 'max_lines: 1, text: "J f"}')
    trial.edit("card.svg.j2", 'y="108"', 'y="100"')
    trial.edit("card.svg.j2", 'height="10"', 'height="34"')
    trial.edit("card.svg.j2", 'id="slot-signature" x="10"', 'id="slot-signature" x="5"')
    found = "\n".join(map(str, trial.problems()))
    holds(found, "the ink of signature is", "4.0 mm are safe")


def test_too_much_ink_in_the_low_ink_form_is_found(trial: Trial) -> None:
    """Each of the squares is small enough to be kept as a line is; together they are a lot."""
    squares = "".join(
        f'<path d="M{x} {y}h9v4h-9z" class="ink"/>'
        for x in range(4, 94, 10)
        for y in (1, 6, 101, 119, 124)
    )
    trial.draw(GROUND + squares)
    found = trial.problem()
    holds(found, "form low-ink", "% of ", "5% is the most", "us-a2")


def test_a_message_without_room_for_the_kits_notes_is_found(trial: Trial) -> None:
    trial.edit("card.svg.j2", 'height="84"', 'height="{{ 84 if format == "us-a7" else 26 }}"')
    found = trial.problems()
    assert len(found) == 1, "\n".join(map(str, found))
    holds(
        str(found[0]), "trial, us-a2, ", "of the kit's", "words at 8 pt", "draw slot-message larger"
    )


def test_dark_pictures_under_words_are_found(trial: Trial) -> None:
    trial.edit("design.yml", "slots:", "slots:\n  photo: {kind: picture, file: p.png, alt: none}")
    trial.edit(
        "card.svg.j2",
        "</svg>",
        '<rect id="slot-photo" x="10" y="40" width="30" height="30"/></svg>',
    )
    Image.new("RGB", (400, 400), (250, 250, 245)).save(trial.folder / "p.png")
    assert trial.problems() == []
    Image.new("RGB", (400, 400), (40, 40, 60)).save(trial.folder / "p.png")
    holds(trial.problem(), "message have a contrast of")


def test_a_liner_is_looked_at(trial: Trial) -> None:
    trial.edit("design.yml", "slots:", "liner: liner\nslots:")
    assert any("has no drawing liner" in str(problem) for problem in trial.problems())


def test_the_whole_kit_is_told_in_one_line(trial: Trial) -> None:
    assert check_kit(trial.root).startswith("20 cards of 1 designs in all their palettes")
    trial.edit("card.svg.j2", 'id="slot-signature" x="10"', 'id="slot-signature" x="3.2"')
    with pytest.raises(Problems, match="safe"):
        check_kit(trial.root)


def test_words_are_counted_by_the_card(trial: Trial) -> None:
    desk = open_desk(trial.root)
    from generator.press import Press
    from generator.proof.cards import every_card

    press = Press(desk.kit)
    found = list(places(press, list(every_card(desk.kit, desk.kit.designs["trial"]))))
    assert len(found) == 8
    small = [words_taken(press, place, 8_000) for place in found]
    large = [words_taken(press, place, 12_000) for place in found]
    assert all(s > 1.5 * g > 30 for s, g in zip(small, large, strict=True))
    assert small[0] > small[1], "less fits within the printer's margin"


def test_room_is_listed_by_the_card(trial: Trial) -> None:
    rows = list_rows(open_desk(trial.root).kit, Catalogue.room)
    names = ("us-a2/flat", "us-a2/side", "us-a7/flat", "us-a7/side")
    assert [row["id"] for row in rows] == [f"trial/{name}/portrait" for name in names]
    assert all(30 < row["words"] < row["most_words"] < 400 for row in rows)
    assert rows[2]["words"] > rows[0]["words"], "a larger card takes more"
    assert "words at 12 pt" in rows[0]["name"]


def test_coverage_counts_ink() -> None:
    assert ink_share(Image.new("RGB", (4, 4), "black")) == 1
    assert ink_share(Image.new("RGB", (4, 4), "white")) == 0
