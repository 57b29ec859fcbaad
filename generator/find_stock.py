"""Find pre-cut stock by what its pack says."""

import re
from collections.abc import Mapping

from generator.load.place import nearest
from generator.model.kit import Kit
from generator.model.problem import Problem, Problems
from generator.model.stock import Stock

OPTION = "--stock"


def find_stock(kit: Kit, asked: str) -> Stock:
    """Return the stock with an id, a part number (`8315`, `Avery 8315`) or an alias.

    Raises Problems: those of the stock's files, a name that no pack has (the nearest is named),
    and a number that packs of several makers have.
    """
    # The schemas are only worth loading where stock is asked for.
    from generator.load.stock import read_stock

    return pick_stock(read_stock(kit.root), asked)


def pick_stock(stock: Mapping[str, Stock], asked: str) -> Stock:
    """Return one of the stock by what its pack says; raises Problems as `find_stock` does."""
    key = _folded(asked)
    if key in stock:
        return stock[key]
    names = _names(stock)
    found = names.get(key, [])
    if len(found) == 1:
        return stock[found[0]]
    if found:
        what = f"several packs are called {asked!r}"
        raise Problems([Problem(OPTION, what, f"name one: {', '.join(sorted(found))}")])
    near = nearest(key, names)
    meant = f"did you mean {' or '.join(sorted(names[near]))}? " if near else ""
    hint = f"{meant}`list stock` lists all {len(stock)}; your own go into mine/stock/"
    raise Problems([Problem(OPTION, f"there is no stock {asked!r}", hint)])


def _names(stock: Mapping[str, Stock]) -> dict[str, list[str]]:
    """Return the ids by everything that a pack may be called."""
    names: dict[str, list[str]] = {}
    for entry in stock.values():
        maker = _folded(entry.maker)
        part = entry.id.removeprefix(f"{maker}-")
        parts = [part, *map(_folded, entry.also)]
        for name in dict.fromkeys([entry.id, *parts, *(f"{maker}-{part}" for part in parts)]):
            names.setdefault(name, []).append(entry.id)
    return names


def _folded(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
