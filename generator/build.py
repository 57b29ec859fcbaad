"""The assembler: from the kit's data to everything in docs/kit/."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.draw import Job, draw_all
from generator.layout.calibrate import WORDS
from generator.load.files import MINE
from generator.load.kit import load_kit
from generator.load.lint import read_lint
from generator.load.own_pages import read_own_pages
from generator.load.sample import read_sample
from generator.load.stock import read_stock
from generator.model.kit import Kit
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.publish.anatomy import render_anatomy
from generator.publish.calibrate import render_test_sheets
from generator.publish.fonts import FACES, render_fonts
from generator.publish.links import Link, plan_links
from generator.publish.lint import lint_json
from generator.publish.ornaments import render_ornaments
from generator.publish.pages import render_pages
from generator.publish.plan import Document, Plan, Shot, plan_pictures
from generator.publish.stock import render_stock
from generator.publish.tools import render_tools
from generator.store.files import remove_orphans, write_file
from generator.store.keys import files_key, key_of, tools_key
from generator.store.lock import locked
from generator.store.manifest import Entry, read_manifest, write_manifest
from generator.store.stamp import OUTPUT, is_fresh, keep_stamp, take_stamp

MANIFEST = "build/manifest.json"
STAGING = "build/staging"
LOCK = "build/lock"
FONTS = "build/fonts"
CODE = ("model", "load", "fonts", "text", "art", "words", "layout", "export", "publish")


def _pages(kit: Kit, plan: Plan) -> dict[str, bytes]:
    own = read_own_pages(kit.root)
    copied = {f"pages/{name}": data for name, data in own.files.items()}
    return {**render_pages(kit, plan, own.title), **copied}


def _test_sheets(kit: Kit) -> dict[str, bytes]:
    return render_test_sheets(Press(kit).faces("sans", 400, False, WORDS))


TEXTS: Mapping[str, Callable[[Kit, Plan], Mapping[str, bytes]]] = {
    "pages": _pages,
    "ornaments": lambda kit, plan: render_ornaments(kit),
    "tools": lambda kit, plan: render_tools(kit),
    "test-sheets": lambda kit, plan: _test_sheets(kit),
    "stock": lambda kit, plan: render_stock(kit, read_stock(kit.root)),
    "lint": lambda kit, plan: {"lint.json": lint_json(read_lint(kit.root))},
}
"""Small files by what they are made from; only `pages` take a design."""


def build_kit(root: Path) -> None:
    """Render what has changed of a kit; raises Problems and then leaves docs/kit/ as it was."""
    if is_fresh(root):
        return
    try:
        with locked(root / LOCK):
            _render(root)
    except OSError as error:
        raise Problems([_unwritable(error)]) from error


def _render(root: Path) -> None:
    kit = load_kit(root)
    press = Press(kit)
    plan = plan_pictures(kit, press.message_panel)
    texts = {
        **render_texts(kit, plan),
        **render_anatomy(kit, plan, read_sample(root), press.scene),
        **keep_fonts(root),
    }
    jobs = plan_jobs(kit, plan, code_key())
    draw_all(root, jobs)
    publish(root, jobs, texts)
    keep_stamp(root, take_stamp(root))


def render_texts(kit: Kit, plan: Plan) -> dict[str, bytes]:
    """Return what comes from the kit's data alone, not from its drawings, by path."""
    return {path: data for render in TEXTS.values() for path, data in render(kit, plan).items()}


def keep_fonts(root: Path) -> dict[str, bytes]:
    """Return the site's own fonts by path, cut once for each version of what they are cut with."""
    own = files_key(Path(__file__).parent, ["publish/fonts.py"])
    folder = root / FONTS / key_of(own, tools_key())
    kept = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.glob("*/*"))}
    if kept.keys() != FACES.keys():
        kept = render_fonts()
        for name, data in kept.items():
            write_file(folder / name, data)
    return kept


def code_key() -> str:
    """Return a hash of the code and the tools that pictures are made with."""
    patterns = [*(f"{part}/**/*.py" for part in CODE), "*.py"]
    return key_of(files_key(Path(__file__).parent, patterns), tools_key())


def design_keys(kit: Kit) -> dict[str, str]:
    """Return a hash of all that each design's folder holds."""
    return {d.id: key_of(d, files_key(d.folder, ["**/*"])) for d in kit.designs.values()}


def plan_jobs(kit: Kit, plan: Plan, code: str) -> list[Job]:
    """Return a job for each picture, keyed by all that it is made from."""
    root = kit.root
    before = read_manifest(root / MANIFEST)
    output = root / OUTPUT
    common = key_of(code, kit.typefaces, kit.settings, samples_key(root), logo_key(kit))
    designs = design_keys(kit)
    palettes = {p.id: key_of(p) for p in kit.palettes.values()}
    formats = {f.id: key_of(f) for f in kit.formats.values()}
    jobs = []
    pictures: tuple[Shot | Link | Document, ...] = (
        *plan.shots,
        *plan.documents,
        *plan_links(kit, plan),
    )
    for picture in pictures:
        order = picture.order
        key = key_of(
            common,
            picture,
            designs[order.design],
            palettes[order.palette],
            formats[order.format],
        )
        entry = before.get(picture.path)
        done = entry is not None and entry.key == key and _is_there(output / picture.path, entry)
        jobs.append(Job(picture, key, root / STAGING / key, entry if done else None))
    return jobs


def publish(root: Path, jobs: list[Job], texts: Mapping[str, bytes]) -> None:
    """Move the drawn pictures into docs/kit/, write the pages, delete what no longer belongs."""
    output, entries = root / OUTPUT, dict[str, Entry]()
    for job in jobs:
        path = output / job.picture.path
        entries[job.picture.path] = job.entry or _move(job, path)
    for name, data in texts.items():
        write_file(output / name, data)
    remove_orphans(output, {*entries, *texts})
    write_manifest(root / MANIFEST, entries)
    shutil.rmtree(root / STAGING, ignore_errors=True)


def _move(job: Job, path: Path) -> Entry:
    data = job.staged.read_bytes()
    write_file(path, data)
    return Entry(job.key, hashlib.sha256(data).hexdigest(), len(data))


def _is_there(path: Path, entry: Entry) -> bool:
    try:
        return path.stat().st_size == entry.size
    except OSError:
        return False


def samples_key(root: Path) -> str:
    """Return a hash of what the sample previews say."""
    return files_key(root, ["assets/samples/*", "mine/samples/*", "*/situations/*"])


def logo_key(kit: Kit) -> str:
    """Return a hash of the kit's logo, if it has one that can be read."""
    name = kit.settings.logo.removeprefix(f"{MINE}/")
    path = kit.root / MINE / name
    return hashlib.sha256(path.read_bytes()).hexdigest() if name and path.is_file() else ""


def _unwritable(error: OSError) -> Problem:
    where = Path(error.filename).name if error.filename else OUTPUT
    return Problem(
        f"{OUTPUT}/{where}" if where != OUTPUT else OUTPUT,
        f"cannot be written: {error.strerror}",
        "make the folder writable and see that the disk has room, then run the build again",
    )
