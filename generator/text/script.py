"""Which script a character is written in, as ISO 15924 tags, and what follows for Han."""

import re
import unicodedata
from functools import lru_cache

_TAGS = {
    "LATIN": "Latn",
    "GREEK": "Grek",
    "COPTIC": "Copt",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "NKO": "Nkoo",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "ORIYA": "Orya",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "TIBETAN": "Tibt",
    "MYANMAR": "Mymr",
    "KHMER": "Khmr",
    "ETHIOPIC": "Ethi",
    "MONGOLIAN": "Mong",
    "CHEROKEE": "Cher",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "BOPOMOFO": "Bopo",
    "CJK": "Hani",
    "IDEOGRAPHIC": "Hani",
}
HAN_TAGS = frozenset({"Hani", "Hira", "Kana", "Bopo", "Hang"})
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")


@lru_cache(maxsize=65536)
def script_of(char: str) -> str | None:
    """Return a character's script, None for marks, digits and signs that all scripts share.

    Unicode's names begin with the script (Unicode 4.8), so no table is needed.
    """
    if unicodedata.category(char)[0] in "PSZC" and ord(char) < 0x590:
        return None
    return _TAGS.get(unicodedata.name(char, "").partition(" ")[0])


def han_language(text: str) -> str | None:
    """Return whose Han characters a text is written with, None where it does not tell."""
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    return None
