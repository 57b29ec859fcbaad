"""For `make serve`: a process that keeps the press warm and draws what a page shows at once.

Asked for a renewal, it draws the previews of the designs that have changed and writes the pages
that have. The downloads are drawn in quiet moments, so that they are right soon after. The hook
of MkDocs (publish/hook.py) starts it and talks to it, a line each way.
"""

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TextIO, TypeVar

from generator.build import (
    LOCK,
    MANIFEST,
    TEXTS,
    code_key,
    design_keys,
    keep_fonts,
    plan_jobs,
)
from generator.draw import Job, draw_all, draw_picture
from generator.load.files import kit_files
from generator.load.kit import load_kit
from generator.load.sample import Sample, read_sample
from generator.model.kit import Kit
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.model.scene import Card, Scene
from generator.press import Press
from generator.publish.anatomy import render_anatomy
from generator.publish.fill import fill_order
from generator.publish.overlay import Table, overlay_json
from generator.publish.plan import Plan, Shot, join_plans, plan_design
from generator.store.files import remove_orphans, write_file
from generator.store.keys import key_of
from generator.store.lock import locked
from generator.store.manifest import Entry, read_manifest, write_manifest
from generator.store.stamp import OUTPUT, is_fresh, keep_stamp, take_stamp
from generator.words.evaluate import evaluate

