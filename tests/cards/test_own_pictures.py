"""A fork's own picture on its cards: placed, fine enough, in every form and file, or refused."""

import json
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw

from generator.export.pdf import Edition, write_pdf
from generator.export.plain import card_json
from generator.export.png import paint
from generator.layout.pages import card_pages
from generator.load.kit import load_kit
from generator.load.profile import PROFILE
from generator.model.kit import FORMS, Form
from generator.model.order import Order
from generator.model.problem import Problems
from generator.press import Press
from tests.unpacked import unpacked

DESIGN = """\
name: Badge
summary: A mark and a place to write.
family: geometric
formats: [us-a2]
palettes: [ink]
panels: {flat: {front: card, back: none}}
slots:
  mark: {kind: picture, %s}
  message: {size: 9pt, required: false}
"""
CARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 117.95 149.7">
  <rect id="slot-mark" x="%s" y="%s" width="%s" height="%s"/>
  <rect id="slot-message" x="10" y="70" width="80" height="60"/>
</svg>
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <rect width="20" height="10" fill="#ffffff"/>
  <rect x="2" y="2" width="6" height="6" fill="#c81e1e"/>
  <path d="M11 2h7v6h-7z" fill="none" stroke="#000000"/>
  <circle cx="14.5" cy="5" r="1" class="accent"/>
</svg>
"""
DPI = 100
PER_MM = DPI / 25.4
AT = (20, 20, 40, 20)


class Bench:
    """A kit with one design that has a place for a picture."""

    def __init__(self, fork: Path) -> None:
        self.root, self.folder = fork, fork / "mine" / "designs" / "badge"
        self.folder.mkdir(parents=True)
        self.draw()

    def draw(self, at: tuple[float, ...] = AT, keys: str = "file: mark.png, alt: A mark") -> None:
        (self.folder / "design.yml").write_text(DESIGN % keys)
        (self.folder / "card.svg").write_text(CARD % at)

    def save(self, image: Image.Image, name: str = "mark.png", **options: object) -> None:
        image.save(self.folder / name, **options)

    def order(self, form: Form = "bleed") -> Order:
        return Order("badge", "us-a2", palette="ink", form=form, bleed=0)

    def image(self, form: Form = "bleed") -> Image.Image:
        scene = Press(load_kit(self.root)).scene(self.order(form), "front")
        return paint(scene, DPI).convert("RGB")

    def at(self, x: float, y: float, form: Form = "bleed") -> tuple[int, ...]:
        found = self.image(form).getpixel((round(x * PER_MM), round(y * PER_MM)))
        assert isinstance(found, tuple)
        return found

    def pdf(self, inks: str, form: Form = "bleed") -> Path:
        card = Press(load_kit(self.root)).compose(self.order(form))
        out = BytesIO()
        edition = Edition(card.title, "en", "cmyk" if inks == "cmyk" else "rgb")
        write_pdf(out, card_pages(card, "panels", marks=False), edition)
        path = self.root / f"{inks}.pdf"
        path.write_bytes(out.getvalue())
        return path

    def problem(self) -> str:
        with pytest.raises(Problems) as found:
            Press(load_kit(self.root)).compose(self.order())
        (problem,) = found.value.problems
        return str(problem)


@pytest.fixture
def bench(fork: Path) -> Bench:
    return Bench(fork)


def halves(width: int = 800, height: int = 400) -> Image.Image:
    """Red on the left, blue on the right, a clear stripe at the bottom."""
    image = Image.new("RGBA", (width, height), (200, 30, 30, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill=(30, 30, 200, 255))
    draw.rectangle((0, height * 3 // 4, width, height), fill=(0, 0, 0, 0))
    return image


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 6) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def test_a_picture_keeps_its_colours_and_what_is_clear(bench: Bench) -> None:
    bench.save(halves())
    assert near(bench.at(25, 25), (200, 30, 30)) and near(bench.at(55, 25), (30, 30, 200))
    assert bench.at(25, 38) == (255, 255, 255)


def test_contain_shows_all_and_cover_fills_all(bench: Bench) -> None:
    bench.save(halves(400, 400))
    assert near(bench.at(21, 21), (200, 30, 30)) and bench.at(55, 25) == (255, 255, 255)
    bench.draw(keys="file: mark.png, alt: A mark, align: right")
    assert bench.at(25, 25) == (255, 255, 255) and near(bench.at(58, 25), (30, 30, 200))
    bench.draw(keys="file: mark.png, alt: A mark, fit: cover")
    assert near(bench.at(21, 21), (200, 30, 30)) and near(bench.at(59, 21), (30, 30, 200))


def test_a_cover_that_touches_the_trim_bleeds_off_it(bench: Bench) -> None:
    bench.draw((0, 0, 107.95, 40), "file: mark.png, alt: A mark, fit: cover")
    bench.save(Image.new("RGB", (1400, 700), (200, 30, 30)))
    order = Order("badge", "us-a2", palette="ink")
    scene = Press(load_kit(bench.root)).scene(order, "front")
    image = paint(scene, DPI).convert("RGB")
    assert near(image.getpixel((0, 0)), (200, 30, 30)), "the corner of the bleed"
    assert image.getpixel((0, image.height - 1)) == (255, 255, 255)


def test_exif_turns_a_photograph_and_stays_at_home(bench: Bench) -> None:
    bench.draw(keys="file: mark.jpg, alt: A mark")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home"
    image = Image.new("RGB", (400, 800), (200, 30, 30))
    image.paste((30, 30, 200), (200, 0, 400, 800))
    bench.save(image, "mark.jpg", exif=exif, quality=95, subsampling=0)
    assert near(bench.at(55, 24), (200, 30, 30)), "what lay left stands above"
    assert near(bench.at(25, 36), (30, 30, 200))
    assert b"taken at home" not in bench.pdf("rgb").read_bytes()


def test_process_inks_are_read_by_a_profile(bench: Bench) -> None:
    """Pure cyan is a pale blue on paper, not the screen's own."""
    bench.draw(keys="file: mark.jpg, alt: A mark")
    cyan = Image.new("CMYK", (800, 400), (255, 0, 0, 0))
    bench.save(cyan, "mark.jpg", quality=95)
    plain = bench.at(30, 25)
    assert near(plain, (0, 158, 224), 12)
    bench.save(cyan, "mark.jpg", quality=95, icc_profile=PROFILE.read_bytes())
    assert near(bench.at(30, 25), plain, 3)


