"""Initials of names of any script."""

import pytest

from generator.words.initials import ZWNJ, initials, join_letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ines Moreau", "IM"),
        ("Madonna", "M"),
        ("bell hooks", "BH"),
        ("van der Berg", "B"),
        ("Vincent van Gogh", "VG"),
        ("Nguyễn Thị Minh Khai", "NMK"),
        ("Ana María García López", "AGL"),
        ("Dr. Émile Moreau-Dupont, PhD", "ÉM"),
        ("J. R. R. Tolkien", "JRT"),
        ("Иван Сидоров", "ИС"),
        ("გიორგი მარგველაშვილი", "გმ"),
        ("王小明", "王"),
        ("欧阳震华", "欧阳"),
        ("约翰·史密斯", "约史"),
        ("山田 太郎", "山田"),
        ("山田太郎", "山田"),
        ("佐々木はなこ", "佐々木"),
        ("イネス・モロー", "イモ"),
        ("김민수", "김"),
        ("남궁민수", "남궁"),
        ("دانا كريم", f"د{ZWNJ}ك"),
        ("محمد بن سلمان", f"م{ZWNJ}س"),
        ("الخوارزمي", "خ"),
        ("דוד בן גוריון", "דג"),
        ("สมชาย ใจดี", "สจ"),
        ("नरेन्द्र मोदी", "नमो"),
        ("", ""),
        ("42", ""),
    ],
)
def test_a_name_gives_the_letters_that_its_owner_would_sign_with(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_letter_keeps_the_marks_that_are_typed_apart() -> None:
    assert initials("E\u0301mile Zola") == "ÉZ"


def test_only_letters_that_would_join_are_kept_apart() -> None:
    assert join_letters("دKك") == "دKك"
