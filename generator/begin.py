"""The verb `new`: a commented beginning in mine/ that builds at once."""

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.listing import Beginning
from generator.load.files import LAYERS, design_files, situation_files
from generator.load.kit import load_kit
from generator.load.place import Place, suggest
from generator.load.schema import ID
from generator.load.source import decode, read_source
from generator.load.tree import MOST_BYTES, NOTHING, Table, parse_tree, read_tree
from generator.model.kit import Kit
from generator.model.problem import Problem, Problems
from generator.starters.copy import rehoused, renamed
from generator.starters.design import start_design
from generator.starters.palette import palettes_head, start_palette
from generator.starters.situation import start_situation
from generator.store.files import current_umask, write_file

MINE = LAYERS[1]
MOST_LETTERS = 60


def begin(root: Path, what: Beginning, id_: str, source: str | None) -> str:
    """Write a beginning into mine/ and return what it is and what to do next.

    `source` is the id of one to begin from. Raises Problems: an id that cannot be one or is
    taken, a source that is not there, a kit that is not in order; nothing is overwritten.
    """
    kit = load_kit(root)
    taken = _taken(kit, what)
    _check(what, id_, source, taken)
    write = {
        Beginning.design: _begin_design,
        Beginning.palette: _begin_palette,
        Beginning.situation: _begin_situation,
    }[what]
    try:
        return write(kit, id_, source)
    except OSError as error:
        what_ = f"{MINE}/ cannot be written to: {error.strerror}"
        hint = "check that the folder is yours and that the disk has room"
        raise Problems([Problem(MINE, what_, hint)]) from error


def _taken(kit: Kit, what: Beginning) -> dict[str, bool]:
    """Return the ids of what there is, and whether each is in mine/."""
    if what is Beginning.palette:
        own = _own_palettes(kit.root).entries
        return {name: name in own for name in kit.palettes}
    find = design_files if what is Beginning.design else situation_files
    return {
        name: path.relative_to(kit.root).parts[0] == MINE for name, path in find(kit.root).items()
    }


def _check(what: Beginning, id_: str, source: str | None, taken: Mapping[str, bool]) -> None:
    """Raise Problems for an id that cannot be used and for a source that is not there."""
    problems = []
    if re.fullmatch(ID, id_) is None or len(id_) > MOST_LETTERS or id_ in NOTHING:
        hint = f"use small letters, digits and hyphens, such as my-{what}; {MOST_LETTERS} at most"
        problems.append(Problem("ID", f"{id_[:80]!r} cannot be an id", hint))
    elif taken.get(id_):
        hint = "choose another id, or change the one that is there"
        problems.append(Problem("ID", f"{MINE}/ has a {what} {id_} already", hint))
    elif id_ in taken and source != id_:
        hint = f"choose another id; for a copy of your own that wins over it, add --from {id_}"
        problems.append(Problem("ID", f"the kit has a {what} {id_} already", hint))
    if source is not None and source not in taken:
        problems.append(Problem("--from", f"there is no {what} {source!r}", suggest(source, taken)))
    if problems:
        raise Problems(problems)


def _begin_design(kit: Kit, id_: str, source: str | None) -> str:
    folder = kit.root / MINE / "designs" / id_
    if source is None:
        files = {name: text.encode() for name, text in start_design(kit, id_).items()}
    else:
        files = _copied_design(kit.root, source, folder)
    _write_folder(folder, files)
    shown = f"{MINE}/designs/{id_}"
    drawings = [name for name in files if name.endswith((".svg", ".svg.j2"))]
    drawing = min(drawings, key=lambda name: (name.endswith(".j2"), name))
    editor = "a text editor" if drawing.endswith(".j2") else "Inkscape or another editor"
    is_offered = id_ in load_kit(kit.root).designs
    offer = "" if is_offered else f"add {id_} under `designs:` in {MINE}/kit.yml; then "
    return (
        f"Wrote {shown}/: design.yml and {len(drawings)} drawings. It is a card already.\n"
        f"Next: {offer}run `make serve`, open {shown}/{drawing} in {editor},\n"
        "and draw. Each time you save, the page shows it."
    )


def _copied_design(root: Path, source: str, folder: Path) -> dict[str, bytes]:
    """Return the files of a design, its design.yml given the new folder's name."""
    old = design_files(root)[source].parent
    files = {
        path.relative_to(old).as_posix(): path.read_bytes()
        for path in sorted(old.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(old).parts)
    }
    path = old / "design.yml"
    text = _copied(path, folder / "design.yml", root, "name" if source != folder.name else None)
    return files | {"design.yml": text.encode()}


def _begin_palette(kit: Kit, id_: str, source: str | None) -> str:
    path = kit.root / MINE / "palettes.yml"
    lines = start_palette(id_, kit.palettes[source]) if source else start_palette(id_)
    if path.is_file():
        before = path.read_bytes()
        end = b"\r\n" if b"\r\n" in before else b"\n"
        gap = b"" if not before or before.endswith(b"\n") else end
        data = before + gap + end + lines.replace("\n", end.decode()).encode()
    else:
        data = (palettes_head() + lines).encode()
    design = next(iter(kit.designs), "open-door")
    _check_added(path, data, id_, kit.root)
    write_file(path, data)
    return (
        f"Wrote the palette {id_} into {MINE}/palettes.yml.\n"
        f"Next: change its inks, and put {id_} first under `palettes:` of a design in {MINE}/, or\n"
        f"try it on any card: afternote card --design {design} --palette {id_} --out {id_}.png"
    )


def _own_palettes(root: Path) -> Table:
    """Return what mine/palettes.yml holds; nothing where it is missing."""
    path = root / MINE / "palettes.yml"
    return read_tree(path, root) if path.is_file() else Table({}, {}, Place(""))


def _check_added(path: Path, data: bytes, id_: str, root: Path) -> None:
    """Raise Problems if lines at a file's end do not become one more entry of it."""
    before = _own_palettes(root).entries
    try:
        after = parse_tree(decode(data, path.name, MOST_BYTES), path.name).entries
    except Problems:
        after = {}
    if [*after] != [*before, id_]:
        what = "nothing can be added at its end: it is written in braces, or ends with a mark"
        hint = "write its palettes as indented lines, one under the other"
        raise Problems([Problem(f"{MINE}/{path.name}", what, hint)])


def _begin_situation(kit: Kit, id_: str, source: str | None) -> str:
    path = kit.root / MINE / "situations" / f"{id_}.yml"
    if source is None:
        text = start_situation(id_)
    else:
        old = situation_files(kit.root)[source]
        text = _copied(old, path, kit.root, "title" if source != id_ else None)
    write_file(path, text.encode())
    return (
        f"Wrote {MINE}/situations/{id_}.yml: a situation and its notes. It is on the site.\n"
        "Next: change its words, and see it with `make serve`; `make check` looks every note over."
    )


def _copied(old: Path, new: Path, root: Path, key: str | None) -> str:
    """Return a file's text for its new place, its name or title made from the new id."""
    text = read_source(old, old.relative_to(root).as_posix(), MOST_BYTES)
    id_ = new.parent.name if new.name == "design.yml" else new.stem
    return rehoused(text if key is None else renamed(text, key, id_), old, new)


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder whole or not at all; raises OSError, also where there is one already."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, data in files.items():
            write_file(beside / name, data)
        beside.chmod(0o777 & ~current_umask())
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
