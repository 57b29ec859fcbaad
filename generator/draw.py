"""Draw the site's pictures, spread over the cores."""

import io
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, as_completed, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Protocol, assert_never

from generator.export.pdf import Edition, write_pdf
from generator.export.png import encode_png, encode_webp
from generator.layout.impose import plan_paper, take_piece
from generator.layout.pages import card_pages
from generator.load.kit import load_kit
from generator.load.sample import Sample, read_sample
from generator.model.order import Order
from generator.model.paper import PAPERS
from generator.model.problem import Problem, Problems
from generator.press import Press
from generator.publish.fill import fill_order
from generator.publish.links import DPI as LINK_DPI
from generator.publish.links import Link, compose_link
from generator.publish.plan import Document, Shot
from generator.store.files import write_file
from generator.store.manifest import Entry


@dataclass(frozen=True, slots=True)
class Job:
    """A file to draw: its key, where it waits until all are drawn, its entry if it is done."""

    picture: Shot | Link | Document
    key: str
    staged: Path
    entry: Entry | None


class Advance(Protocol):
    """Told after each batch how many pictures it drew."""

    def __call__(self, count: int, /) -> None:
        """Move the bar on."""


def draw_all(root: Path, jobs: Iterable[Job]) -> None:
    """Draw every job that is neither done nor staged; raises all their Problems."""
    todo = [job for job in jobs if job.entry is None and not job.staged.exists()]
    if not todo:
        return
    problems: list[Problem] = []
    with _pool(root, len(todo)) as pool, _progress(len(todo)) as advance:
        for batch, found in _drawn(pool, _batches(todo)):
            problems.extend(found)
            advance(len(batch))
    if problems:
        raise Problems(problems)


def draw_picture(press: Press, sample: Sample, picture: Shot | Link | Document) -> bytes:
    """Return a file's bytes: PDF or PNG for print, PNG for links, WebP of the trim to look at."""
    match picture:
        case Link():
            front = press.scene(picture.order, "front")
            scene = compose_link(press.kit, picture, front, press.faces)
            return encode_png(scene, LINK_DPI)
        case Shot():
            order = fill_order(press.kit, sample, picture)
            scene = press.scene(order, picture.panel)
            if picture.use == "preview":
                return encode_webp(scene, picture.width)
            return encode_png(scene, picture.dpi)
        case Document():
            if picture.use == "liner":
                return draw_liner(press, picture)
            return draw_document(press, fill_order(press.kit, sample, picture), picture)
        case _:
            assert_never(picture)


def draw_document(press: Press, order: Order, document: Document) -> bytes:
    """Return a card as PDF: a panel a page, or copies on a paper with its slug."""
    card, paper = press.compose(order), document.paper
    if paper is None:
        pages = card_pages(card, "panels", marks=False)
    else:
        piece = take_piece(card, order.form)
        plan = plan_paper(piece, PAPERS[paper], order.form)
        pages = press.lay_sheet(card, piece, plan, paper=paper).sides
    out = io.BytesIO()
    write_pdf(out, pages, Edition(card.title, card.lang, document.inks))
    return out.getvalue()


def draw_liner(press: Press, document: Document) -> bytes:
    """Return the liner of a format's first envelope as PDF."""
    order, out = document.order, io.BytesIO()
    envelope = press.kit.formats[order.format].envelopes[0]
    page = PAPERS[document.paper] if document.paper else None
    title = f"{press.kit.designs[order.design].name}: liner for {envelope.name}"
    write_pdf(out, (press.liner(order, envelope, page),), Edition(title, order.lang))
    return out.getvalue()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(todo: list[Job]) -> Iterator[list[Job]]:
    """Keep together what shares its artwork, so that each drawing is rasterised once."""

    def artwork(job: Job) -> tuple[str, ...]:
        order = job.picture.order
        return (order.design, order.palette, order.format, order.fold, order.form)

    for _, jobs in groupby(sorted(todo, key=artwork), artwork):
        yield list(jobs)


def _drawn(
    pool: ProcessPoolExecutor, batches: Iterable[list[Job]]
) -> Iterator[tuple[list[Job], list[Problem]]]:
    """Yield each batch with its problems as it is done.

    Few are handed out at a time, so that there is nothing to call back when one fails.
    """
    waiting: dict[Future[list[Problem]], list[Job]] = {}
    for batch in batches:
        waiting[pool.submit(_draw_batch, batch)] = batch
        if len(waiting) >= 2 * cores():
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield waiting.pop(future), future.result()
    for future in as_completed(waiting):
        yield waiting[future], future.result()


_workshop: tuple[Press, Sample] | None = None


def _open_workshop(root: Path) -> None:
    global _workshop
    kit = load_kit(root)
    _workshop = Press(kit), read_sample(root)


def _draw_batch(batch: list[Job]) -> list[Problem]:
    assert _workshop is not None
    press, sample = _workshop
    problems: list[Problem] = []
    for job in batch:
        try:
            write_file(job.staged, draw_picture(press, sample, job.picture))
        except Problems as found:
            problems.extend(found.problems)
    return problems


def _pool(root: Path, jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and no lock of the parent's comes along.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(min(cores(), jobs), context, _open_workshop, (root,))


@contextmanager
def _progress(total: int) -> Iterator[Advance]:
    """Show a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("Drawing the cards", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda count: bar.advance(task, count)
