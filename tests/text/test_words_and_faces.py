"""Words keep one face, scripts are told apart, and what is shaped adds up."""

from dataclasses import replace

import pytest

from generator.fonts.library import Library
from generator.model.paint import Ink
from generator.model.scene import Run
from generator.text.bidi import embedding_levels, is_plain
from generator.text.case import Case, case_for
from generator.text.itemise import Items, itemise
from generator.text.script import han_language, script_of
from generator.text.shape import char_widths, feature_values, shape
from generator.text.source import HardLine, clean, hard_lines
from generator.text.style import Style

FACES = (
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
NAMES = (
    "Nguyễn",
    "Żółć",
    "Ελένη",
    "Олександр",
    "שרה",
    "محمد",
    "अनन्या",
    "สมชาย",
    "小明",
    "佐藤",
    "민준",
    "Tố",
    "O’Néill",
    "❤",
    "❤️",
    "👩‍👩‍👧",
)


def make_style(library: Library, typeface: str, lang: str = "en") -> Style:
    return Style("message", library.stack(typeface), (12_000, 12_000), Ink("ink"), lang=lang)


def cut(text: str, case: Case, lang_han: str = "zh") -> Items:
    levels = None if is_plain(text) else embedding_levels(text, rtl=False)
    return itemise(text, case, lang_han, levels)


def shaped(text: str, case: Case) -> list[Run]:
    return [
        case.run(text[item.start : item.end], item.face, item.level, item.script, "zh")
        for item in cut(text, case).items
    ]


@pytest.mark.parametrize("typeface", FACES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_whole_in_one_face(library: Library, typeface: str, name: str) -> None:
    case = case_for(make_style(library, typeface))
    text = clean(f"Dear {name}, thanks")
    items, missing = cut(text, case)
    assert not missing
    start = text.index(clean(name))
    inside = {i.face for i in items if i.start < start + len(clean(name)) and i.end > start}
    assert len(inside) == 1
    assert all(gid for run in shaped(text, case) for gid in run.gids)


def test_a_name_takes_a_kindred_face_before_a_last_resort(library: Library) -> None:
    case = case_for(make_style(library, "great-vibes"))
    assert [case.faces[i.face].id for i in cut("Ελένη", case).items] == ["eb-garamond-400-italic"]


def test_han_follows_what_the_text_tells_then_its_language_then_the_kit(library: Library) -> None:
    assert han_language("田中さん") == "ja"
    assert han_language("金 선생님") == "ko"
    assert han_language("小明 Smith") is None
    for lang, han in {"en": "zh", "ja": "ja", "zh-Hant-TW": "zh-Hant", "zh-CN": "zh"}.items():
        case = case_for(make_style(library, "text", lang))
        assert case.han(None) == han
        assert case.han("ko") == "ko"
    case = case_for(make_style(library, "text"))
    for han in ("zh", "ja", "ko"):
        (item,) = cut("直", case, han).items
        assert case.faces[item.face].id == f"noto-cjk-{han}-400"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("שרה,", [("שרה", "noto-sans-hebrew"), (",", "eb-garamond")]),
        ("(שרה)", [("(", "eb-garamond"), ("שרה", "noto-sans-hebrew"), (")", "eb-garamond")]),
        ("Hi❤️!", [("Hi", "eb-garamond"), ("❤️", "noto-emoji"), ("!", "eb-garamond")]),
        ("thanks—小明", [("thanks—", "eb-garamond"), ("小明", "noto-cjk")]),
        ("Smith—Jones", [("Smith—Jones", "eb-garamond")]),
        ("अनन्या।", [("अनन्या।", "noto-sans-devanagari")]),
    ],
)
def test_signs_around_a_word_may_differ_from_it(
    library: Library, text: str, parts: list[tuple[str, str]]
) -> None:
    case = case_for(make_style(library, "text"))
    found = [(text[p.start : p.end], p.face) for p in case.parts(text, "zh")]
    assert [(word, case.faces[face or 0].family) for word, face in found] == parts


def test_a_character_that_no_face_has_is_missing(library: Library) -> None:
    case = case_for(make_style(library, "text"))
    assert cut("so \U00013000 and \U00010380", case).missing == {"\U00013000", "\U00010380"}
    assert cut("so\u200b \u200d\ufe0f \u2066x\u2069 \u00ad", case).missing == set()


def test_spaces_go_with_their_neighbours_but_never_with_emoji(library: Library) -> None:
    case = case_for(make_style(library, "text"))

    def families(text: str) -> list[str]:
        return [case.faces[item.face].family for item in cut(text, case).items]

    assert families("שרה שרה") == ["noto-sans-hebrew"] * 3
    assert families("שרה a") == ["noto-sans-hebrew", "eb-garamond", "eb-garamond"]
    assert families("❤ ❤") == ["noto-emoji", "eb-garamond", "noto-emoji"]