OVERLAYS = "build/overlay"
QUIET = 2.0
"""Seconds without a question after which downloads are drawn."""
FEW = 60
"""So many previews are drawn here, in the warm; more are spread over the cores."""
SAID = "{} pictures and {} pages in {:.2f} s"
PROBLEMS = "problems"
T = TypeVar("T")
DRAWINGS = (".svg", ".j2", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Bench:
    """One design as it was last: what it was made from, its press, what the site offers of it."""

    key: str
    press: Press
    plan: Plan


class Workshop:
    """Keeps one kit's site up to date, the shown pictures first."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._code = code_key()
        self._benches: dict[str, Bench] = {}
        self._texts: dict[str, tuple[object, Mapping[str, bytes]]] = {}
        self._laid: dict[str, object] = {}
        self._waiting: list[Job] = []
        self._sample: Sample | None = None
        self._paths: set[str] = set()

    def renew(self) -> tuple[int, int]:
        """Bring previews and pages up to date; return how many of each were written anew.

        Raises Problems, and then leaves docs/kit/ as it was.
        """
        self._waiting = []
        kit, self._sample = load_kit(self.root), read_sample(self.root)
        self._set_benches(kit)
        plan = join_plans(self._benches[name].plan for name in kit.designs)
        texts = self._render(kit, plan)
        with locked(self.root / LOCK):
            jobs = plan_jobs(kit, plan, self._code)
            self._overlay(kit)
            todo = [job for job in jobs if job.entry is None]
            shown = [job for job in todo if _is_shown(job)]
            self._draw(shown)
            pages = self._write(jobs, shown, texts)
        self._waiting = [job for job in todo if not _is_shown(job)]
        return len(shown), pages

    def finish_one(self) -> bool:
        """Draw one download that waits; return whether another one does."""
        if not self._waiting:
            return False
        job = self._waiting.pop(0)
        data = self._drawn(job)
        with locked(self.root / LOCK):
            self._keep(job, data)
            if not self._waiting:
                keep_stamp(self.root, take_stamp(self.root))
        return bool(self._waiting)

    def _set_benches(self, kit: Kit) -> None:
        """Keep the benches whose designs have not changed, and make the others anew."""
        around = key_of(kit.typefaces, kit.settings, kit.formats)
        keys = {name: key_of(around, key) for name, key in design_keys(kit).items()}
        problems: list[Problem] = []
        benches: dict[str, Bench] = {}
        for name, design in kit.designs.items():
            old = self._benches.get(name)
            if old is not None and old.key == keys[name]:
                benches[name] = Bench(old.key, old.press.kept_for(kit), old.plan)
                continue
            press = Press(kit)
            try:
                plan = plan_design(kit, design, press.message_panel)
            except Problems as found:
                problems.extend(found.problems)
                continue
            benches[name] = Bench(keys[name], press, plan)
        self._benches = benches
        if problems:
            raise Problems(problems)

    def _render(self, kit: Kit, plan: Plan) -> dict[str, bytes]:
        """Return the pages; each part is kept until what it is made from changes."""
        data = [path for path in kit_files(self.root) if not _is_drawing(path)]
        pages: dict[str, bytes] = {}
        for name, render in TEXTS.items():
            key = (_times(p for p in data if _is_read(name, p)), plan if name == "pages" else None)
            if key != self._texts.get(name, (None, {}))[0]:
                self._texts[name] = (key, render(kit, plan))
            pages |= self._texts[name][1]
        assert self._sample is not None
        anatomy = render_anatomy(kit, plan, self._sample, self._scene)
        return {**pages, **keep_fonts(self.root), **anatomy}

    def _scene(self, order: Order, panel: str) -> Scene:
        return self._benches[order.design].press.scene(order, panel)

    def _overlay(self, kit: Kit) -> None:
        """Write what can be drawn over the previews of each design, where it has changed."""
        assert self._sample is not None
        sample = self._sample
        note = kit.situations[sample.situation].cards[sample.tone]
        words = evaluate(note.text, sample.fields)
        for name, bench in self._benches.items():
            path = self.root / OVERLAYS / f"{name}.json"
            key = (bench.key, words)
            if self._laid.get(name) == key and path.exists():
                continue
            press = bench.press
            compose = partial(_filled, press, sample)
            table = Table(compose, press.artworks, press.fit, words)
            write_file(path, overlay_json(kit.designs[name], bench.plan, table))
            self._laid[name] = key

    def _draw(self, jobs: list[Job]) -> None:
        if len(jobs) > FEW:
            draw_all(self.root, jobs)
            return
        problems: list[Problem] = []
        for job in jobs:
            try:
                write_file(job.staged, self._drawn(job))
            except Problems as found:
                problems.extend(found.problems)
        if problems:
            raise Problems(problems)

    def _drawn(self, job: Job) -> bytes:
        assert self._sample is not None
        press = self._benches[job.picture.order.design].press
        return draw_picture(press, self._sample, job.picture)

    def _write(self, jobs: list[Job], drawn: list[Job], texts: dict[str, bytes]) -> int:
        """Put what was drawn and the pages into docs/kit/; return how many pages changed.

        Downloads stay as they are until they are drawn anew.
        """
        output, before = self.root / OUTPUT, read_manifest(self.root / MANIFEST)
        entries = {
            job.picture.path: before[job.picture.path] for job in jobs if job.picture.path in before
        }
        for job in drawn:
            data = job.staged.read_bytes()
            write_file(output / job.picture.path, data)
            entries[job.picture.path] = _entry(job, data)
            job.staged.unlink()
        changed = sum(write_file(output / name, data) for name, data in texts.items())
        paths = {*(job.picture.path for job in jobs), *texts}
        if paths != self._paths:
            remove_orphans(output, paths)
            self._paths = paths
        write_manifest(self.root / MANIFEST, entries)
        return changed

    def _keep(self, job: Job, data: bytes) -> None:
        write_file(self.root / OUTPUT / job.picture.path, data)
        entries = read_manifest(self.root / MANIFEST)
        write_manifest(self.root / MANIFEST, entries | {job.picture.path: _entry(job, data)})


def _filled(press: Press, sample: Sample, shot: Shot) -> Card:
    return press.compose(fill_order(press.kit, sample, shot))


def _is_drawing(path: Path) -> bool:
    return "designs" in path.parts and path.suffix.lower() in DRAWINGS


def _is_read(text: str, path: Path) -> bool:
    """Return whether a part of the texts may depend on a data file."""
    of_stock, of_lint = path.parent.name == "stock", path.name == "lint.yml"
    of_design = path.name == "design.yml" or path.name == "palettes.yml"
    match text:
        case "lint":
            return of_lint
        case "stock":
            return not (of_lint or of_design)
        case "tools":
            return not (of_lint or of_design or of_stock)
        case "test-sheets":
            return path.name in ("kit.yml", "typefaces.yml")
        case "ornaments":
            return path.name in ("kit.yml", "palettes.yml")
    return True


def _is_shown(job: Job) -> bool:
    return isinstance(job.picture, Shot) and job.picture.use == "preview"


def _entry(job: Job, data: bytes) -> Entry:
    return Entry(job.key, sha256(data).hexdigest(), len(data))


def _times(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(path), (status := path.stat()).st_mtime_ns, status.st_size) for path in paths)


def run(root: Path, ask: TextIO, answer: TextIO) -> None:
    """Renew the site at each line asked, and answer it with a line; draw downloads in between.

    Returns at the end of the questions, and, without an answer, when the code has changed: then
    it has to be started anew.
    """
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(ask, lines), daemon=True).start()
    workshop, code = Workshop(root), _code_times()
    pause: float | None = None
    while True:
        try:
            line = lines.get(timeout=pause)
        except queue.Empty:
            pause = 0.0 if _told(workshop.finish_one) else None
            continue
        if not line or _code_times() != code:
            return
        began = time.perf_counter()
        drawn = _told(workshop.renew)
        took = time.perf_counter() - began
        said = PROBLEMS if drawn is None else SAID.format(*drawn, took)
        print(said, file=answer, flush=True)
        pause = QUIET


def _listen(ask: TextIO, lines: "queue.Queue[str]") -> None:
    for line in ask:
        lines.put(line)
    lines.put("")


def _told(act: Callable[[], T]) -> T | None:
    """Return what an act gives; None, with all Problems on standard error, if it has some."""
    try:
        return act()
    except Problems as found:
        for problem in found.problems:
            print(problem, file=sys.stderr)
        count = len(found.problems)
        print(
            f"{count} problem{'s' if count > 1 else ''}; the site stays as it was.", file=sys.stderr
        )
        return None


def _code_times() -> object:
    return _times(sorted(Path(__file__).parent.rglob("*.py")))


def main() -> None:
    """Work for the hook, or with --once write a site's pages and previews and be done."""
    root = Path.cwd()
    if "--once" not in sys.argv:
        run(root, sys.stdin, sys.stdout)
    elif not is_fresh(root) and _told(Workshop(root).renew) is None:
        sys.exit(1)


if __name__ == "__main__":
    main()
