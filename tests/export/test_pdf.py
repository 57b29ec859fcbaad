import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from generator.export.pdf import Edition, write_pdf
from generator.export.png import encode_png
from generator.layout.pages import card_pages
from generator.load.kit import load_kit
from generator.model.length import Box
from generator.model.order import Order
from generator.model.paint import Ink
from generator.model.problem import Problems
from generator.model.scene import Card, Face, FontFile, Group, Line, Run, Scene, Text
from generator.model.scene import Path as Shape
from generator.press import Press
from tests.unpacked import unpacked

ROOT = Path(__file__).parents[2]
NOTE = (
    "Dear Nguyễn,\n\nThank you for the office, the first talk and the flow. "
    "محمد and לא and अनन्या, क्षेत्र and 小明.\n\nWarmly,"
)
WORDS = ("Nguyễn", "office", "first", "flow", "محمد", "לא", "अनन्या", "क्षेत्र", "小明")


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(load_kit(ROOT))


def order(design: str, fold: str = "side", **more: object) -> Order:
    given = {"message": NOTE, "fields": {"sender": "Jo Martin"}, "palette": "ink", **more}
    return Order(design=design, format="us-a2", fold=fold, **given)  # type: ignore[arg-type]


def pdf(card: Card, pages: str = "panels", *, marks: bool = False, **edition: object) -> bytes:
    out = io.BytesIO()
    scenes = card_pages(card, pages, marks=marks)  # type: ignore[arg-type]
    write_pdf(out, scenes, Edition(card.title, card.lang, **edition))  # type: ignore[arg-type]
    return out.getvalue()


