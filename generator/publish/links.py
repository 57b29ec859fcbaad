"""Link pictures: what a messenger shows for a page, a card on a desk beside the page's title."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path as File

from generator.layout.desk import DPI, PIXEL, soft_shadow
from generator.layout.forms import rectangle
from generator.model.fitted import Overflow
from generator.model.kit import Kit
from generator.model.length import Box
from generator.model.order import Order
from generator.model.paint import ONE, Ink
from generator.model.problem import Problem, Problems
from generator.model.scene import Face, Group, Item, Path, Scene
from generator.publish.plan import HERO, Plan
from generator.text.fit import set_text
from generator.text.style import Style

__all__ = ["DPI", "Link", "compose_link", "plan_links"]

SIZE = Box(0, 0, 1200 * PIXEL, 630 * PIXEL)
"""The size that messengers and networks crop least (Open Graph's recommendation, 1.91 : 1)."""

PAPER, DESK = Ink("link-paper", (251, 248, 242)), Ink("link-desk", (243, 236, 223))
INK, SOFT = Ink("link-ink", (34, 29, 25)), Ink("link-soft", (103, 92, 82))
ACCENT = Ink("link-accent", (143, 63, 34))

STAGE = Box(660 * PIXEL, 0, 540 * PIXEL, 630 * PIXEL)
CARD = STAGE.grown(-70 * PIXEL)
NAME = Box(80 * PIXEL, 84 * PIXEL, 500 * PIXEL, 44 * PIXEL)
TITLE = Box(80 * PIXEL, 178 * PIXEL, 500 * PIXEL, 380 * PIXEL)
RULE = Box(80 * PIXEL, 140 * PIXEL, 64 * PIXEL, 2 * PIXEL)
REACH = 26
"""How far a card's shadow reaches on each side, in pixels."""

Faces = Callable[[str, int, bool, str], tuple[Face, ...]]


@dataclass(frozen=True, slots=True)
class Link:
    """A link picture: its path below docs/kit/, the page's title, the card whose front it shows."""

    path: str
    title: str
    order: Order


def plan_links(kit: Kit, plan: Plan) -> tuple[Link, ...]:
    """Return the link picture of each page: home, indexes, guide, designs, situations."""
    return tuple(_links(kit, plan))


def compose_link(kit: Kit, link: Link, card: Scene, faces: Faces) -> Scene:
    """Return a link picture of 1200 × 630 px at 72 dpi; raises a Problem for an endless title."""
    desk = (_filled(SIZE, PAPER), _filled(STAGE, DESK))
    name = Style(
        slot="name",
        faces=faces("text", 400, False, kit.settings.name),
        size=(20 * PIXEL, 26 * PIXEL),
        ink=SOFT,
        tracking=80,
        features=("smcp", "c2sc"),
    )
    title = Style(
        slot="title",
        faces=faces("text", 400, False, link.title),
        size=(24 * PIXEL, 68 * PIXEL),
        ink=INK,
        tag="H1",
        leading=1120,
    )
    words = (
        _set(kit.settings.name, NAME, name, link),
        _filled(RULE, ACCENT),
        _set(link.title, TITLE, title, link),
    )
    return Scene(SIZE, SIZE, 0, (*desk, *_placed(card), *words))


def _links(kit: Kit, plan: Plan) -> Iterator[Link]:
    shown = _fronts(plan)
    pages = [
        ("home", "A thank-you note, after the\u00a0no"),
        ("cards", "Which card?"),
        ("situations", "What do I say?"),
        *_guide_pages(kit.root),
        *((f"situation-{s.id}", s.title) for s in kit.situations.values()),
    ]
    first = next((n for n, order in enumerate(shown) if order.design == HERO), 0)
    for number, (name, title) in enumerate(pages, first):
        yield Link(f"links/{name}.png", title, shown[number % len(shown)])
    for order in shown:
        name = kit.designs[order.design].name
        yield Link(f"links/card-{order.design}.png", name, order)


def _fronts(plan: Plan) -> list[Order]:
    """Return the order of each design's first front, as previews show it."""
    first: dict[str, Order] = {}
    for shot in plan.shots:
        if (shot.use, shot.panel, shot.words) == ("preview", "front", "blank"):
            first.setdefault(shot.order.design, shot.order)
    return list(first.values())


def _guide_pages(root: File) -> Iterator[tuple[str, str]]:
    for page in sorted((root / "docs/guide").glob("*.md")):
        lines = page.read_text(encoding="utf-8").splitlines()
        heading = next((x for x in lines if x.startswith("# ")), None)
        if heading is not None:
            yield f"guide-{page.stem}", heading.removeprefix("# ").strip()


def _set(words: str, box: Box, style: Style, link: Link) -> Item:
    fitted = set_text(words, box, style)
    if isinstance(fitted, Overflow):
        what = f"the title is too long for its link picture: “{words}”"
        hint = f"shorten it by {fitted.words_over} words"
        raise Problems([Problem(f"docs/kit/{link.path}", what, hint)])
    return fitted.text


def _placed(card: Scene) -> tuple[Item, ...]:
    """Return a card's trim, as large as its place allows, with a soft edge under it."""
    trim = card.trim
    scale = min(CARD.width * ONE // trim.width, CARD.height * ONE // trim.height)
    wide, high = trim.width * scale // ONE, trim.height * scale // ONE
    x = CARD.x + (CARD.width - wide) // 2
    y = CARD.y + (CARD.height - high) // 2
    at = Box(x, y, wide, high)
    matrix = (scale, 0, 0, scale, x - trim.x * scale // ONE, y - trim.y * scale // ONE)
    return (
        *soft_shadow(at, DESK.rgb, REACH),
        Group(card.items, matrix=matrix, clip=rectangle(trim), artifact=True),
    )


def _filled(box: Box, ink: Ink) -> Path:
    return Path(rectangle(box), fill=ink)