def test_a_line_face_is_shaped_by_more_than_words(library: Library) -> None:
    word, line = (case_for(make_style(library, name)) for name in ("text", "caveat"))
    text = "so many thanks"
    assert [text[i.start : i.end] for i in cut(text, word).items] == [
        "so", " ", "many", " ", "thanks",
    ]  # fmt: skip
    assert [text[i.start : i.end] for i in cut(text, line).items] == [text]


def test_a_run_is_shaped_once(library: Library) -> None:
    case = case_for(make_style(library, "text"))
    first, _, second = shaped("thanks thanks", case)
    assert first is second
    assert case_for(make_style(library, "text")) is case
    assert case_for(replace(make_style(library, "text"), features=("smcp",))) is not case


def test_kerning_ligatures_and_features_reach_the_glyphs(library: Library) -> None:
    face = library.face("text")
    apart = sum(shape(face, char, 0, "Latn", "en").width for char in "Tố")
    assert shape(face, "Tố", 0, "Latn", "en").width == apart - 105
    assert len(shape(face, "ffi", 0, "Latn", "en").gids) == 1
    assert len(shape(face, "ffi", 0, "Latn", "en", ("-liga",)).gids) == 3
    assert shape(face, "abc", 0, "Latn", "en", ("smcp",)).gids != (
        shape(face, "abc", 0, "Latn", "en").gids
    )
    assert feature_values(("smcp", "-liga", "salt=2")) == {"smcp": 1, "liga": 0, "salt": 2}


def test_right_to_left_glyphs_are_in_visual_order(library: Library) -> None:
    run = shape(library.face("noto-sans-hebrew"), "שרה", 1, "Hebr", "he")
    assert run.clusters == (2, 1, 0)
    arabic = shape(library.face("noto-sans-arabic"), "محمد", 1, "Arab", "ar")
    alone = [shape(library.face("noto-sans-arabic"), char, 1, "Arab", "ar") for char in "محمد"]
    assert arabic.gids != tuple(gid for run in reversed(alone) for gid in run.gids)


def test_an_emoji_sequence_is_one_glyph(library: Library) -> None:
    (run,) = shaped("👩‍👩‍👧", case_for(make_style(library, "text")))
    assert len([advance for advance in run.advances if advance]) == 1


def test_ignorable_characters_leave_no_glyph(library: Library) -> None:
    run = shape(library.face("text"), "a\u200b\u2060\u00ad\u200db", 0, "Latn", "en")
    assert len(run.gids) == 2
    assert run.width == shape(library.face("text"), "ab", 0, "Latn", "en").width


def test_clusters_are_code_points_and_widths_add_up(library: Library) -> None:
    face = library.face("noto-emoji")
    run = shape(face, "❤👩‍👩‍👧❤", 0, "Zyyy", "en")
    assert run.clusters[0] == 0
    assert run.clusters[-1] == 6
    assert sum(char_widths(run)) == run.width == sum(run.advances)


def test_tracking_spaces_clusters_not_marks_and_joins_nothing(library: Library) -> None:
    face = library.face("text")
    plain = shape(face, "x́x", 0, "Latn", "en")
    spaced = shape(face, "x́x", 0, "Latn", "en", (), 100)
    assert spaced.width - plain.width == 2 * 100
    assert spaced.dx == plain.dx
    arabic = library.face("noto-sans-arabic")
    assert shape(arabic, "محمد", 1, "Arab", "ar", (), 100) == shape(arabic, "محمد", 1, "Arab", "ar")
    case = case_for(replace(make_style(library, "text"), tracking=50))
    assert "-liga" in case.features


def test_a_case_forgets_before_it_fills_the_memory(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.text.case.KEPT_GLYPHS", 10)
    case = Case(library.stack("text"), "en", (), 0)
    first = case.run("thanks", 0, 0, "Latn", "")
    case.run("so much", 0, 0, "Latn", "")
    again = case.run("thanks", 0, 0, "Latn", "")
    assert again is not first
    assert again == first


def test_scripts_are_told_by_name() -> None:
    found = {char: script_of(char) for char in "aЖΩשم小のノ한अ,1 \u0301—"}
    assert list(found.values()) == [
        "Latn", "Cyrl", "Grek", "Hebr", "Arab", "Hani", "Hira", "Kana", "Hang", "Deva",
        None, None, None, None, None,
    ]  # fmt: skip


def test_a_text_is_cleaned_and_cut_where_its_writer_broke_it() -> None:
    assert clean(" a\t b \r\n\r\n\r\n c\x07\ufeff \n d\u0301 ") == "a b\n\nc\nd\u0301"
    assert clean("e\u0301") == "é"
    assert hard_lines("a b\n\nc\nd") == [
        HardLine(0, "a b", 0),
        HardLine(5, "c", 1),
        HardLine(7, "d", 1),
    ]
    assert hard_lines("") == []
