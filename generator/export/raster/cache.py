"""Keep what is dear to draw: in memory up to a bound, and on disk where a store is given."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar, cast

T = TypeVar("T")
DEFAULT_BOUND = 64_000_000


class Store(Protocol):
    """Bytes by name that outlive the process; writing whole or not at all is its business."""

    def get(self, name: str) -> bytes | None:
        """Return what was put, None where there is nothing."""

    def put(self, name: str, value: bytes) -> None:
        """Keep bytes under a name."""


class Cache:
    """Values by key, each weighed in bytes when put in; the least lately used goes first."""

    def __init__(self, bound: int = DEFAULT_BOUND, store: Store | None = None) -> None:
        self.store = store
        self._bound = bound
        self._held = 0
        self._values: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int]) -> T:
        """Return the value of a key, making it where it is not kept.

        One key must always stand for one kind of value.
        """
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
            return cast("T", found[0])
        value = make()
        weight = weigh(value)
        self._values[key] = (value, weight)
        self._held += weight
        while self._held > self._bound and len(self._values) > 1:
            self._held -= self._values.popitem(last=False)[1][1]
        return value
