"""YAML with positions, and nothing but data in it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.place import Place
from generator.load.tree import (
    MOST_BYTES,
    Listing,
    Scalar,
    Table,
    merge_trees,
    parse_tree,
    read_tree,
)
from generator.model.problem import Problem, Problems


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as found:
        parse_tree(text, "a.yml")
    return found.value.problems


def test_values_keep_their_words_and_places() -> None:
    tree = parse_tree('one: yes\ntwo:\n  - 1e3\n  - "#fff"\nthree: {a: ~, b: ""}\n', "a.yml")
    assert tree.keys["two"] == Place("a.yml", 2, 1)
    assert tree.entries["one"] == Scalar("yes", Place("a.yml", 1, 6))
    two = tree.entries["two"]
    assert isinstance(two, Listing)
    assert two.items == (
        Scalar("1e3", Place("a.yml", 3, 5)),
        Scalar("#fff", Place("a.yml", 4, 5)),
    )
    three = tree.entries["three"]
    assert isinstance(three, Table)
    assert three.entries["a"] == Scalar(None, Place("a.yml", 5, 12))
    assert three.entries["b"] == Scalar("", Place("a.yml", 5, 18))


def test_columns_count_characters_not_bytes() -> None:
    tree = parse_tree("é: {ü: x}\n", "a.yml")
    inner = tree.entries["é"]
    assert isinstance(inner, Table)
    assert inner.entries["ü"].place == Place("a.yml", 1, 8)


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yml:3:1", "a stands twice, first in line 1"),
        ("a: !!python/object:os.system x\n", "a.yml:1:4", "tags (tag:yaml.org,2002:python"),
        ("a: !x 1\n", "a.yml:1:4", "tags (!x) are not used here"),
        ("a: &b 1\n", "a.yml:1:4", "anchors (&b) are not used here"),
        ("a: 1\nb: *c\n", "a.yml:2:4", "aliases (*c) are not used here"),
        ("a: 1\n---\nb: 2\n", "a.yml:2:1", "a second document starts here"),
        ("? [a]\n: 1\n", "a.yml:1:3", "a key has to be a word"),
        ("~: 1\n", "a.yml:1:1", "a key has to be a word"),
        ("a:\n\tb: 1\n", "a.yml:2:1", "this is not YAML"),
        ("a: [1, 2\n", "a.yml:1:4", "this is not YAML"),
        ("a: {{ b }}\n", "a.yml:1:", "a key has to be a word"),
        ("a: b: c\n", "a.yml:1:5", "this is not YAML"),
        ("", "a.yml:1:1", "the file is empty"),
        ("# nothing\n", "a.yml:1:1", "the file is empty"),
        ("- a\n", "a.yml:1:1", "the file is no mapping"),
        ("a: 1\nb: x\x00y\n", "a.yml:2:5", "there is a control character"),
        ("a: " + "[" * 30 + "]" * 30, "a.yml:1:24", "the file is nested too deeply or too large"),
        ("a: [" + "1, " * 50_001 + "]", "a.yml:1:", "the file is nested too deeply or too large"),
    ],
)
def test_what_is_no_plain_data_is_a_problem(text: str, where: str, what: str) -> None:
    found = problems_of(text)
    assert any(p.where.startswith(where) and p.what.startswith(what) for p in found), found
    assert all(p.hint for p in found)


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    lines = ["a0: &a0 [x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    found = problems_of("\n".join(lines))
    assert len(found) > 200


def test_hints_name_the_usual_reason() -> None:
    assert "tabs" in problems_of("a:\n\tb: 1\n")[0].hint
    assert "quotes" in problems_of("a: b: c\n")[0].hint
    assert "quotes" in problems_of("a: {% if b %}\n")[0].hint


def test_all_problems_of_a_file_come_at_once() -> None:
    found = problems_of("a: &x 1\nb: !y 2\na: 3\n")
    assert [p.where for p in found] == ["a.yml:1:4", "a.yml:2:4", "a.yml:3:1"]


def test_files_are_utf8_of_limited_size(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert list(read_tree(path, tmp_path).entries) == ["a", "b"]
    path.write_bytes("a: ü\nb: ".encode() + b"\xff\n")
    with pytest.raises(Problems, match=r"a.yml:2:4: byte 0xff is not UTF-8"):
        read_tree(path, tmp_path)
    path.write_bytes(b"a: " + b"x" * MOST_BYTES)
    with pytest.raises(Problems, match=r"larger than 1000 kB"):
        read_tree(path, tmp_path)
    with pytest.raises(Problems, match=r"b.yml: the file cannot be read"):
        read_tree(tmp_path / "b.yml", tmp_path)


def test_merging_is_shallow_unless_asked() -> None:
    base = parse_tree("a: {x: 1, y: 2}\nb: 1\n", "base.yml")
    over = parse_tree("a: {y: 3}\n", "over.yml")
    shallow = merge_trees(base, over).entries["a"]
    deep = merge_trees(base, over, deep=True).entries["a"]
    assert isinstance(shallow, Table) and list(shallow.entries) == ["y"]
    assert isinstance(deep, Table) and list(deep.entries) == ["x", "y"]
    assert deep.entries["y"].place.file == "over.yml"
    assert deep.entries["x"].place.file == "base.yml"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'\n\t #&*!|>%?,0~é\x00\u2028"), max_size=60))
def test_any_text_is_a_tree_or_problems(text: str) -> None:
    try:
        tree = parse_tree(text, "a.yml")
    except Problems as found:
        assert found.problems
        assert all(p.where.startswith("a.yml:") for p in found.problems)
    else:
        assert isinstance(tree, Table)
