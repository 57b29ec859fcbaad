"""A type case: the faces on hand for one way of setting, and the words already shaped."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.fonts.coverage import Coverage, coverage
from generator.fonts.units import shaping_unit
from generator.model.scene import Face, Run
from generator.text.script import HAN_TAGS, script_of
from generator.text.shape import shape, shape_words
from generator.text.style import Style

KEPT_WORDS = 6_000
KEPT_GLYPHS = 16_000
"""How much a case keeps: some 3 MB."""
LETTERSPACED = ("-liga", "-clig")
"""What letterspacing pulls apart must not be joined (CSS Text 3, 8.2)."""

_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
    "\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_MODIFIERS = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}"
    f"|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}{_MODIFIERS}(?:\u200d{_PICTURE}{_MODIFIERS})*"
)
_PART_AT = re.compile("(?<=[–—…/\u200b])(?=[^–—…/\u200b])")
_ROMAN = re.compile("[A-Za-z]")
_INNER = frozenset("'’ʼ-‐‑·״׳\u200c\u200d\u00ad")


class Part(NamedTuple):
    """A stretch of a word in one face and script; `face` is None where no face has it.

    `script` is None where the stretch has only what all scripts share.
    """

    start: int
    end: int
    face: int | None
    script: str | None


class Word(NamedTuple):
    """A word as set in a line of one script, and its places to break inside.

    `length` and `step` are those of the word with the space behind it, in characters and in
    millionths of an em. `stops` are None where the word alone does not tell them; `pens` are how
    far the pen is there.
    """

    run: Run
    length: int
    step: int
    stops: tuple[int, ...] | None
    pens: tuple[int, ...]


class Case:
    """The faces of one stack in one language with some features on, and what they have set."""

    __slots__ = (
        "_coverages",
        "_glyphs",
        "_lines",
        "_parts",
        "_runs",
        "_shelves",
        "faces",
        "features",
        "has_han",
        "lang",
        "tracking",
    )

    def __init__(
        self, faces: tuple[Face, ...], lang: str, features: tuple[str, ...], tracking: int
    ) -> None:
        self.faces = faces
        self.lang = lang
        self.has_han = any(face.han for face in faces)
        self.features = features + (LETTERSPACED if tracking else ())
        self.tracking = tracking
        self._lines: dict[int, bool] = {}
        self._parts: dict[tuple[str, str], tuple[Part, ...]] = {}
        self._runs: dict[tuple[str, int, int, str, str], Run] = {}
        self._shelves: dict[tuple[str, str], dict[str, Word]] = {}
        self._coverages: dict[int, Coverage] = {}
        self._glyphs = 0

    def is_line(self, face: int) -> bool:
        """Return whether a face is to be shaped by lines, with the features that are on."""
        if face not in self._lines:
            unit = shaping_unit(self.faces[face].font, self.features)
            self._lines[face] = unit == "line"
        return self._lines[face]

    def han(self, told: str | None) -> str:
        """Return which Han face to use: told by the text, else by language, else the first."""
        known = [face.han for face in self.faces if face.han]
        if told in known:
            return str(told)
        fits = [han for han in known if _speaks(self.lang, han)]
        return max(fits, key=len) if fits else (known[0] if known else "")

    def covers(self, face: int, text: str) -> bool:
        """Return whether a face can set every character of a text."""
        known = self._coverages.get(face)
        if known is None:
            known = self._coverages[face] = coverage(self.faces[face])
        return known.sets_all(text)

    def parts(self, word: str, han: str) -> tuple[Part, ...]:
        """Return a word cut into the fewest stretches that one face each can set."""
        key = (word, han)
        parts = self._parts.get(key)
        if parts is None:
            if word.isascii() and word and self.covers(0, word):
                # What most words are needs no further look.
                return (Part(0, len(word), 0, "Latn" if _ROMAN.search(word) else None),)
            if len(self._parts) >= KEPT_WORDS:
                self._parts.clear()
            parts = self._parts[key] = _merged(self._cut(word, han))
        return parts

    def run(self, text: str, face: int, level: int, script: str, han: str) -> Run:
        """Return a stretch shaped, the same run for the same stretch."""
        key = (text, face, level, script, han)
        run = self._runs.get(key)
        if run is None:
            lang = han if script in HAN_TAGS and han else self.lang
            run = shape(self.faces[face], text, level, script, lang, self.features, self.tracking)
            self._make_room(len(run.gids))
            self._runs[key] = run
        return run

    def words(self, texts: Sequence[str], script: str, han: str) -> list[Run]:
        """Return words that are to be put on a shelf, in the first face and from left to right."""
        face, lang = self.faces[0], han if script in HAN_TAGS and han else self.lang
        runs = shape_words(face, texts, script, lang, self.features, self.tracking)
        self._make_room(sum([len(run.gids) for run in runs]))
        return runs

    def shelf(self, script: str, han: str) -> dict[str, Word]:
        """Return the words set so far in a script, to be looked up and added to."""
        return self._shelves.setdefault((script, han), {})

    def _make_room(self, glyphs: int) -> None:
        """Count some glyphs more, and drop what is kept where that is too much."""
        self._glyphs += glyphs
        if self._glyphs > KEPT_GLYPHS:
            self._runs.clear()
            self._shelves.clear()
            self._glyphs = glyphs

    def _cut(self, word: str, han: str) -> Iterator[Part]:
        for start, end in _units(word):
            yield from self._cover(word, start, end, han)

    def _cover(self, word: str, start: int, end: int, han: str) -> Iterator[Part]:
        """Yield a unit whole if a face has all of it, else its letters and its signs apart."""
        face = self._first(word[start:end], han)
        if face is not None:
            yield from _by_script(word, start, end, face)
            return
        for cut in (_cores, _scripts, _clusters):
            pieces = list(cut(word, start, end))
            if len(pieces) > 1:
                for first, last in pieces:
                    yield from self._cover(word, first, last, han)
                return
        yield Part(start, end, None, None)

    def _first(self, text: str, han: str) -> int | None:
        for i, face in enumerate(self.faces):
            if face.han in {"", han} and self.covers(i, text):
                return i
        return None


def _merged(parts: Iterator[Part]) -> tuple[Part, ...]:
    """Return parts with neighbours of one face and script joined, so that they kern."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last and last.face == part.face and part.script in {last.script, None}:
            merged[-1] = last._replace(end=part.end)
        else:
            merged.append(part)
    return tuple(merged)


