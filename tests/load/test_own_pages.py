"""A fork's own pages: taken as they stand, refused with a word on what to do."""

from pathlib import Path

import pytest

from generator.load.own_pages import read_own_pages
from generator.model.problem import Problems


def write(root: Path, **files: str | bytes) -> Path:
    for name, data in files.items():
        path = root / "mine/pages" / name.replace("__", "/").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def test_no_pages_are_no_problem(tmp_path: Path) -> None:
    found = read_own_pages(tmp_path)
    assert (dict(found.files), found.title) == ({}, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('---\ntitle: "About: us"\n---\n\n# Heading\n', "About: us"),
        ("---\ndescription: x\n---\n\n# About us  \n", "About us"),
        ("---\n---\n# About us\n", "About us"),
        ("Words first.\n\n# About us\n", "About us"),
    ],
)
def test_the_first_page_names_the_link(tmp_path: Path, text: str, title: str) -> None:
    found = read_own_pages(write(tmp_path, index_md=text, deep__more_md="# More\n"))
    assert found.title == title
    assert found.files == {"index.md": text.encode(), "deep/more.md": b"# More\n"}


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, index_md="# A\n")
    (tmp_path / "mine/pages/.DS_Store").write_bytes(b"\0")
    assert list(read_own_pages(tmp_path).files) == ["index.md"]


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        bare_md="No title.\n",
        broken_md="---\ntitle: [a\n---\n# A\n",
        latin_md="# Caf\xe9\n".encode("latin-1"),
    )
    (tmp_path / "mine/pages/My Page.md").write_text("# My page\n")
    (tmp_path / "mine/pages/run.js").write_text("")
    with pytest.raises(Problems) as found:
        read_own_pages(tmp_path)
    assert [(p.where, p.what) for p in found.value.problems] == [
        ("mine/pages", "there is no index.md here"),
        ("mine/pages/My Page.md", "this name cannot be part of an address"),
        ("mine/pages/bare.md:1:1", "the page has no title"),
        (
            "mine/pages/broken.md:2:8",
            "this is not YAML: the bracket that opens here is not closed",
        ),
        ("mine/pages/latin.md:1:6", "byte 0xe9 is not UTF-8"),
        ("mine/pages/run.js", "no page can show a file of this kind"),
    ]
