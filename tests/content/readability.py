"""Plain words out of Markdown, and how hard they are to read."""

import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>|^--8<--.*$", re.MULTILINE)
_TITLED = re.compile(r'^!!! \w+(?: "([^"]*)")?$', re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)*]*(?:\s+|$)")
_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*")
_SHORTENED = re.compile(r"['’](?:s|t|ll|m|d|re|ve)$")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouysxzcghl])es$|(?<=[^aeiouydt])ed$"
)
_COMPOUND = re.compile(r"(some|every|there|where|here)(?=[a-z])")


def blocks(markdown: str) -> list[str]:
    """Return the paragraphs, headings and list items of a page, links still in them."""
    text = _FENCE.sub("", _FRONT_MATTER.sub("", markdown))
    text = _TITLED.sub(lambda match: f"{match[1] or ''}\n", _TAG.sub("", text))
    found: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        lines = [line for line in part.split("\n") if line.strip() and line.strip()[0] != "|"]
        found.extend(_joined(lines))
    return found


def plain(block: str) -> str:
    """Return a block without its markup."""
    words = _LINK.sub(r"\1", block)
    return re.sub(r"^#+\s*|^>\s*|[*_`]|\(\s*\)", "", words).strip()


@dataclass(frozen=True)
class Reading:
    """What the Flesch-Kincaid grade is made of."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The years of school that the text asks for."""
        return (
            0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
            if self.words
            else 0.0
        )


def measure(texts: list[str]) -> Reading:
    """Return how many words, sentences and syllables some plain texts have together."""
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(1 for text in texts for part in _SENTENCE_END.split(text) if _WORD.search(part))
    return Reading(len(words), sentences, sum(map(syllables, words)))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has."""
    spoken = 0
    for part in re.split(r"['’-]", _SHORTENED.sub("", word.lower())):
        core = _SILENT.sub("", _COMPOUND.sub(lambda match: match[1][:-1], part))
        spoken += max(1, len(re.findall(r"[aeiouy]+", core)))
    return spoken


def _joined(lines: list[str]) -> list[str]:
    """Return list items one by one, and other lines as one block."""
    if not any(_ITEM.match(line) for line in lines):
        return [" ".join(line.strip() for line in lines)] if lines else []
    items: list[str] = []
    for line in lines:
        if _ITEM.match(line) or not items:
            items.append(_ITEM.sub("", line).strip())
        else:
            items[-1] = f"{items[-1]} {line.strip()}"
    return items
