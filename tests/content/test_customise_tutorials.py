"""Each tutorial of docs/customise/ does what it says, typed to the letter in a copy of the kit."""

import inspect
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from tutorial import Follower, Step, files_only, nothing, page, steps, without

from generator.check import check_design, open_desk
from generator.fonts.files import find_file
from generator.load.kit import load_kit
from generator.load.template import Card, values_of
from generator.model.artwork import Drawing
from generator.model.kit import Kit
from generator.model.length import Size, pixels
from generator.model.order import DEFAULT_BLEED, Order
from generator.model.paint import ROLES
from generator.model.problem import Problems
from generator.press import Press


def test_a_kit_gets_its_owners_name(reader: Follower, root: Path) -> None:
    reader.instead = {"make site": nothing, "git": nothing}
    reader.follow(page(root, "customise/index.md"))
    settings = load_kit(reader.folder).settings
    assert settings.owner == settings.seed == "Jo Martin"
    assert (reader.folder / "open-door.png").exists()
    # The page says that the kit carries the recipe for one host, and gives those of two others.
    assert "make site" in (root / ".github/workflows/publish.yml").read_text("utf-8")
    assert "make site" in (reader.folder / ".gitlab-ci.yml").read_text("utf-8")
    assert "make site" in (reader.folder / "netlify.toml").read_text("utf-8")


def test_a_kit_gets_its_settings(fork: Path, root: Path, afternote: Callable[..., object]) -> None:
    Follower(fork, afternote).follow(page(root, "customise/kit.md"))
    settings = load_kit(fork).settings
    assert (settings.owner, settings.format) == ("Careers Office", "iso-a6")


def test_a_kit_gets_a_palette(reader: Follower, root: Path) -> None:
    reader.follow(page(root, "customise/palettes.md"))
    assert load_kit(reader.folder).palettes["heather"].derived == ()
    assert (reader.folder / "open-door.pdf").read_bytes().startswith(b"%PDF-")


def test_a_kit_gets_a_situation(reader: Follower, root: Path) -> None:
    markdown = page(root, "customise/situations.md")
    # What the page shows of a wording is no answer of a command.
    reader.follow(without(markdown, "text"))
    situation = load_kit(reader.folder).situations["coffee-chat"]
    assert situation.fields["place"].example == "the café by the river"
    assert (reader.folder / "mine/situations/mentor.yml").exists()
    assert (reader.folder / "coffee.png").exists()


def test_a_kit_gets_a_typeface(reader: Follower, root: Path, kit: Kit) -> None:
    def install(words: list[str]) -> None:
        """Put a stand-in where Python finds it: what the package holds, in other letters."""
        wanted = (reader.folder / "mine/requirements.txt").read_text("utf-8")
        assert wanted.startswith("fontpkg-lora==")
        files = reader.folder / "fontpkg_lora/files"
        files.mkdir(parents=True)
        (files.parent / "__init__.py").touch()
        for slope in ("", "-Italic"):
            source = find_file("fontpkg-eb-garamond", f"EBGaramond{slope}[wght].ttf")
            assert source is not None
            shutil.copy(source, files / f"Lora{slope}[wght].ttf")

    markdown = page(root, "customise/typefaces.md")
    reader.instead = {"make site": install, "make check": nothing}
    reader.follow(markdown)
    typefaces = load_kit(reader.folder).typefaces
    assert typefaces.roles["text"] == "lora"
    roles = re.findall(r"^\| `(\w+)` \| .* \| ([\w ]+) \|$", markdown, re.MULTILINE)
    shipped = dict(kit.typefaces.roles)
    assert {role: face.lower().replace(" ", "-") for role, face in roles} == shipped