def test_an_svg_keeps_its_own_colours_and_follows_the_palette(bench: Bench) -> None:
    bench.draw(keys="file: mark.svg, alt: A mark")
    (bench.folder / "mark.svg").write_text(LOGO)
    accent = load_kit(bench.root).palettes["ink"].inks["accent"].rgb
    assert near(bench.at(30, 30), (200, 30, 30)) and near(bench.at(49, 30), accent)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shows_the_picture_its_way(bench: Bench, form: Form) -> None:
    bench.save(halves())
    found = bench.at(28, 28, form)
    if form == "grey":
        assert len(set(found)) == 1 and found[0] < 200
    elif form == "low-ink":
        assert min(found) > 180, "a photograph is lightened"
    else:
        assert near(found, (200, 30, 30))


def test_low_ink_keeps_the_lines_of_an_svg(bench: Bench) -> None:
    bench.draw((10, 10, 80, 50), "file: mark.svg, alt: A mark")
    (bench.folder / "mark.svg").write_text(LOGO)
    image = bench.image("low-ink")
    square = image.crop(tuple(round(side * PER_MM) for side in (16, 16, 44, 44)))
    assert square.getpixel((55, 55)) == (255, 255, 255)
    assert min(square.convert("L").getextrema()) < 160, "its outline stays"


@pytest.mark.parametrize("name", ["mark.png", "mark.jpg", "mark.svg"])
@pytest.mark.parametrize("form", ["bleed", "grey"])
def test_a_print_shop_gets_process_inks_within_its_limit(
    bench: Bench, name: str, form: Form
) -> None:
    bench.draw(keys=f"file: {name}, alt: A mark")
    dark = Image.new("RGB", (800, 400), (14, 8, 4))
    if name.endswith(".svg"):
        (bench.folder / name).write_text(LOGO.replace("#c81e1e", "#0e0804"))
    else:
        bench.save(dark, name)
    path = bench.pdf("cmyk", form)
    subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r100", f"-o{path}.tif", path],
        check=True,
        timeout=60,
    )
    with Image.open(f"{path}.tif") as found:
        spot = found.getpixel((round(30 * PER_MM), round(30 * PER_MM)))
    assert isinstance(spot, tuple)
    assert 180 < sum(spot) <= 285 * 2.55
    assert form != "grey" or spot[:3] == (0, 0, 0), "grey prints in black alone"


