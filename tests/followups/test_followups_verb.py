"""The verb `followups`: a file, or all that is wrong with what was asked."""

from pathlib import Path

import pytest

from generator.followups import write_followups
from generator.model.problem import Problems


def test_a_file_is_written_the_same_each_time(root: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.ics", tmp_path / "two.ics"]
    for file in files:
        write_followups(root, "2027-02-28", "ghosted", file)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    write_followups(root, "2027-02-28", None, files[1])
    assert b"-after-a-no-first@" in files[1].read_bytes()


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2027-02-30", "there is no day"),
        ("2027-13-01", "there is no day"),
        ("31.1.2027", "is not a day"),
        ("20270131", "is not a day"),
        ("", "is not a day"),
        ("0001-01-01", "too far away"),
        ("9999-12-31", "too far away"),
        ("２０２７-01-31", "is not a day"),
    ],
)
def test_a_day_that_is_none_is_a_problem(root: Path, tmp_path: Path, day: str, what: str) -> None:
    with pytest.raises(Problems) as found:
        write_followups(root, day, None, tmp_path / "x.ics")
    (problem,) = found.value.problems
    assert (problem.where == "--from" and what in problem.what and "2027" in problem.hint) or (
        "1970" in problem.hint
    )
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_wrong_is_said_at_once(root: Path, tmp_path: Path) -> None:
    with pytest.raises(Problems) as found:
        write_followups(root, "soon", "gosted", tmp_path / "x.txt")
    problems = {p.where: p for p in found.value.problems}
    assert set(problems) == {"--from", "--situation", "--out"}
    assert "did you mean ghosted?" in problems["--situation"].hint


def test_a_folder_that_cannot_be_written_is_a_problem(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problems, match="cannot be written"):
        write_followups(root, "2027-01-31", None, tmp_path / "file" / "x.ics")
