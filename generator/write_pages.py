"""Pages into a PDF file: what the verbs for envelopes and ruled guides share."""

from collections.abc import Iterable
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Literal

from generator.export.pdf import Edition, write_pdf
from generator.model.kit import Format, Kit
from generator.model.problem import Problem, Problems
from generator.model.scene import Scene
from generator.store.files import write_file


def check_pdf_name(out: Path, problems: list[Problem]) -> None:
    """Add a Problem for a file that is not named as a PDF."""
    if out.suffix.lower() != ".pdf":
        what = f"{out.name} is of no kind that can be written"
        problems.append(Problem("--out", what, "name a file that ends in .pdf"))


def known_format(kit: Kit, named: str, problems: list[Problem]) -> Format | None:
    """Return a format by its id; None, with a Problem that names the nearest, if unknown."""
    if named in kit.formats:
        return kit.formats[named]
    near = get_close_matches(named, kit.formats, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(kit.formats))}"
    problems.append(Problem("--format", f"there is no format {named!r}", hint))
    return None


def write_pages(
    out: Path,
    pages: Iterable[Scene],
    title: str,
    lang: str = "en",
    inks: Literal["rgb", "cmyk"] = "rgb",
) -> None:
    """Write pages to a PDF file, whole or not at all; raises Problems."""
    held = BytesIO()
    write_pdf(held, pages, Edition(title, lang, inks))
    try:
        write_file(out, held.getvalue())
    except OSError as error:
        what = f"{out} cannot be written: {error.strerror}"
        hint = "choose a folder that you may write to and that has room"
        raise Problems([Problem("--out", what, hint)]) from error
