"""The words that readers read: pages by hand and situations, with all that is no prose left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.sample import read_sample
from generator.model.kit import Kit
from generator.words.evaluate import evaluate

GENERATED = "kit"
TITLED = re.compile(r'^\s*(?:!!!|\?\?\?\+?) [\w ]+(?:"([^"]*)")?\s*$')
FENCE = re.compile(r"^[ ]*(```+|~~~+).*?^[ ]*\1[ ]*$", re.DOTALL | re.MULTILINE)
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
HIDDEN = re.compile(
    r"<!--.*?-->|<(figure|pre|code|script|style|svg|table)\b.*?</\1>", re.DOTALL | re.IGNORECASE
)
ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
MARKUP = (
    (re.compile(r"`[^`\n]*`"), "it"),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\[[^\]]*\]|\[\^[^\]]+\]"), r"\1"),
    (re.compile(r"<https?://[^>]+>|https?://\S+"), ""),
    (re.compile(r"<[^>\n]+>"), " "),
    (re.compile(r"\{[:.#%][^}]*\}"), ""),
    (re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}"), ""),
)


@dataclass(frozen=True)
class Text:
    """A page, or a situation's words: its name, its prose in paragraphs, its headings apart."""

    name: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All the words."""
        return "\n\n".join((*self.headings, *self.paragraphs))


def hand_written(root: Path) -> Mapping[str, str]:
    """Return the Markdown of the pages in docs/, by path, those that the kit writes left out."""
    docs = root / "docs"
    paths = [path.relative_to(docs) for path in sorted(docs.rglob("*.md"))]
    return {
        path.as_posix(): (docs / path).read_text("utf-8")
        for path in paths
        if path.parts[0] != GENERATED
    }


def read_page(name: str, markdown: str) -> Text:
    """Return a page's prose: no code, tables, quotations, figures, addresses or markup."""
    text = HIDDEN.sub("\n", FENCE.sub("\n", FRONT_MATTER.sub("", markdown)))
    paragraphs: list[str] = []
    headings: list[str] = []
    for part in re.split(r"\n\s*\n", text):
        for block in _blocks(part.strip("\n").split("\n")):
            if block.startswith("#"):
                headings.append(_plain(block.lstrip("# ")))
            elif words := _plain(block):
                paragraphs.append(words)
    return Text(name, tuple(paragraphs), tuple(headings))


def _blocks(lines: list[str]) -> list[str]:
    """Return a part's lines as paragraphs; each heading and list item is its own."""
    found: list[str] = []
    is_open = False
    for line in lines:
        words = line.strip()
        if words.startswith(("|", ">", "--8<--", ":---")):
            is_open = False
            continue
        if title := TITLED.match(line):
            words = f"# {title[1]}" if title[1] else ""
        is_new = words.startswith("#") or ITEM.match(line) is not None or not is_open
        words = ITEM.sub("", line).strip() if ITEM.match(line) else words
        if is_new:
            found.append(words)
        else:
            found[-1] = f"{found[-1]} {words}"
        is_open = not words.startswith("#")
    return found


def _plain(block: str) -> str:
    for pattern, instead in MARKUP:
        block = pattern.sub(instead, block)
    return " ".join(block.split())


def situation_texts(kit: Kit, root: Path) -> list[Text]:
    """Return each situation's words, its notes filled in with what its fields show."""
    sample = read_sample(root).fields
    texts = []
    for situation in kit.situations.values():
        own = {name: spec.example for name, spec in situation.fields.items()}
        notes = [*situation.cards.values(), *situation.emails.values()]
        wordings = [w for note in notes for w in (note.subject, note.text) if w]
        told = [situation.title, situation.summary, situation.to, *situation.avoid]
        told += [said.text for said in situation.must_say]
        told += [spec.label for spec in situation.fields.values()]
        words = [evaluate(wording, {**own, **sample}) for wording in wordings]
        texts.append(Text(f"situations/{situation.id}", tuple(words), tuple(told)))
    return texts


def note_paragraphs(text: Text) -> list[str]:
    """Return the paragraphs of notes that are whole sentences: no greeting, close or name."""
    parts = [part for words in text.paragraphs for part in words.split("\n\n")]
    return [part for part in parts if re.search(r"[.!?][\"”’)]*$", part.strip())]
