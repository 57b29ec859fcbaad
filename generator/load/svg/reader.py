"""Read a drawing in the print-safe subset of SVG into items painted in roles, and its slots."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.load.svg.affine import IDENTITY, Map, is_upright, multiply
from generator.load.svg.document import Element, parse_document
from generator.load.svg.flatten import flatten, slot_box
from generator.load.svg.forbidden import IGNORED, KEPT_FOR_LATER, check_element
from generator.load.svg.gradients import KINDS, Bounds, Ground, read_gradient
from generator.load.svg.inks import read_ink
from generator.load.svg.layers import stack_paints
from generator.load.svg.page import Laid, lay_alone, lay_on_card, place_symbol
from generator.load.svg.pathdata import Segment
from generator.load.svg.refusal import Refusal
from generator.load.svg.shapes import SHAPES, bounds, draw_shape, measure, oriented
from generator.load.svg.slots import HINT, check_rectangle, only_child, slot_name
from generator.load.svg.state import DEFAULTS, UNSET, State, enter
from generator.load.svg.strokes import read_stroke
from generator.load.svg.style import Rule, parse_rules
from generator.model.artwork import Figure
from generator.model.length import Box, Size
from generator.model.paint import Ink, Paint
from generator.model.problem import Problem, Problems
from generator.model.scene import Group, Item

MOST_SEGMENTS = 200_000
MOST_VISITS = 100_000
MOST_PROBLEMS = 50
BLACK = "#000000"
_URL = re.compile(r"""url\(\s*["']?(.*?)["']?\s*\)(.*)""")
_CONTAINERS = ("g", "switch", "use")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing holds."""

    items: tuple[Item, ...]
    slots: Mapping[str, Box]


class _AsDrawn(Mapping[str, str]):
    """Every colour stands for itself."""

    def __getitem__(self, colour: str) -> str:
        return colour

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def read_figure(text: str, name: str, fit: Callable[[float, float], Size]) -> Figure:
    """Return a drawing by itself, laid on the size that `fit` gives for its page's sides.

    Its own colours stay, as inks whose roles are #rrggbb. Raises Problems as `read_svg` does.
    """
    reader = _Reader(
        parse_document(text, name), name, lambda root: lay_alone(root, fit), _AsDrawn()
    )
    drawn = reader.read()
    key = sha256(f"{reader.size}\0{text}".encode()).hexdigest()
    return Figure(drawn.items, reader.size, key)


def read_svg(text: str, name: str, size: Size, colours: Mapping[str, str]) -> Drawn:
    """Return a drawing as items and slots in the coordinates of a trim of `size`.

    `colours` maps #rrggbb to roles. Raises Problems: all that the drawing holds and may not.
    """
    document = parse_document(text, name)
    return _Reader(document, name, lambda root: lay_on_card(root, size), colours).read()


class _Reader:
    """Walks one drawing, keeping what is wrong with it."""

    def __init__(
        self, root: Element, name: str, lay: Callable[[Element], Laid], colours: Mapping[str, str]
    ) -> None:
        self.root, self.name, self.lay, self.colours = root, name, lay, colours
        self.size = Size(0, 0)
        self.problems: list[Problem] = []
        self.slots: dict[str, Box] = {}
        self.rules: list[Rule] = []
        self.page = (1.0, 1.0)
        self.by_id: dict[str, Element] = {}
        self._visits = self._segments = 0
        self._using: list[Element] = []
        self._said: set[str] = set()

    def read(self) -> Drawn:
        matrix: Map = IDENTITY
        with self._saying(self.root):
            matrix, self.page, self.size = self.lay(self.root)
        for element in self.root.walk():
            if "id" in element.attributes:
                self.by_id.setdefault(element.attributes["id"], element)
            if element.tag == "style":
                with self._saying(element):
                    self.rules += parse_rules(element.text)
        self.rules.sort(key=lambda rule: rule.weight[:3])
        items: tuple[Item, ...] = ()
        with self._saying(self.root):
            state = enter(State(matrix, DEFAULTS, {}), self.root, self.rules)
            items = self._wrapped(tuple(self._children(self.root, state)), state)
        if self.problems:
            raise Problems(self.problems)
        return Drawn(items, self.slots)

    @contextmanager
    def _saying(self, element: Element) -> Iterator[None]:
        """Turn what is refused inside into a Problem at an element, once for each sentence."""
        try:
            yield
        except Refusal as refusal:
            self._say(element, refusal.what, refusal.hint)
        except ValueError as error:
            self._say(element, str(error), "draw it anew, or save as Plain SVG")

    def _say(self, element: Element, what: str, hint: str) -> None:
        if what not in self._said:
            self._said.add(what)
            self.problems.append(Problem(str(element.place), what, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise Problems(self.problems)

    def _stop(self, element: Element, what: str) -> None:
        self._say(element, what, "simplify the drawing: Path > Simplify, fewer clones")
        raise Problems(self.problems)

    def _children(self, element: Element, state: State) -> Iterator[Item]:
        children = element.children
        if element.tag == "switch":
            children = [c for c in children if "requiredExtensions" not in c.attributes][:1]
        for child in children:
            with self._saying(child):
                yield from self._element(child, state)

    def _element(self, element: Element, state: State) -> tuple[Item, ...]:
        """Return what an element draws."""
        self._visits += 1
        if self._visits > MOST_VISITS:
            self._stop(element, f"more than {MOST_VISITS} elements are drawn")
        slot = None if self._using else slot_name(element)
        if element.tag in IGNORED or element.tag in KEPT_FOR_LATER:
            return ()
        if state.is_hidden and element.tag not in _CONTAINERS and slot is None:
            return ()
        check_element(element)
        state = enter(state, element, self.rules)
        if slot is not None:
            self._slot(slot, element, state)
            return ()
        if element.tag in ("g", "switch"):
            return self._wrapped(tuple(self._children(element, state)), state)
        if element.tag == "use":
            return self._wrapped(self._use(element, state), state)
        if element.tag in SHAPES:
            return () if _is_unseen(state) else self._shape(element, state)
        raise Refusal(f"<{element.tag}> is not read", "draw it with paths, shapes and groups")

    def _slot(self, name: str, element: Element, state: State) -> None:
        while element.tag == "g":
            element = only_child(element, name)
            check_element(element)
            state = enter(state, element, self.rules)
        if element.tag not in SHAPES:
            raise Refusal(f"the slot {name} is a <{element.tag}>, not a rectangle", HINT)
        if name in self.slots:
            raise Refusal(f"the slot {name} is drawn twice", "keep one of the rectangles")
        if not is_upright(state.matrix):
            raise Refusal(f"the slot {name} is turned or slanted", "text is set upright: undo it")
        segments = draw_shape(element.tag, element.attributes, self.page)
        if element.tag != "rect":
            check_rectangle(segments, name, element.tag)
        self.slots[name] = slot_box(name, segments, state.matrix, self.size)

    def _use(self, element: Element, state: State) -> tuple[Item, ...]:
        href = element.attributes.get("href", "")
        target = self.by_id.get(href[1:])
        if target is None:
            raise Refusal(f"there is nothing with the id {href[1:]!r}", "clone it anew")
        if target in self._using:
            hint = "unlink the clone: Edit > Clone > Unlink Clone"
            raise Refusal(f"{href} is used inside itself", hint)
        x, y = (
            measure(element.attributes.get(name, "0"), whole)
            for name, whole in zip(("x", "y"), self.page, strict=True)
        )
        moved = State(
            multiply(state.matrix, (1, 0, 0, 1, x, y)), state.inherited, {}, state.is_hidden
        )
        self._using.append(target)
        try:
            if target.tag != "symbol":
                return self._element(target, moved)
            return self._symbol(element, target, moved)
        finally:
            self._using.pop()

    def _symbol(self, use: Element, symbol: Element, state: State) -> tuple[Item, ...]:
        """Return what a symbol draws: cut at its viewBox, which fits into the use's box."""
        inside = enter(state, symbol, self.rules)
        if "viewBox" not in symbol.attributes:
            return self._wrapped(tuple(self._children(symbol, inside)), inside)
        map_, box = place_symbol(use, symbol, self.page)
        inside = replace(inside, matrix=multiply(inside.matrix, map_))
        items = self._wrapped(tuple(self._children(symbol, inside)), inside)
        shown = {use.attributes.get("overflow"), symbol.attributes.get("overflow")}
        styles = use.attributes.get("style", "") + symbol.attributes.get("style", "")
        if not items or "visible" in shown or "overflow:visible" in styles.replace(" ", ""):
            return items
        return (Group(items, clip=flatten(draw_shape("rect", box, self.page), inside.matrix)),)

    def _shape(self, element: Element, state: State) -> tuple[Item, ...]:
        segments = draw_shape(element.tag, element.attributes, self.page)
        self._count(element, segments)
        box = bounds(segments)
        if box is None:
            return ()
        d = flatten(segments, state.matrix)
        even_odd = state["fill-rule"] == "evenodd"
        fill = None if element.tag == "line" else self._paint("fill", state, box)
        stroke = read_stroke(state, lambda: self._paint("stroke", state, box))
        shares = state.share("fill-opacity"), state.share("stroke-opacity")
        return self._wrapped(stack_paints(d, fill, stroke, shares, even_odd, state), state)

    def _count(self, element: Element, segments: list[Segment]) -> None:
        self._segments += len(segments)
        if self._segments > MOST_SEGMENTS:
            self._stop(element, f"more than {MOST_SEGMENTS} path segments are drawn")

    def _paint(self, name: str, state: State, box: Bounds) -> Paint | None:
        """Return a fill or a stroke's paint."""
        value = state[name]
        match = _URL.fullmatch(value)
        if value == UNSET and BLACK not in self.colours:
            hint = 'give it class="ink" or fill="none", or map "#000000" under colours:'
            raise Refusal("a shape has no fill, which means black, and no role is black", hint)
        if match is None:
            return read_ink(value or BLACK, self.colours, state["color"])
        target = self._target(match[1], KINDS, "gradient")

        def read_stop(stop: Element) -> tuple[Ink | None, float]:
            # A stop inherits nothing that counts here but the colour that currentColor means.
            inside = enter(state, stop, self.rules)
            colour = inside.own.get("stop-color", "#000000")
            share = inside.share("stop-opacity", inside.own.get("stop-opacity", "1"))
            return read_ink(colour, self.colours, inside["color"]), share

        ground = Ground(state.matrix, box, self.page)
        return read_gradient(target, self.by_id, ground, read_stop)

    def _target(self, reference: str, tags: tuple[str, ...], noun: str) -> Element:
        if not reference.startswith("#"):
            raise Refusal(f"{reference[:40]!r} is outside the file", "keep it in the drawing")
        target = self.by_id.get(reference[1:])
        if target is not None and target.tag not in tags:
            check_element(target)
        if target is None or target.tag not in tags:
            raise Refusal(f"there is no {noun} {reference}", f"set the {noun} again")
        return target

    def _wrapped(self, items: tuple[Item, ...], state: State) -> tuple[Item, ...]:
        """Return items under their element's own opacity and clip, where it has them."""
        opacity = round(1000 * state.share("opacity", state.own.get("opacity", "1")))
        value = state.own.get("clip-path", "none")
        if not items or not opacity:
            return ()
        clips = () if value in ("none", "") else tuple(self._clips(value, state.matrix))
        if opacity < 1000:
            items = (Group(items, opacity=opacity),)
        for clip in clips:
            if not clip:
                return ()
            items = (Group(items, clip=clip),)
        return items

    def _clips(self, value: str, matrix: Map, depth: int = 0) -> Iterator[str]:
        """Yield the path data of a clip, and of the clips on that clip."""
        match = _URL.fullmatch(value)
        if match is None or depth > 8:
            raise Refusal(f"clip-path: {value[:40]} is not read", "use Object > Clip")
        target = self._target(match[1], ("clipPath",), "clip")
        if target.attributes.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            hint = "release the clip and set it again"
            raise Refusal("a clip in shares of its object is not read", hint)
        state = enter(State(matrix, DEFAULTS, {}), target, self.rules)
        yield "".join(self._clip_parts(target, state))
        inner = state.own.get("clip-path", "none")
        if inner != "none":
            yield from self._clips(inner, matrix, depth + 1)

    def _clip_parts(self, parent: Element, state: State) -> Iterator[str]:
        """Yield the outlines of what stands in a clip."""
        for element in parent.children:
            if element.tag in IGNORED:
                continue
            self._visits += 1
            if self._visits > MOST_VISITS:
                self._stop(element, f"more than {MOST_VISITS} elements are drawn")
            check_element(element)
            yield from self._clip_part(element, enter(state, element, self.rules))

    def _clip_part(self, element: Element, state: State) -> Iterator[str]:
        if _is_unseen(state) and element.tag in SHAPES:
            return
        if element.tag == "g":
            yield from self._clip_parts(element, state)
        elif element.tag == "use":
            yield from self._clip_use(element, state)
        elif element.tag in SHAPES:
            segments = draw_shape(element.tag, element.attributes, self.page)
            self._count(element, segments)
            if state["clip-rule"] == "evenodd" and sum(k == "M" for k, _ in segments) > 1:
                hint = "unite its parts first: Path > Union"
                raise Refusal("a clip with holes by the even-odd rule is not read", hint)
            yield flatten(oriented(segments), state.matrix)
        else:
            raise Refusal(f"<{element.tag}> cannot clip", "clip with a path or a shape")

    def _clip_use(self, element: Element, state: State) -> Iterator[str]:
        href = element.attributes.get("href", "")
        target = self.by_id.get(href[1:])
        if target is None or target.tag not in SHAPES:
            raise Refusal(f"the clip uses {href!r}, which is no shape", "set the clip again")
        x, y = (measure(element.attributes.get(name, "0")) for name in ("x", "y"))
        moved = State(
            multiply(state.matrix, (1, 0, 0, 1, x, y)), state.inherited, {}, state.is_hidden
        )
        yield from self._clip_part(target, enter(moved, target, self.rules))


def _is_unseen(state: State) -> bool:
    return state.is_hidden or state["visibility"] in ("hidden", "collapse")