def _speaks(lang: str, han: str) -> bool:
    """Return whether a language is written with a Han face: zh-TW with zh-Hant and zh."""
    if lang.partition("-")[0] in {"zh", "yue"} and han == "zh-Hant":
        return any(part in lang for part in ("Hant", "TW", "HK", "MO"))
    return lang.partition("-")[0] == han


def _units(word: str) -> Iterator[tuple[int, int]]:
    """Yield what must stay in one face: an emoji sequence, or what stands between dashes."""
    start = 0
    for match in _EMOJI.finditer(word):
        yield from _between_dashes(word, start, match.start())
        yield match.span()
        start = match.end()
    yield from _between_dashes(word, start, len(word))


def _between_dashes(word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in _PART_AT.split(word[start:end]):
        if piece:
            yield start, start + len(piece)
            start += len(piece)


def _runs_of(word: str, start: int, end: int, kinds: list[object]) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start + 1, end):
        if kinds[i - start] != kinds[i - start - 1]:
            yield first, i
            first = i
    yield first, end


def _cores(word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names in a word (letters, marks and digits) and the signs around them."""
    core = [unicodedata.category(char)[0] in "LMN" for char in word[start:end]]
    kinds: list[object] = [
        is_core or (word[start + i] in _INNER and any(core[:i]) and any(core[i + 1 : i + 2]))
        for i, is_core in enumerate(core)
    ]
    return _runs_of(word, start, end, kinds)


def _scripts(word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one script; shared characters go with what stands before them."""
    kinds = _filled([script_of(char) for char in word[start:end]])
    return _runs_of(word, start, end, list(kinds))


def _clusters(word: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each character with the marks and joiners that follow it."""
    first = start
    for i in range(start + 1, end):
        if unicodedata.category(word[i])[0] != "M" and "\u200d" not in word[i - 1 : i + 1]:
            yield first, i
            first = i
    yield first, end


def _filled(scripts: list[str | None]) -> list[str | None]:
    known = next((script for script in scripts if script), None)
    filled = []
    for script in scripts:
        known = script or known
        filled.append(known)
    return filled


def _by_script(word: str, start: int, end: int, face: int) -> Iterator[Part]:
    scripts = _filled([script_of(char) for char in word[start:end]])
    kinds = ["Hani" if script in HAN_TAGS else script for script in scripts]
    for first, last in _runs_of(word, start, end, list(kinds)):
        yield Part(first, last, face, scripts[first - start])


@lru_cache(maxsize=64)
def _case(faces: "_Stack", lang: str, features: tuple[str, ...], tracking: int) -> Case:
    return Case(faces.faces, lang, features, tracking)


class _Stack:
    """A stack of faces that is the same only as itself, so that no face is hashed to find it."""

    __slots__ = ("faces",)

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self.faces = faces


_stacks: dict[int, _Stack] = {}


def case_for(style: Style) -> Case:
    """Return the case that a style is set from."""
    stack = _stacks.get(id(style.faces))
    if stack is None or stack.faces is not style.faces:
        if len(_stacks) >= 64:
            _stacks.clear()
        # The stack keeps the tuple alive, so its id stands for it as long as it is kept.
        stack = _stacks[id(style.faces)] = _Stack(style.faces)
    return _case(stack, style.lang, style.features, style.tracking)
