"""A page of instructions, followed to the letter: its files written, its commands run."""

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<file>[^"]+)")?\n(?P<text>.*?)^```$',
    re.DOTALL | re.MULTILINE,
)
MAKE = {"site": ("build",), "serve": ()}
"""What the Makefile runs of the kit's own; `serve` never ends, so it is left out."""
SHELL = ("cd", "cp", "git", "mkdir")
"""Other programs that a page may ask for."""
REFUSED = "nothing was written"
KEPT = ("open-door",)
"""The design of a kit made small, so that all of it is soon checked and built."""


def page(root: Path, name: str) -> str:
    """Return a page of docs/ as Markdown."""
    return (root / "docs" / name).read_text("utf-8")


def nothing(words: list[str]) -> None:
    """Stand in for a command that another page's test runs."""


@dataclass(frozen=True)
class Step:
    """A fenced block: its language, the file that it is to be put in or "", what it says."""

    language: str
    file: str
    text: str


def steps(markdown: str) -> list[Step]:
    """Return the fenced blocks of a page, in order."""
    return [Step(m["language"], m["file"] or "", m["text"]) for m in FENCE.finditer(markdown)]


def commands(text: str) -> Iterator[list[str]]:
    """Yield the words of each command of a block for the shell."""
    for line in text.replace("\\\n", " ").split("\n"):
        words = shlex.split(line, comments=True)
        if words:
            yield words


def without(markdown: str, *languages: str) -> str:
    """Return a page without its blocks in some languages."""
    blocks = rf"^```(?:{'|'.join(languages)})\n.*?^```$"
    return re.sub(blocks, "", markdown, flags=re.DOTALL | re.MULTILINE)


def files_only(markdown: str) -> str:
    """Return a page without its commands and what they say."""
    return without(markdown, "sh", "text")


@dataclass
class Follower:
    """Someone in a copy of the kit who does what a page says, and looks whether it holds."""

    folder: Path
    afternote: Callable[..., Any]
    instead: Mapping[str, Callable[[list[str]], None]] = field(default_factory=dict)
    """By a command's first words, what is done instead of it: what would ask the network."""
    ran: list[list[str]] = field(default_factory=list)
    said: str = ""

    def follow(self, markdown: str) -> None:
        """Do every step of a page; an AssertionError tells what did not come about."""
        todo = steps(markdown)
        assert todo, "the page asks for nothing"
        for step, then in zip(todo, [*todo[1:], None], strict=True):
            is_refused = then is not None and then.language == "text" and REFUSED in then.text
            self.do(step, is_refused=is_refused)

    def do(self, step: Step, *, is_refused: bool = False) -> None:
        """Do one step; a refused command has to end with problems."""
        if step.file:
            path = self.folder / step.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
        elif step.language == "sh":
            self.said = ""
            for words in commands(step.text):
                self.run(words, int(is_refused))
        elif step.language == "text":
            self.see(step.text)
        elif step.language == "yaml":
            assert yaml.safe_load(step.text) is not None

    def run(self, words: list[str], code: int) -> None:
        """Run one command, `make` as what it runs of the kit's own."""
        self.ran.append(words)
        program, *rest = words
        stand_in = next((do for start, do in self.instead.items() if _begins(words, start)), None)
        if stand_in is not None:
            stand_in(words)
        elif program == "make":
            for verb in MAKE[rest[0]]:
                self._afternote([verb], code)
        elif program.endswith("/afternote"):
            self._afternote(rest, code)
        else:
            assert program in SHELL, f"who runs {program}?"
            done = subprocess.run(
                words, cwd=self.folder, capture_output=True, text=True, check=False, timeout=60
            )
            self.said += done.stdout + done.stderr
            assert done.returncode == code, (words, self.said)

    def _afternote(self, words: list[str], code: int) -> None:
        done = self.afternote(*words, cwd=self.folder)
        self.said += done.out + done.err
        assert done.code == code, (words, done)

    def see(self, text: str) -> None:
        """Look whether the last commands said what the page says; … stands for anything."""
        for line in filter(None, map(str.strip, text.split("\n"))):
            for part in filter(None, map(str.strip, line.split("…"))):
                assert part in self.said, (part, self.said)


def _begins(words: list[str], start: str) -> bool:
    return words[: len(start.split())] == start.split()
