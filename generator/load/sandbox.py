"""Jinja2 for drawings: it computes numbers and shapes, reaches nothing else, and ends.

Every loop step, call and printed letter is counted, since a template is data that a fork may
have from anywhere.
"""

from collections.abc import Callable, Iterable, Iterator
from types import CodeType
from typing import Any, cast

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.load.place import Place
from generator.load.svg.refusal import Refusal

MOST_STEPS = 100_000
MOST_CALLS = 20_000
MOST_LETTERS = 4_000_000
MOST_ITEMS = 100_000
MOST_NUMBER = 10**15
FILTERS = frozenset(
    (
        "abs", "count", "default", "d", "first", "float", "int", "items", "last",
        "length", "list", "lower", "map", "max", "min", "reject", "reverse", "round",
        "select", "sort", "string", "sum", "trim", "unique", "upper",
    )
)  # fmt: skip
METHODS = frozenset(
    (
        "count", "endswith", "get", "index", "items", "keys", "lower", "split", "startswith",
        "strip", "upper", "values",
    )
)  # fmt: skip


class _Asking(Context):
    """Keeps the names that a template asks for."""

    def resolve_or_missing(self, key: str) -> Any:
        """Return a name's value."""
        assert isinstance(self.environment, DrawingEnvironment)
        self.environment.asked.add(key)
        return super().resolve_or_missing(key)


class DrawingEnvironment(ImmutableSandboxedEnvironment):
    """An environment for one rendering of one drawing."""

    context_class = _Asking
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, load: Callable[[str], tuple[str, str]]) -> None:
        """`load` returns the source and the name of a template, by the name it is included by."""
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            finalize=self._print,
            loader=FunctionLoader(lambda name: (*load(name), lambda: True)),
            bytecode_cache=_COMPILED,
        )
        self.filters = {name: run for name, run in self.filters.items() if name in FILTERS}
        self.globals = {
            name: self.globals[name] for name in ("dict", "namespace", "cycler", "joiner")
        } | {"range": self._range}
        self.filters["join"] = self._join
        self.asked: set[str] = set()
        self._steps, self._calls, self._letters = MOST_STEPS, MOST_CALLS, MOST_LETTERS

    def steps(self, items: Iterable[Any], letters: int) -> Iterator[Any]:
        """Yield the items of a loop whose body prints so many letters, counting both."""
        for item in items:
            self._steps -= 1
            self._letters -= letters
            if self._steps < 0:
                raise Refusal(f"loops take more than {MOST_STEPS} steps", "draw fewer parts")
            self._check_letters()
            yield item

    def joined(self, *parts: Any) -> str:
        """Return what `~` joins."""
        is_markup = any(hasattr(part, "__html__") for part in parts)
        whole = Markup("").join(parts) if is_markup else "".join(map(str, parts))
        self._letters -= len(whole)
        self._check_letters()
        return whole

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something, counting calls."""
        self._calls -= 1
        if self._calls < 0:
            raise Refusal(f"more than {MOST_CALLS} calls are made", "draw fewer parts")
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute what can grow without bounds."""
        sized = [len(side) for side in (left, right) if isinstance(side, (str, list, tuple))]
        if operator == "%" and isinstance(left, str):
            raise Refusal("text is not formatted with %", "join it with ~")
        if operator == "*" and sized:
            times = [side for side in (left, right) if isinstance(side, int)]
            sized = [sized[0] * max(0, *times, 0)]
        if sum(sized) > MOST_ITEMS:
            raise Refusal(f"a text or list grows over {MOST_ITEMS}", "draw fewer parts")
        if operator == "**":
            left, right = float(left), float(right)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, complex) or (isinstance(result, int) and abs(result) > MOST_NUMBER):
            raise Refusal("a number is out of range", "compute with smaller numbers")
        return result

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow few methods of text and lists: some others can be made to fill the memory."""
        if isinstance(obj, (str, list, tuple, dict)):
            return attr in METHODS
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the syntax tree, with loops and joins that count."""
        tree = _Counting(filename).visit(super()._parse(source, name, filename))
        assert isinstance(tree, nodes.Template)
        tree.set_environment(self)
        return tree

    def _range(self, *bounds: int) -> range:
        steps = range(*bounds)
        if len(steps) > MOST_STEPS:
            raise Refusal(f"a range of {len(steps)} is too long", f"stay below {MOST_STEPS}")
        return steps

    def _join(self, items: Iterable[Any], between: str = "") -> str:
        parts = [part for item in items for part in (between, item)][1:]
        return self.joined(*parts)

    def _print(self, value: Any) -> Any:
        self._letters -= len(value) if isinstance(value, str) else 20
        self._check_letters()
        return value

    def _check_letters(self) -> None:
        if self._letters < 0:
            raise Refusal("the drawing grows over 4 MB", "draw fewer parts")


class _Counting(NodeTransformer):
    """Rewrites loops and joins so that they count."""

    def __init__(self, filename: str | None) -> None:
        self.filename = filename

    def visit_For(self, loop: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja2 calls it so
        self.generic_visit(loop)
        if loop.recursive:
            place = Place(self.filename, loop.lineno) if self.filename else None
            raise Refusal("loops do not call themselves here", "use a macro", place)
        letters = nodes.Const(_letters_in(loop.body))
        loop.iter = _counted("steps", [cast(nodes.Expr, loop.iter), letters], loop)
        return loop

    def visit_Concat(self, join: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja2 calls it so
        self.generic_visit(join)
        return _counted("joined", join.nodes, join)


class _Compiled(BytecodeCache):
    """Keeps compiled templates in memory: a design is drawn in many formats and forms."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code in, if the same source was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a source."""
        assert bucket.code is not None
        self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def _counted(name: str, args: list[nodes.Expr], at: nodes.Node) -> nodes.Call:
    call = nodes.Call(nodes.EnvironmentAttribute(name), args, [], None, None)
    call.set_lineno(at.lineno)
    return call


def _letters_in(body: Iterable[nodes.Node]) -> int:
    """Return how many letters of its own a loop's body prints at most each time."""
    total = 0
    for node in body:
        if isinstance(node, nodes.TemplateData):
            total += len(node.data)
        elif not isinstance(node, nodes.For):
            total += _letters_in(node.iter_child_nodes())
    return total
