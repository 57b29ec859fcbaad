"""A note's own words from a file or standard input, and the people of the samples."""

import io
import sys
from pathlib import Path

import pytest

from generator.load.note import MOST_BYTES, read_note
from generator.load.sample import read_sample
from generator.model.kit import FIELDS, Kit
from generator.model.problem import Problems


def test_a_note_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\nDear Ms Lee,\r\n\r\nCafe\xcc\x81\tfor two.\r\n\n")
    assert read_note(path) == "Dear Ms Lee,\n\nCafé for two."


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Grüße".encode())))
    assert read_note("-") == "Grüße"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    with pytest.raises(Problems, match="standard input:1:1: byte 0xff is not UTF-8"):
        read_note("-")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Hello\nthere \xe9", r"note.txt:2:7: byte 0xe9 is not UTF-8"),
        (b"a\nb\x07c", r"note.txt:2:2: U\+0007 is a control character"),
        (b"a\x00b", r"note.txt:1:2: U\+0000 is a control character"),
        (b" \n\t\n", "there are no words in it"),
        (b"x" * (MOST_BYTES + 1), "larger than 64 kB"),
    ],
)
def test_what_is_no_note_is_a_problem(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(data)
    with pytest.raises(Problems, match=what):
        read_note(path)


def test_a_missing_note_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be read: No such file"):
        read_note(tmp_path / "none.txt")
    with pytest.raises(Problems, match="cannot be read"):
        read_note(tmp_path)


def test_the_shipped_sample_goes_with_the_kit(root: Path, kit: Kit) -> None:
    sample = read_sample(root)
    situation = kit.situations[sample.situation]
    assert sample.tone in situation.cards
    assert set(sample.fields) <= {*FIELDS, *situation.fields}
    assert {"recipient", "sender", "detail"} <= set(sample.fields)


def test_a_fork_has_its_own_sample(tmp_path: Path) -> None:
    for layer, name in (("assets", "A"), ("mine", "B")):
        folder = tmp_path / layer / "samples"
        folder.mkdir(parents=True)
        (folder / "note.yml").write_text(f"situation: no\nfields: {{sender: {name}}}\n")
    assert read_sample(tmp_path).fields == {"sender": "B"}
    (tmp_path / "mine/samples/note.yml").write_text("situation: no\ntones: warm\n")
    with pytest.raises(Problems, match=r"mine/samples/note.yml:2:1: tones is no key here"):
        read_sample(tmp_path)
