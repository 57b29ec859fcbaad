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
    names = _names(stock)
    found = names.get(_squeezed(asked), [])
    if found and all(_same_cut(stock[found[0]], stock[id_]) for id_ in found):
        return stock[found[0]]
    if found:
        what = f"several packs are called {asked!r}"
        raise Problems([Problem(OPTION, what, f"name one: {', '.join(found)}")])
    near = nearest(_squeezed(asked), names)
    meant = f"did you mean {' or '.join(names[near])}? " if near else ""
    hint = f"{meant}`list stock` lists all {len(stock)}; your own go into mine/stock/"
    raise Problems([Problem(OPTION, f"there is no stock {asked!r}", hint)])


def _names(stock: Mapping[str, Stock]) -> dict[str, list[str]]:
    """Return the ids, sorted, by everything that a pack may be called.

    An id is its own alone; part numbers go with the maker's name, with its last word, or bare.
    """
    names: dict[str, list[str]] = {}
    for id_, entry in sorted(stock.items()):
        makers = (_squeezed(entry.maker), _squeezed(entry.maker.split()[-1]))
        part = _squeezed(id_)
        for maker in makers:
            part = part.removeprefix(maker)
        parts = [part, *map(_squeezed, entry.also)]
        called = dict.fromkeys([*parts, *(maker + part for maker in makers for part in parts)])
        for name in called:
            names.setdefault(name, []).append(id_)
    return {**names, **{_squeezed(id_): [id_] for id_ in stock}}


def _same_cut(one: Stock, other: Stock) -> bool:
    return _cut(one) == _cut(other)


def _cut(stock: Stock) -> tuple[object, ...]:
    return (stock.page, stock.card, stock.fold, stock.first, stock.pitch, stock.grid, stock.round)


def _squeezed(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", words.casefold())