def test_the_makefile_installs_what_a_fork_asks_for(fork: Path, root: Path) -> None:
    shutil.copy(root / "Makefile", fork)
    for name in ("requirements.txt", "pyproject.toml"):
        (fork / name).touch()

    def planned() -> str:
        done = subprocess.run(
            ["make", "--dry-run", "site"], cwd=fork, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert "mine/requirements.txt" not in planned()
    (fork / "mine/requirements.txt").write_text("fontpkg-lora==3.8\n", "utf-8")
    assert "--no-deps -r mine/requirements.txt" in planned()


def test_a_kit_gets_a_drawn_design(reader: Follower, root: Path) -> None:
    reader.follow(page(root, "customise/draw-a-design.md"))
    folder = reader.folder
    assert "Moonrise" in (folder / "docs/kit/cards/index.md").read_text("utf-8")
    own = (folder / "docs/kit/cards/moonrise/index.md").read_text("utf-8")
    files = re.findall(r'href="../../(files/[^"]+)" download', own)
    assert len(files) > 5
    assert all((folder / "docs/kit" / file).is_file() for file in files)
    assert {Path(file).suffix for file in files} == {".pdf", ".png"}
    assert distance(folder / "moonrise.png", root / "docs/assets/moonrise.webp") < 2


def distance(card: Path, shown: Path) -> float:
    """Return how far the picture on a page is from the card, its bleed cut off: 0 to 255."""
    with Image.open(card) as own, Image.open(shown) as there:
        edge = pixels(DEFAULT_BLEED, 300)
        cut = own.convert("RGB").crop((edge, edge, own.width - edge, own.height - edge))
        apart = ImageChops.difference(cut.resize(there.size), there.convert("RGB"))
        return max(ImageStat.Stat(apart).mean)


QUIET = """name: Quiet
summary: A place for each.
family: geometric
formats: [us-a2]
palettes: [ink]
panels:
  flat: {{front: card, back: none}}
slots:
{slots}"""
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">
<circle class="accent" cx="10" cy="10" r="9"/></svg>
"""
CARD = "card.us-a2.svg"
UNPRINTABLE = {
    "the slot signature is": ('y="119"', 'y="128"'),
    "of the kit's": ('y="58" width="83.95" height="60"', 'y="58" width="83.95" height="12"'),
    "the words of cover": ('y="48"', 'y="36"'),
}
"""Likewise, of what is only seen on the printed card: what stands in its front, what instead."""
SLIPS = {
    "the slot signature goes": (CARD, 'y="119"', 'y="140"'),
    "the page is": (CARD, 'viewBox="0 0 117.95 149.7"', 'viewBox="0 0 107.95 139.7"'),
    "no role stands for the colour #ff0000": (CARD, "fill:#b8afa3", "fill:#ff0000"),
    "a shape has no fill": (CARD, 'style="fill:#b8afa3" ', ""),
    "<text>": (CARD, "<circle", "<text>Thank you</text><circle"),
    "<image>": (CARD, "<circle", '<image href="moon.png"/><circle'),
    "filter:": (CARD, "<circle", '<circle filter="url(#blur)"'),
    "no role stands for the colour #cccccc": (CARD, "slot-message", "rect12"),
    "slot message has": (CARD, r'<rect id="slot-message"[^>]*/>', ""),
    "the slot message is a": (
        CARD,
        r'<rect id="slot-message"[^>]*/>',
        '<circle id="slot-message" cx="59" cy="88" r="30"/>',
    ),
    "the slot message is turned": (CARD, '"slot-message"', '"slot-message" transform="rotate(5)"'),
    "rectangle slot-greeting": (CARD, "slot-cover", "slot-greeting"),
    "moonrise has no drawing": ("design.yml", r"\[us-a2\]", "[us-a2, us-a7]"),
    "panels.side": ("design.yml", "inside-left: none, ", ""),
    "summry": ("design.yml", "summary:", "summry:"),
}
"""How what the page says begins, and the slip: a file, what stands there, what instead."""


def compose_all(folder: Path, design: str) -> str:
    """Return what the kit says of a design, flat and folded in each of its formats."""
    try:
        kit = load_kit(folder)
        press = Press(kit)
        found = kit.designs[design]
        for format_ in found.formats:
            for fold in found.panels:
                press.compose(Order(design, format_, fold, found.palettes[0]))
    except Problems as problems:
        return "\n".join(map(str, problems.problems))
    return ""


def test_the_slips_of_drawings_are_told_as_the_page_says(reader: Follower, root: Path) -> None:
    markdown = page(root, "customise/draw-a-design.md")
    reader.follow(markdown.partition("```text")[0])
    reader.follow(files_only(markdown))
    told = re.findall(r"^\| `(.+)` \| .+ \|$", markdown.partition("the kit says no")[2], re.M)
    starts = (*SLIPS, *UNPRINTABLE)
    assert sorted(told) == sorted(t for t in told for start in starts if t.startswith(start))
    assert len(told) == len(starts)
    assert compose_all(reader.folder, "moonrise") == ""
    for start, (name, old, new) in SLIPS.items():
        path = reader.folder / "mine/designs/moonrise" / name
        text = path.read_text("utf-8")
        assert len(re.findall(old, text)) >= 1, start
        path.write_text(re.sub(old, new, text, count=1), "utf-8")
        (said,) = (line for line in told if line.startswith(start))
        assert said in compose_all(reader.folder, "moonrise"), start
        path.write_text(text, "utf-8")
    text = (path := reader.folder / "mine/designs/moonrise" / CARD).read_text("utf-8")
    for old, new in UNPRINTABLE.values():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    reader.said = "\n".join(map(str, check_design(open_desk(reader.folder), "moonrise")))
    for start in UNPRINTABLE:
        reader.see(next(line for line in told if line.startswith(start)))


def test_a_kit_gets_a_computed_design(reader: Follower, root: Path) -> None:
    def check(words: list[str]) -> None:
        assert compose_all(reader.folder, "tide") == ""

    markdown = page(root, "customise/computed-designs.md")
    reader.instead = {"make check": check}
    reader.follow(markdown)
    assert distance(reader.folder / "tide.png", root / "docs/assets/tide.webp") < 2
    with Image.open(reader.folder / "tide-wide.png") as picture:
        assert picture.width > picture.height
    # The table names all that a drawing knows, and nothing else.
    table = markdown.partition("| Name | What it is |")[2].partition("\n\n")[0]
    rows = [row.split("|")[1] for row in table.strip().split("\n")[1:]]
    named = {name for row in rows for name in re.findall(r"`([\w.]+)`", row)}
    card = {f"card.{name}" for name, _ in inspect.getmembers(Card(1, 1)) if name[0] != "_"}
    roles = {f"palette.{role}" for role in ROLES}
    values = values_of(Drawing("x", "us-a2", Size(1, 1), "flat", "bleed", "front", ""), {})
    assert named == card | roles | values.keys() - {"card", "palette"}


def test_a_kit_gets_pages_of_its_own(reader: Follower, root: Path) -> None:
    reader.follow(page(root, "customise/your-own-pages.md"))
    folder = reader.folder
    for name in ("generator/publish", "mine"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "generator/publish/hook.py", folder / "generator/publish")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    own = (folder / "site/kit/pages/read-my-note/index.html").read_text("utf-8")
    assert "We read your note" in own
    (link,) = re.findall(r'<a href="([^"]*)"[^>]*>About us</a></li>', own)
    assert (folder / "site/kit/pages/read-my-note" / link / "index.html").is_file()


def test_an_update_leaves_what_is_ones_own_alone(
    small: Path, root: Path, tmp_path: Path, afternote: Callable[..., object]
) -> None:
    def git(folder: Path, *words: str) -> str:
        name = ["-c", "user.name=Jo", "-c", "user.email=jo@example.org"]
        done = subprocess.run(
            ["git", *name, *words], cwd=folder, capture_output=True, text=True, check=True
        )
        return done.stdout

    def add_upstream(words: list[str]) -> None:
        assert words[-1] == "ADDRESS"
        git(mine, *words[1:-1], str(small))

    (small / "mine/.gitkeep").touch()
    git(small, "init", "--initial-branch=main")
    git(small, "add", ".")
    git(small, "commit", "-m", "The kit")
    mine = tmp_path / "mine"
    git(tmp_path, "clone", str(small), str(mine))
    for key, value in (("user.name", "Jo"), ("user.email", "jo@example.org")):
        git(mine, "config", key, value)
    reader = Follower(mine, afternote)
    for name in ("palettes", "index"):
        reader.follow(files_only(page(root, f"customise/{name}.md")))
    shutil.copytree(mine / "assets/designs/open-door", mine / "mine/designs/open-door")

    # The kit goes on: a file more, a file changed, a file gone.
    before = (small / "assets/kit.yml").read_text("utf-8")
    (small / "assets/kit.yml").write_text(before.replace("locale: en-US", "locale: en-GB"), "utf-8")
    shutil.copytree(small / "assets/designs/open-door", small / "assets/designs/gate")
    shutil.rmtree(small / "assets/designs/open-door")
    git(small, "add", ".")
    git(small, "commit", "-m", "What is new")

    reader.instead = {"git remote add": add_upstream, "make site": nothing}
    reader.follow(page(root, "customise/updates.md"))
    kit = load_kit(mine)
    assert (kit.settings.owner, kit.settings.locale) == ("Jo Martin", "en-GB")
    assert sorted(kit.designs) == ["gate", "open-door"]
    assert kit.designs["open-door"].folder == mine / "mine/designs/open-door"
    assert "heather" in kit.palettes


def test_what_the_page_on_pictures_shows_is_a_design(reader: Follower, root: Path) -> None:
    folder = reader.folder / "mine/designs/quiet"
    blocks = steps(page(root, "customise/pictures-and-monograms.md"))
    assert {step.language for step in blocks} == {"yaml"} and len(blocks) >= 5
    settings = "".join(step.text for step in blocks if not step.text.startswith("slots:"))
    slots = "".join(
        step.text.removeprefix("slots:\n") for step in blocks if step.text.startswith("slots:")
    )
    names = re.findall(r"^  (\w+):", slots, re.MULTILINE)
    assert len(names) >= 3
    reader.do(Step("yaml", "mine/kit.yml", settings))
    design = QUIET.format(slots=slots)
    reader.do(Step("yaml", "mine/designs/quiet/design.yml", design))
    rects = "".join(
        f'<rect id="slot-{name}" x="20" y="{20 + 30 * at}" width="40" height="25"/>'
        for at, name in enumerate(names)
    )
    page_box = 'viewBox="0 0 117.95 149.7"'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {page_box}>{rects}</svg>'
    (folder / "card.svg").write_text(drawing)
    (reader.folder / "mine/logo.svg").write_text(LOGO)
    Image.new("RGB", (1200, 800), (90, 120, 160)).save(folder / "harbor.jpg")
    assert compose_all(reader.folder, "quiet") == ""