@pytest.mark.parametrize("name", ["mark.png", "mark.svg"])
def test_what_it_shows_is_told_in_words(bench: Bench, name: str) -> None:
    bench.draw(keys=f"file: {name}, alt: A door ajar")
    bench.save(halves()) if name.endswith("png") else (bench.folder / name).write_text(LOGO)
    told = "A door ajar".encode("utf-16-be").hex()
    data = unpacked(bench.pdf("rgb").read_bytes())
    assert data.count(b"/S /Figure") == 1
    assert f"/Alt <feff{told}>".encode() in data
    (picture,) = json.loads(card_json(Press(load_kit(bench.root)).compose(bench.order())))[
        "panels"
    ][0]["pictures"]
    x, y, width, height = (side / 72_000 * 25.4 for side in picture["box"])
    assert picture["alt"] == "A door ajar"
    assert (round(x), round(y), round(width), round(height)) == AT
    bench.draw(keys=f"file: {name}, alt: none")
    assert b"/S /Figure" not in unpacked(bench.pdf("rgb").read_bytes())


def test_the_kits_logo_stands_where_no_file_is_named(bench: Bench) -> None:
    bench.draw(keys="fit: contain")
    assert bench.at(30, 30) == (255, 255, 255), "without a logo the place stays free"
    (bench.root / "mine" / "logo.svg").write_text(LOGO)
    (bench.root / "mine" / "kit.yml").write_text("logo: mine/logo.svg\n")
    assert near(bench.at(30, 30), (200, 30, 30))
    bench.draw(keys="required: true")
    (bench.root / "mine" / "kit.yml").write_text("name: Notes\n")
    assert "there is none" in bench.problem()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.png", "there is no picture gone.png"),
        ("../../../assets/logo.png", "leads out of badge/"),
        ("/etc/logo.png", "leads out of badge/"),
        ("out.png", "leads out of badge/"),
        ("mark.gif", "of no kind"),
        ("text.png", "cannot be read as PNG or JPEG"),
        ("half.jpg", "cannot be read as PNG or JPEG"),
        ("small.png", "100 × 50 pixels, 63 an inch"),
        ("broken.svg", "badge/broken.svg:1:"),
        ("script.svg", "badge/script.svg:1:"),
    ],
)
def test_a_broken_picture_is_a_problem(bench: Bench, name: str, words: str) -> None:
    secret = bench.root / "secret.png"
    halves().save(secret)
    (bench.folder / "out.png").symlink_to(secret)
    (bench.folder / "mark.gif").write_bytes(b"GIF89a")
    (bench.folder / "text.png").write_text("no picture")
    bench.save(halves().convert("RGB"), "half.jpg")
    (bench.folder / "half.jpg").write_bytes((bench.folder / "half.jpg").read_bytes()[:3000])
    bench.save(halves(100, 50), "small.png")
    (bench.folder / "broken.svg").write_text("<svg")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    (bench.folder / "script.svg").write_text(svg)
    bench.draw(keys=f"file: {name}, alt: A mark")
    assert words in bench.problem()


def test_a_coarse_picture_says_how_many_pixels_it_needs(bench: Bench) -> None:
    bench.save(halves(100, 50))
    assert "use one of 315 × 158 pixels at least" in bench.problem()


def test_a_picture_without_words_is_a_problem(bench: Bench) -> None:
    bench.draw(keys="file: mark.png")
    with pytest.raises(Problems, match=r"does not say what mark\.png shows"):
        load_kit(bench.root)


def test_only_a_picture_has_a_file(bench: Bench) -> None:
    text = (
        (bench.folder / "design.yml").read_text().replace("size: 9pt,", "size: 9pt, file: a.png,")
    )
    (bench.folder / "design.yml").write_text(text)
    with pytest.raises(Problems, match=r"slots.message is no picture"):
        load_kit(bench.root)


def test_a_profile_without_srgb_is_carried_over(bench: Bench) -> None:
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = srgb.find(b"rXYZ"), srgb.find(b"gXYZ")
    srgb[red : red + 4], srgb[green : green + 4] = b"gXYZ", b"rXYZ"
    bench.save(Image.new("RGB", (800, 400), (160, 120, 90)), icc_profile=bytes(srgb))
    assert near(bench.at(30, 30), (120, 160, 90))
    first = bench.pdf("rgb").read_bytes()
    assert first == bench.pdf("rgb").read_bytes()
