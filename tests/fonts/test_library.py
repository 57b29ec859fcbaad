"""Typefaces open as stacks of faces, and what is missing is a Problem that says so."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import uharfbuzz as hb

from generator.fonts.coverage import coverage, covers, is_ignorable
from generator.fonts.extents import ink_depth
from generator.fonts.files import open_font
from generator.fonts.library import Library, nearest_weight
from generator.fonts.units import shaping_unit
from generator.model.kit import Kit, LastResort, Typeface, Typefaces
from generator.model.problem import Problems

Squares = Callable[..., Typeface]
TEXT_FACES = (
    "eb-garamond",
    "spectral",
    "cormorant-garamond",
    "libre-baskerville",
    "fraunces",
    "work-sans",
    "alegreya-sans",
    "atkinson-hyperlegible",
    "caveat",
    "kalam",
    "great-vibes",
    "ibm-plex-mono",
)
SAMPLES = {
    "noto-sans": "Ελένη Олександр Nguyễn",
    "noto-sans-hebrew": "שרה",
    "noto-sans-arabic": "محمد",
    "noto-sans-devanagari": "अनन्या",
    "noto-sans-thai": "สมชาย",
    "noto-cjk": "小明佐藤민준",
    "noto-emoji": "❤👩👧",
}
FEATURES = {
    "eb-garamond": "smcp c2sc onum liga",
    "spectral": "smcp onum liga",
    "cormorant-garamond": "smcp c2sc lnum",
    "work-sans": "smcp onum",
    "alegreya-sans": "smcp lnum",
    "atkinson-hyperlegible": "tnum",
    "great-vibes": "onum liga",
}


def test_every_shipped_typeface_opens_and_states_its_licence(kit: Kit, library: Library) -> None:
    assert len(kit.typefaces.faces) > len(TEXT_FACES)
    for typeface in kit.typefaces.faces.values():
        assert typeface.licence == "OFL-1.1"
        face = library.face(typeface.id, weight=nearest_weight(typeface, 400))
        assert face.embeddable, face.id
        assert face.upem > 0, face.id
        assert face.cap_height > 0, face.id
        for weight in typeface.statics:
            assert library.face(typeface.id, weight=weight).id == f"{typeface.id}-{weight}"
        if typeface.italic:
            italic = library.face(typeface.id, italic=True)
            assert italic.id == f"{typeface.id}-400-italic"
            assert italic.font.file != face.font.file


@pytest.mark.parametrize("name", TEXT_FACES)
def test_a_text_face_sets_western_names_and_signs_itself(library: Library, name: str) -> None:
    face = library.face(name)
    assert coverage(face).sets_all("Dear Zoë Żółć Müller, “it’s ‘so’ – thanks — 2024!” (…) fi & @")


@pytest.mark.parametrize(("name", "text"), SAMPLES.items())
def test_a_last_resort_covers_its_scripts(library: Library, name: str, text: str) -> None:
    assert coverage(library.face(name)).sets_all(text)


@pytest.mark.parametrize(("name", "features"), FEATURES.items())
def test_a_face_has_the_features_that_designs_ask_of_it(
    library: Library, name: str, features: str
) -> None:
    font = open_font(library.face(name).font)
    sample = "office Hh 0123456789 AbC"
    for feature in features.split():
        on, off = (_gids(font, sample, {feature: value}) for value in (1, 0))
        assert on != off, f"{name} does nothing for {feature}"
    assert _gids(font, sample, {"zzzz": 1}) == _gids(font, sample, {})


def _gids(font: hb.Font, text: str, features: dict[str, int]) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, features)
    return [info.codepoint for info in buffer.glyph_infos]


def test_a_stack_goes_from_the_own_face_by_kin_to_the_last_resorts(library: Library) -> None:
    ids = [face.id for face in library.stack("script")]
    assert ids[:3] == ["great-vibes-400", "eb-garamond-400-italic", "noto-sans-400"]
    assert {"noto-cjk-zh-400", "noto-cjk-ja-400", "noto-cjk-ko-400"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert library.stack("script") is library.stack("script")
    assert library.face("text").id == library.face("eb-garamond").id
    medium = [face.id for face in library.stack("cormorant-garamond", weight=500)]
    assert medium[:3] == ["cormorant-garamond-500", "eb-garamond-400", "noto-sans-400"]
    bold = [face.id for face in library.stack("text", weight=700)]
    assert bold[:2] == ["eb-garamond-700", "noto-sans-700"]


def test_han_faces_differ_by_the_index_in_one_file(library: Library) -> None:
    indexes = {face.han: face.font.index for face in library.stack("text") if face.han}
    assert indexes["ja"] != indexes["ko"] != indexes["zh"]
    assert next(iter(indexes)) == "zh"


def test_a_stand_in_is_as_tall_as_what_it_joins(library: Library) -> None:
    own, *others = library.stack("text")
    noto = next(face for face in others if face.id == "noto-sans-400")
    ours = own.cap_height + own.x_height
    theirs = (noto.cap_height + noto.x_height) * noto.scale / 1000
    assert abs(ours - theirs) < 0.01 * ours
    assert all(750 * 78 // 100 <= face.scale <= 1250 for face in others)


def test_axes_are_set(library: Library) -> None:
    face = library.face("fraunces")
    assert dict(face.font.axes) == {"SOFT": 0, "WONK": 0, "opsz": 144, "wght": 400}
    light, heavy = (library.face("fraunces", weight=weight) for weight in (100, 900))
    stem = [open_font(face.font).get_glyph_extents(20).width for face in (light, heavy)]
    assert stem[0] != stem[1]


def test_tails_are_measured_not_believed(library: Library) -> None:
    face = library.face("spectral")
    assert 150 < ink_depth(face) < 300 < face.descent


@pytest.mark.parametrize(
    ("change", "what", "hint"),
    [
        ({"package": "fontpkg-none"}, "fontpkg-none", "pip install fontpkg-none"),
        ({"upright": "Nope.ttf"}, "no font file Nope.ttf", "EBGaramond[wght].ttf"),
        ({"axes": {"opsz": 12}}, "no axis opsz at 12", "wght 400 to 800"),
        ({"weights": (700,)}, "no weight 400", "use 700"),
    ],
)
def test_what_is_missing_is_a_problem(
    kit: Kit, change: dict[str, object], what: str, hint: str
) -> None:
    broken = replace(kit.typefaces.faces["eb-garamond"], **change)
    library = Library(Typefaces({}, {"eb-garamond": broken}, ()))
    with pytest.raises(Problems) as raised:
        library.stack("eb-garamond")
    (problem,) = raised.value.problems
    assert what in problem.what
    assert hint in problem.hint
    assert problem.where == broken.where


def test_an_unknown_typeface_or_style_is_a_problem(library: Library) -> None:
    with pytest.raises(Problems, match="no typeface is called garamont"):
        library.stack("garamont")
    with pytest.raises(Problems, match="great-vibes has no italic"):
        library.stack("great-vibes", italic=True)
    with pytest.raises(Problems, match=r"great-vibes has no weight 600[\s\S]*use 400"):
        library.stack("script", weight=600)


def test_nearest_weight_is_the_lighter_of_two(kit: Kit) -> None:
    spectral = kit.typefaces.faces["spectral"]
    assert [nearest_weight(spectral, weight) for weight in (100, 350, 450, 550, 900)] == [
        300, 300, 400, 500, 600,
    ]  # fmt: skip


def test_a_face_knows_its_letters_and_what_needs_none(library: Library) -> None:
    face = library.face("atkinson-hyperlegible")
    assert covers(face, "a")
    assert not covers(face, "ễ")
    assert not covers(face, "\u2011")
    assert coverage(face).sets("\u2011")
    assert coverage(face).shown("re\u2011do") == "re-do"
    assert all(map(is_ignorable, "\u200b\u200c\u200d\ufe0f\u00ad\ufeff\u2066\u202e\t"))
    assert not any(map(is_ignorable, "a é.\u0600\u00a0"))


def test_a_red_heart_is_a_full_one_in_one_ink(library: Library) -> None:
    emoji = coverage(library.face("noto-emoji"))
    assert emoji.shown("a❤️b") == "a♥️b"
    couple = "👩\u200d❤️\u200d👨 ❤️\u200d🔥"
    assert emoji.shown(couple) == couple
    spectral = coverage(library.face("spectral"))
    assert spectral.sets("❤")
    assert not coverage(library.face("text")).sets("❤")


def build(squares: Squares, name: str, features: str) -> tuple[Library, str]:
    typeface = squares(name, features)
    return Library(Typefaces({}, {name: typeface}, ())), name


@pytest.mark.parametrize(
    ("name", "features", "unit"),
    [
        ("sq_plain", "", "word"),
        ("sq_kern", "feature kern { pos u0054 u006F -100; } kern;", "word"),
        ("sq_space_kern", "feature kern { pos space u0041 -50; } kern;", "line"),
        ("sq_kern_space", "feature kern { pos u0041 space -50; } kern;", "line"),
        ("sq_space_single", "feature kern { pos space 20; } kern;", "line"),
        ("sq_class", "@a=[u0041 space]; @b=[u0062];"
         "feature kern { pos @a @b -50; } kern;", "line"),
        ("sq_class_second", "@a=[u0041]; @b=[u0062 space];"
         "feature kern { pos @a @b -50; } kern;", "line"),
        ("sq_class_other", "@a=[u0041]; @b=[u0062 u0063];"
         "feature kern { pos @a @b -50; } kern;", "word"),
        ("sq_liga", "feature liga { sub u0066 u0069 by u0041; } liga;", "word"),
        ("sq_liga_space", "feature liga { sub u0066 space by u0041; } liga;", "line"),
        ("sq_calt", "feature calt { sub u0061 u0062' u0063 by u0041; } calt;", "word"),
        ("sq_calt_space", "feature calt { sub space u0062' by u0041; } calt;", "line"),
        ("sq_calt_ahead", "feature calt { sub u0062' space by u0041; } calt;", "line"),
        ("sq_calt_class", "feature calt { sub [u0061 space] u0062' by u0041; } calt;", "line"),
        ("sq_off", "feature dlig { sub u0066 space by u0041; } dlig;", "word"),
    ],
)  # fmt: skip
def test_a_face_is_shaped_by_lines_where_a_lookup_touches_the_space(
    squares: Squares, name: str, features: str, unit: str
) -> None:
    library, name = build(squares, name, features)
    assert library.face(name).unit == unit


def test_asking_for_a_feature_can_make_a_word_face_a_line_face(squares: Squares) -> None:
    library, name = build(
        squares, "sq_asked", "feature dlig { sub u0066 space by u0041; } dlig;"
        "feature kern { pos space u0041 -50; } kern;",
    )  # fmt: skip
    font = library.face(name).font
    assert shaping_unit(font, ()) == "line"
    assert shaping_unit(font, ("-kern",)) == "word"
    assert shaping_unit(font, ("-kern", "dlig")) == "line"


LINE_FACES = {"caveat", "great-vibes", "libre-baskerville", "work-sans"}


@pytest.mark.parametrize("name", TEXT_FACES)
def test_words_of_a_word_face_add_up_to_its_lines(library: Library, name: str) -> None:
    face = library.face(name)
    font = open_font(face.font)
    samples = [f"{a} {b}" for a in "TAVLfry.,’wx" for b in "TAVWYjos“w"]
    samples += ["thank you so much", "we all miss you", "it is in an inn"]
    apart = {
        sample: sum(_width(font, word) for word in sample.split())
        + sample.count(" ") * _width(font, " ")
        for sample in samples
    }
    same = [sample for sample in samples if apart[sample] == _width(font, sample)]
    if face.unit == "word":
        assert same == samples
    if name in LINE_FACES:
        assert len(same) < len(samples)


def _width(font: hb.Font, text: str) -> int:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


def test_last_resorts_keep_their_own_correction(kit: Kit) -> None:
    faces = {name: kit.typefaces.faces[name] for name in ("eb-garamond", "noto-sans")}
    plain, corrected = (
        Library(Typefaces({}, faces, (LastResort("noto-sans", scale, {}),))).stack("eb-garamond")
        for scale in (1000, 500)
    )
    assert abs(plain[1].scale - 2 * corrected[1].scale) <= 2
