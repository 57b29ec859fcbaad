"""Turn a parsed wording and the values of its fields into plain words.

What happens to a field without a value, unless an `if` provides for it:

- in brackets, the bracket goes;
- alone between commas, it goes with both: "your team, {{ company }}, was kind";
- in a stretch that a comma and a joining word (`and`, `especially`, `at` …), a semicolon or a
  spaced dash sets off from what stands before, that stretch goes;
- otherwise its sentence goes, and where nothing is left, its line and its paragraph.

Values are opaque: a full stop in a name ends no sentence, and braces in it mean nothing.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.model.kit import REQUIRED_FIELDS
from generator.model.problem import Problem, Problems
from generator.model.wording import Field, If, Node, Wording, Words

GAP, GONE = "\x00", "\x03"
"""Where a value is missing, and where something was taken out; no YAML file can hold either."""
_VALUE = re.compile("\x01([0-9]+)\x02")
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$|\x03))|[。！？]+[」』）]*")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|vs|No|e\.g|i\.e|cf|[A-Z])\.$")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\x00[^()]*\)|\[[^\[\]]*\x00[^\[\]]*\])")
_ALONE = re.compile(r",\s*\x00\s*(?:,|(?=[.!?…;:]|$))")
_JOINING = (
    "and|or|but|nor|as well as|especially|particularly|above all|including|even|not least|"
    "at|for|from|in|on|with|about|after|during"
)
_STRETCH = re.compile(
    rf"(?:,\s+(?:{_JOINING})\s|;\s|\s[–—]\s)[^,;–—\x00]*\x00[^,;–—]*?(?=[,;]|\s[–—]\s|[.!?…。！？]|$)"
)


def evaluate(
    wording: Wording,
    values: Mapping[str, str],
    *,
    required: Collection[str] = REQUIRED_FIELDS,
) -> str:
    """Return a wording's words with the values of its fields in them.

    Raises Problems for each `required` field that the words need and that has no value.
    """
    clean = {name: clean_value(value) for name, value in values.items()}
    missing = [f for f in _used(wording.nodes, clean) if f in required and not clean.get(f)]
    if missing:
        raise Problems(
            Problem(
                wording.where or "wording",
                f"the field {name} has no value",
                f"give it one: --set {name}=…",
            )
            for name in missing
        )
    put: list[str] = []
    text = "".join(_render(wording.nodes, clean, put))
    paragraphs = (_paragraph(part) for part in re.split(r"\n[ \t]*\n", text))
    whole = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return _VALUE.sub(lambda match: put[int(match[1])], whole)


def clean_value(value: str) -> str:
    """Return a field's value as one line of plain text: NFC, no control characters."""
    spaced = " ".join(value.split())
    if spaced.isascii() and spaced.isprintable():
        return spaced
    kept = (mark for mark in spaced if unicodedata.category(mark) not in ("Cc", "Cs"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def _used(nodes: Iterable[Node], values: Mapping[str, str]) -> Iterator[str]:
    """Yield the fields that the chosen stretches print."""
    for node in nodes:
        if isinstance(node, Field):
            yield node.name
        elif isinstance(node, If):
            yield from _used(node.then if values.get(node.name) else node.otherwise, values)


def _render(nodes: Iterable[Node], values: Mapping[str, str], put: list[str]) -> Iterator[str]:
    """Yield words, each value as a numbered mark, gaps where values are missing."""
    for node in nodes:
        match node:
            case Words(text):
                yield text
            case Field(name):
                value = values.get(name, "")
                yield f"\x01{len(put)}\x02" if value else GAP
                put.extend([value] if value else [])
            case If(name, then, otherwise):
                chosen = then if values.get(name) else otherwise
                yield from _render(chosen, values, put) if chosen else (GONE,)


def _paragraph(text: str) -> str:
    lines = (
        # Only where something is missing is there anything to take out.
        _tidy("".join(map(_fill, _sentences(line))) if GAP in line or GONE in line else line)
        for line in text.split("\n")
    )
    return "\n".join(line for line in lines if line)


def _sentences(line: str) -> Iterator[str]:
    """Yield a line's sentences, each with the space after it."""
    start = 0
    for match in _END.finditer(line):
        if _ABBREVIATION.search(line[: match.end()]):
            continue
        after = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip(" "))
        yield line[start:after]
        start = after
    yield line[start:]


def _fill(sentence: str) -> str:
    """Return a sentence without its gaps, or nothing of it if it cannot stand without them."""
    for pattern, instead in ((_BRACKETS, GONE), (_ALONE, GONE + " "), (_STRETCH, GONE)):
        sentence = pattern.sub(instead, sentence)
    return GONE + sentence[len(sentence.rstrip()) :] if GAP in sentence else sentence


def _tidy(line: str) -> str:
    """Return a line with single spaces, and none left over where something went."""
    if GONE in line:
        line = re.sub(r"[ \t\x03]*\x03[ \t\x03]*", _seam, line)
    line = re.sub(r"[ \t]{2,}", " ", line)
    if GONE in line:
        line = re.sub(r"\x03(?=[,.;:!?…)\]])|\x03$|^\x03", "", line)
    return line.replace(GONE, " ").strip(" \t")


def _seam(match: re.Match[str]) -> str:
    """Keep a seam where there was space around what went."""
    return GONE if match[0].strip(GONE) else ""
