"""PDFs as other people's tools see them: qpdf, poppler, pdfium, Ghostscript and pikepdf."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.export.pdf import Edition, write_pdf
from generator.export.png import encode_png
from generator.load.colour import MOST_INK
from generator.load.kit import load_kit
from generator.model.length import Box
from generator.model.paint import Gradient, Ink, Stop
from generator.model.scene import Path as Shape
from generator.model.scene import Picture, Scene
from generator.orders import Asked, take_order
from generator.press import Press

ROOT = Path(__file__).parents[2]
DPI = 144
"""US A2 with its bleed is a whole number of pixels at it, so no reader stretches the page."""
NOTES = {
    "en": "Dear Fiona, the official office file was difficult. Thank you for a fine fight.",
    "ar": "شكرا جزيلا على وقتكم",
    "hi": "आपके समय के लिए धन्यवाद",
    "zh": "感谢您的时间",
}
DESIGNS = ("correspondence", "guilloche", "horizon", "laurel", "open-door", "seigaiha")
RGB = {"rg", "RG"}


@cache
def press() -> Press:
    return Press(load_kit(ROOT))


def scene_of(design: str, note: Path | None = None, lang: str | None = None) -> Scene:
    asked = Asked(
        design,
        "us-a2",
        "flat",
        None,
        None if note else "runner-up",
        "warm",
        lang,
        None if note is None else str(note),
        ("recipient=Sam", "sender=Jo"),
        "bleed",
        None,
        None,
    )
    order = take_order(press().kit, asked)
    return press().scene(order, press().message_panel(order))


def pdf_of(scene: Scene, inks: Literal["rgb", "cmyk"] = "rgb") -> bytes:
    out = BytesIO()
    write_pdf(out, [scene], Edition("A card", "en", inks))
    return out.getvalue()


def ran(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, 0 to 1."""
    assert abs(one.width - other.width) <= 1 and abs(one.height - other.height) <= 1
    size = min(one.width, other.width), min(one.height, other.height)
    both = (image.convert("RGB").crop((0, 0, *size)) for image in (one, other))
    return sum(ImageStat.Stat(ImageChops.difference(*both)).mean) / 3 / 255


def operators(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[float, ...], bool]]:
    """Yield each operator of every content stream, its numbers, and whether it is inside text."""
    forms = [
        found
        for found in pdf.objects
        if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Form"
    ]
    for stream in (*pdf.pages, *forms):
        in_text = False
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            in_text = (in_text or name == "BT") and name != "ET"
            numbers = operands if name in {"k", "K"} else ()
            yield name, tuple(float(number) for number in numbers), in_text


@pytest.mark.parametrize("inks", ["rgb", "cmyk"])
@pytest.mark.parametrize("design", DESIGNS)
def test_files_are_sound_boxed_and_embedded(
    design: str, inks: Literal["rgb", "cmyk"], tmp_path: Path
) -> None:
    scene, file = scene_of(design), tmp_path / "card.pdf"
    file.write_bytes(pdf_of(scene, inks))
    assert pdf_of(scene, inks) == file.read_bytes(), "the same card gives the same bytes"
    ran("qpdf", "--check", file)
    boxes = dict(re.findall(r"^(\w+Box): +(.*)$", ran("pdfinfo", "-box", file), re.MULTILINE))
    for name, box in (
        ("MediaBox", scene.media),
        ("TrimBox", scene.trim),
        ("BleedBox", scene.trim.grown(scene.bleed)),
    ):
        left, low = box.x - scene.media.x, scene.media.bottom - box.bottom
        wanted = [part / 1000 for part in (left, low, left + box.width, low + box.height)]
        assert [float(part) for part in boxes[name].split()] == pytest.approx(wanted, abs=0.01)
    fonts = [line.split()[-5:-2] for line in ran("pdffonts", file).splitlines()[2:]]
    assert fonts and all(font == ["yes", "yes", "yes"] for font in fonts)


