"""The initials of a name, as a monogram carries them: one to three letters of any script."""

import re
import unicodedata
from collections.abc import Iterable

MOST = 3


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set("mr mrs ms miss mx dr prof sir dame rev herr frau mme mlle sr sra")
SUFFIXES = _set("jr sr ii iii iv phd md dds esq jd mba rn cpa dphil")
PARTICLES = _set(
    "al and av af bin binti bint d da das de degli del dela della den der des di do dos du e el et "
    "ibn la las le los of op och ten ter und van vom von y zu zum zur בן בת בר آل بن ابن بنت"
)
"""Words inside a name that lend no letter to it."""
COMPOUND = _set(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 "
    "宇文 长孙 長孫 端木 南宫 南宮 轩辕 軒轅 남궁 황보 제갈 선우 독고 사공 서문"
)
"""Family names of two characters, which stand unbroken before the given name."""
ZWNJ = "\u200c"
"""Keeps the letters of a joined script apart."""
_CASED = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u0531-\u0587\u1e00-\u1fff]")
_HAN = re.compile("[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f]")
_ARTICLE = re.compile("ال(?=..)")
_LED_VOWEL = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")
_THAI_LAO = re.compile("[\u0e01-\u0e2e\u0e81-\u0eae]")
_FOREIGN = re.compile("[・·‧]")
"""Parts the words of a name from elsewhere in Chinese and Japanese."""
_BREAKS = re.compile(r"[\s,;・·‧.&+/]+")


def initials(name: str) -> str:
    """Return the initials of a name: of its first word and its last two; "" if it has no letter.

    A Chinese, Korean or Japanese name gives its family name, which comes first. Particles, titles
    and degrees give nothing. Arabic letters are kept from joining, since together they could spell
    a word.
    """
    words = [word for word in _BREAKS.split(unicodedata.normalize("NFC", name)) if word]
    words = [word for word in words if any(char.isalpha() for char in word)]
    if not words:
        return ""
    if not _FOREIGN.search(name) and (family := _family(words)):
        return family
    letters = [letter for word in _telling(words) if (letter := _initial(word))]
    chosen = letters if len(letters) <= MOST else [letters[0], *letters[1 - MOST :]]
    return join_letters(chosen)


def join_letters(letters: Iterable[str]) -> str:
    """Return letters in a row; those of Arabic script keep the form that each has by itself."""
    joined = ""
    for letter in letters:
        apart = joined and _ARABIC.match(letter) and _ARABIC.match(joined[-1])
        joined += ZWNJ + letter if apart else letter
    return joined


def clusters(text: str) -> list[str]:
    """Return a text's letters as a reader counts them (UAX #29, extended grapheme clusters)."""
    if text.isascii():
        return list(text)
    # Its tables are only worth loading where a letter may have marks.
    from uniseg.graphemecluster import grapheme_clusters

    return [str(cluster) for cluster in grapheme_clusters(text)]


def _family(words: list[str]) -> str:
    """Return the family name of a Han or Hangul name, "" for any other."""
    first = words[0]
    if _HANGUL.fullmatch(first):
        return first[:2] if first[:2] in COMPOUND and len(first) > 2 else first[:1]
    run = _HAN.match(first)
    if run is None or any(not _is_east(word) for word in words):
        return ""
    han = run[0]
    if len(words) > 1 or len(han) < len(first):
        return han if len(han) <= MOST else han[:1]
    is_long = len(han) > 3 or (han[:2] in COMPOUND and len(han) > 2)
    return han[:2] if is_long else han[:1]


def _is_east(word: str) -> bool:
    return bool(_HAN.match(word)) or "\u3040" <= word[0] <= "\u30ff"


def _telling(words: list[str]) -> list[str]:
    """Return the words that lend a letter: no titles, degrees and particles."""
    if len(words) > 1 and words[0].lower() in TITLES:
        words = words[1:]
    kept = [word for word in words[1:] if word.lower() not in SUFFIXES]
    words = [words[0], *kept]
    has_capitals = any(word[0].isupper() for word in words)
    telling = [
        word
        for word in words
        if word.lower() not in PARTICLES and not (has_capitals and word[0].islower())
    ]
    return telling or words


def _initial(word: str) -> str:
    """Return the first letter of a word with its marks; "" where it has none."""
    start = next((at for at, char in enumerate(word) if char.isalpha()), len(word))
    word = _ARTICLE.sub("", word[start:]) if _ARTICLE.match(word[start:]) else word[start:]
    if not word:
        return ""
    if _LED_VOWEL.match(word):
        word = word[1:] or word
    if _THAI_LAO.match(word) or _ARABIC.match(word):
        return word[0]
    letter = clusters(word)[0]
    return letter.upper() if _CASED.match(letter) else letter