def operators(data: bytes) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield every operator of every page and form with its numbers."""
    with pikepdf.open(io.BytesIO(data)) as document:
        streams = [page.obj for page in document.pages]
        streams += [o for o in document.objects if isinstance(o, pikepdf.Stream)]
        for stream in streams:
            if "/Subtype" in stream and stream.Subtype != "/Form":
                continue
            if "/Subtype" not in stream and "/Contents" not in stream:
                continue
            for operands, operator in pikepdf.parse_content_stream(stream):
                numbers = tuple(float(o) for o in operands if isinstance(o, int | Decimal))
                yield numbers, str(operator)


def test_boxes_are_exact_and_pages_in_order(press: Press) -> None:
    data = pdf(press.compose(order("open-door")))
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 4
        for page in document.pages:
            assert [float(v) for v in page.MediaBox] == [0, 0, 324, 414]
            assert [float(v) for v in page.BleedBox] == [0, 0, 324, 414]
            assert [float(v) for v in page.TrimBox] == [9, 9, 315, 405]
        root = document.Root
        assert root.ViewerPreferences.PrintScaling == "/None"
        assert str(root.Lang) == "en" and str(document.docinfo.Title).startswith("Open Door")


def test_marks_stay_outside_the_bleed_and_the_spread_has_its_fold(press: Press) -> None:
    card = press.compose(order("open-door"))
    plain, marked = pdf(card, "spreads"), pdf(card, "spreads", marks=True)
    with pikepdf.open(io.BytesIO(plain)) as a, pikepdf.open(io.BytesIO(marked)) as b:
        assert len(a.pages) == len(b.pages) == 2
        for page in b.pages:
            media, bleed, trim = (
                [float(v) for v in box] for box in (page.MediaBox, page.BleedBox, page.TrimBox)
            )
            assert trim[2] - trim[0] == 612 and trim[3] - trim[1] == 396
            assert all(m < t - 9 for m, t in zip(media[:2], trim[:2], strict=True))
            assert bleed == pytest.approx([trim[0] - 9, trim[1] - 9, trim[2] + 9, trim[3] + 9])


def test_the_note_can_be_read_back_in_every_script(press: Press) -> None:
    document = pypdfium2.PdfDocument(pdf(press.compose(order("open-door"))))
    text = document[2].get_textpage().get_text_bounded()
    found = " ".join(text.split())
    assert [word for word in WORDS if word in found] == list(WORDS)


@pytest.mark.parametrize("design", ["open-door", "horizon", "guilloche", "seigaiha", "laurel"])
def test_the_pdf_looks_as_the_picture_does(press: Press, design: str) -> None:
    asked = order(design, palette=press.kit.designs[design].palettes[0], message="Dear you,\n\nX")
    card = press.compose(asked)
    document = pypdfium2.PdfDocument(pdf(card))
    scenes = card_pages(card, "panels", marks=False)
    assert len(document) == len(scenes) == 4
    for page, scene in zip(document, scenes, strict=True):
        ours = Image.open(io.BytesIO(encode_png(scene, 300))).convert("RGB")
        theirs = page.render(scale=300 / 72).to_pil().convert("RGB").resize(ours.size)
        # Under a pixel, readers widen lines as they like: both are drawn fine, then looked at.
        ours, theirs = ours.reduce(3), theirs.reduce(3)
        mean = ImageStat.Stat(ImageChops.difference(ours, theirs)).mean
        assert sum(mean) / 3 / 255 < 0.01, (design, mean)


def test_faces_are_embedded_subsets_that_lead_back_to_text(press: Press) -> None:
    with pikepdf.open(io.BytesIO(pdf(press.compose(order("open-door"))))) as document:
        objects = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
        fonts = [o for o in objects if o.get("/Subtype") == "/Type0"]
        assert len(fonts) >= 5
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "/ToUnicode" in font


def test_process_inks_leave_no_rgb_and_text_is_black_alone(press: Press) -> None:
    data = pdf(press.compose(order("horizon", palette="dusk")), inks="cmyk")
    used = list(operators(data))
    assert not [o for _, o in used if o in {"rg", "RG", "g", "G"}]
    inks = [numbers for numbers, o in used if o == "k"]
    assert (0, 0, 0, 1) in inks and max(sum(ink) for ink in inks) <= 2.8
    assert b"DeviceCMYK" in unpacked(data) and b"DeviceRGB" not in unpacked(data)


def test_the_tags_follow_the_reading_order(press: Press) -> None:
    with pikepdf.open(io.BytesIO(pdf(press.compose(order("open-door"))))) as document:
        assert document.Root.MarkInfo.Marked
        sections = document.Root.StructTreeRoot.K.K
        assert [str(one.S) for one in sections] == ["/Sect"] * len(document.pages)
        assert [one.Pg.objgen for one in sections] == [p.obj.objgen for p in document.pages]
        kids = [kid for one in sections for kid in one.K]
        assert [str(kid.S) for kid in kids] == ["/H1", "/P", "/P", "/P"]


def test_every_glyph_leads_back_to_text_also_one_that_is_never_alone(press: Press) -> None:
    card = press.compose(order("open-door", message=f"{NOTE} น้ำคำ"))
    with pikepdf.open(io.BytesIO(pdf(card))) as document:
        fonts = [
            o
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == "/Type0"
        ]
        counts = []
        for font in fonts:
            used = {int(gid) for gid in list(font.DescendantFonts[0].W)[::2]}
            rows = re.findall(rb"^<(\w{4})> <(\w+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
            assert used <= {int(gid, 16) for gid, _ in rows}, str(font.BaseFont)
            counts.append(len(used))
    assert len(counts) >= 5 and max(counts) > 20


def test_art_is_written_once_however_many_pages_show_it(press: Press) -> None:
    scene = press.scene(order("laurel"), "inside")
    sizes = []
    for count in (1, 50):
        out = io.BytesIO()
        write_pdf(out, (scene for _ in range(count)), Edition("t", "en", is_tagged=False))
        sizes.append(len(out.getvalue()))
    assert (sizes[1] - sizes[0]) / 49 < 100, "and a page that comes again is written once"


def test_the_same_card_gives_the_same_bytes(press: Press) -> None:
    card = press.compose(order("guilloche"))
    assert pdf(card) == pdf(card)
    assert len(pdf(press.compose(order("open-door", message="Dear you,")))) < 60_000


def test_a_face_that_may_not_be_embedded_is_refused() -> None:
    file = FontFile("p", "f")
    face = Face("closed-400", "Closed", file, 1000, 800, -200, 700, 500, embeddable=False)
    run = Run(face, "a", 0, (1,), (500,), (0,), (0,), (0,), 500)
    lines = (Line(0, 0, 0, 1, (run,)),)
    text = Text("message", "P", "en", False, "a", 10_000, 0, Ink("ink"), lines)
    box = Box(0, 0, 72_000, 72_000)
    with pytest.raises(Problems, match="Closed forbids"):
        write_pdf(io.BytesIO(), [Scene(box, box, 0, (text,))], Edition("t", "en"))


def test_opacity_and_gradients_are_kept() -> None:
    box = Box(0, 0, 72_000, 72_000)
    square = Shape("M0 0L72000 0L72000 72000L0 72000Z", Ink("ink", (255, 0, 0)))
    scene = Scene(box, box, 0, (Group((square,), opacity=500),))
    out = io.BytesIO()
    write_pdf(out, [scene], Edition("t", "en"))
    image = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=0.5).to_pil()
    assert image.getpixel((18, 18))[:3] == pytest.approx((255, 127, 127), abs=2)


def test_a_gradient_is_drawn_in_points_so_that_no_reader_takes_its_space_for_collapsed(
    press: Press,
) -> None:
    data = pdf(press.compose(order("horizon", palette="dusk", form="inset")))
    scales = [numbers[0] for numbers, o in operators(data) if o == "cm" and len(numbers) == 6]
    fills = sum(o == "scn" for _, o in operators(data))
    assert fills and scales.count(1000) == fills


def test_a_card_of_flat_art_and_many_scripts_is_small(press: Press) -> None:
    for design, note in (("open-door", NOTE), ("guilloche", NOTE), ("colophon", "Dear you,")):
        data = pdf(press.compose(order(design, message=note)))
        assert len(data) <= 60_000, (design, len(data))


@pytest.mark.parametrize("design", ["meadow", "seigaiha"])
def test_the_longest_card_of_flat_art_is_small(press: Press, design: str) -> None:
    own = press.kit.designs[design]
    way, palette = own.orientation, own.palettes[0]
    asked = order(design, form="blank", orientation=way, palette=palette)
    data = pdf(press.compose(replace(asked, format="iso-dl")))
    assert 30_000 < len(data) <= 60_000


def test_art_far_from_the_corner_is_written_from_its_own_and_stays_in_place() -> None:
    box, d = Box(0, 0, 72_000, 72_000), "M60000 60000L61013 60000L61013 60990L60000 60990Z" * 4
    items = (Shape(d, Ink("ink", (255, 0, 0))),)
    scene = Scene(box, box, 0, (Group(items, artifact=True, key="art"),))
    out = io.BytesIO()
    write_pdf(out, [scene], Edition("t", "en"))
    found = list(operators(out.getvalue()))
    assert ([25, 0, 0, 25, 60000, 60000], "cm") in [([*n], o) for n, o in found]
    assert [0, 0] in [[*n] for n, o in found if o == "m"]
    image = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=1).to_pil()
    assert image.getpixel((60, 60))[:3] == (255, 0, 0)
    assert image.getpixel((59, 59))[:3] == image.getpixel((62, 60))[:3] == (255, 255, 255)


def test_paths_that_look_alike_share_their_state_and_art_keeps_its_place() -> None:
    box, red = Box(0, 0, 72_000, 72_000), Ink("ink", (255, 0, 0))
    squares = tuple(
        Shape(f"M{x} 9L{x + 3_007} 9L{x + 3_007} 9011L{x} 9011Z", red)
        for x in range(0, 72_000, 7_013)
    )
    pages = [Scene(box, box, 0, (Group(squares, artifact=True, key=key),)) for key in ("a", None)]
    out = io.BytesIO()
    write_pdf(out, pages, Edition("t", "en"))
    assert [o for _, o in operators(out.getvalue())].count("rg") == 2
    coarse, fine = (
        page.render(scale=20).to_pil() for page in pypdfium2.PdfDocument(out.getvalue())
    )
    assert max(ImageStat.Stat(ImageChops.difference(coarse, fine)).mean) < 0.3
    assert coarse.getpixel((20, 20))[:3] == (255, 0, 0)