@pytest.mark.parametrize("lang", NOTES)
def test_the_note_can_be_copied_out(lang: str, tmp_path: Path) -> None:
    note, file = tmp_path / "note.txt", tmp_path / "card.pdf"
    note.write_text(NOTES[lang], encoding="utf-8")
    file.write_bytes(pdf_of(scene_of("correspondence", note, lang)))
    found = re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", ran("pdftotext", file, "-"))
    assert re.sub(r"\s", "", NOTES[lang]) in found


@pytest.mark.parametrize("design", DESIGNS)
def test_two_readers_paint_what_the_png_shows(design: str, tmp_path: Path) -> None:
    scene, file = scene_of(design), tmp_path / "card.pdf"
    file.write_bytes(pdf_of(scene))
    drawn = Image.open(BytesIO(encode_png(scene, DPI)))
    ran("pdftoppm", "-r", str(DPI), "-png", "-singlefile", file, tmp_path / "poppler")
    assert difference(Image.open(tmp_path / "poppler.png"), drawn) <= 0.01
    page = pypdfium2.PdfDocument(file)[0]
    assert difference(page.render(scale=DPI / 72).to_pil(), drawn) <= 0.01


@pytest.mark.parametrize("design", DESIGNS)
def test_a_file_for_the_press_holds_process_inks_alone(design: str, tmp_path: Path) -> None:
    scene, file = scene_of(design), tmp_path / "card.pdf"
    file.write_bytes(pdf_of(scene, "cmyk"))
    with pikepdf.open(file) as pdf:
        found = list(operators(pdf))
        assert not RGB & {name for name, _, _ in found}
        assert {n for name, n, in_text in found if in_text and name == "k"} == {(0, 0, 0, 1)}
        assert b"DeviceRGB" not in file.read_bytes()
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX" and intent.DestOutputProfile.N == 4
        assert pdf.pdf_version == "1.6" and pdf.docinfo.Trapped == "/False"
        with pdf.open_metadata() as metadata:
            version = metadata["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"]
            assert version == "PDF/X-4"
    assert most_ink(file, tmp_path) <= MOST_INK + 1


def test_pictures_and_gradients_go_through_in_process_inks(tmp_path: Path) -> None:
    blob = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(blob, "PNG")
    dark, light = (
        Ink("accent", (0, 0, 0), (60, 50, 50, 100)),
        Ink("second", (9, 9, 9), (0, 80, 0, 0)),
    )
    stops = Stop(0, dark), Stop(1000, light)
    fill = Gradient("linear", (0, 0, 100_000, 0), stops)
    box = Box(0, 0, 100_000, 100_000)
    items = (
        Shape("M0,0 L100000,0 L100000,50000 L0,50000 Z", fill),
        Picture(blob.getvalue(), Box(0, 50_000, 100_000, 50_000), "from black to white"),
    )
    file = tmp_path / "card.pdf"
    file.write_bytes(pdf_of(Scene(box, box, 0, items), "cmyk"))
    with pikepdf.open(file) as pdf:
        streams = [found for found in pdf.objects if isinstance(found, pikepdf.Stream)]
        spaces = {str(found.ColorSpace) for found in streams if "/ColorSpace" in found}
        assert spaces == {"/DeviceCMYK"}
    assert b"DeviceRGB" not in file.read_bytes()
    assert 200 < most_ink(file, tmp_path) <= MOST_INK + 1


def most_ink(file: Path, folder: Path) -> float:
    """Return the most ink on a page in percent, as Ghostscript separates it."""
    out = folder / "ink.tif"
    ran("gs", "-q", "-dSAFER", "-o", out, "-sDEVICE=tiff32nc", "-r72", file)
    with Image.open(out) as image:
        assert image.mode == "CMYK"
        inks = iter(image.tobytes())
        return max(map(sum, zip(inks, inks, inks, inks, strict=True))) / 2.55
