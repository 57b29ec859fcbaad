"""Resolve the bidi classes of one isolating run sequence (UAX #9, rules W1 to N2)."""

from itertools import groupby

from generator.text.brackets import CLOSING, OPENING

MAX_OPEN = 63
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})


def resolve_types(
    originals: list[str], chars: list[str], own: str, edges: tuple[str, str]
) -> list[str]:
    """Return L, R, EN or AN for each character, given the directions at the sequence's edges.

    `own` is the direction of the sequence's level.
    """
    sos, eos = edges
    types = _weak(originals, sos)
    _brackets(types, originals, chars, own, sos)
    _neutral(types, own, sos, eos)
    return types


def _weak(originals: list[str], sos: str) -> list[str]:
    """Return the classes of a sequence after the weak rules W1 to W7."""
    types: list[str] = []
    previous, strong = sos, sos
    for kind in originals:  # W1, W2, W3
        if kind == "NSM":
            kind = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = kind
        if kind in {"L", "R", "AL"}:
            strong = kind
        types.append("AN" if kind == "EN" and strong == "AL" else kind)
    types = ["R" if kind == "AL" else kind for kind in types]
    for i in range(1, len(types) - 1):  # W4
        around = types[i - 1]
        if around == types[i + 1] and (
            (types[i] == "ES" and around == "EN") or (types[i] == "CS" and around in {"EN", "AN"})
        ):
            types[i] = around
    _terminators(types)
    strong = sos
    for i, kind in enumerate(types):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"
    return types


def _terminators(types: list[str]) -> None:
    """Make terminators beside a number part of it, and other separators neutral (W5, W6)."""
    start = 0
    for kind, group in groupby(list(types)):
        end = start + len(list(group))
        if kind == "ET":
            beside = types[start - 1 : start] + types[end : end + 1]
            types[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
        elif kind in {"ES", "CS"}:
            types[start:end] = ["ON"] * (end - start)
        start = end


def _strong(kind: str) -> str | None:
    """Return the direction that a class has for the neutral rules; numbers run right to left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _brackets(types: list[str], originals: list[str], chars: list[str], own: str, sos: str) -> None:
    """Give each pair of brackets one direction (N0)."""
    for opening, closing in _bracket_pairs(types, chars):
        inside = {_strong(kind) for kind in types[opening + 1 : closing]} - {None}
        if not inside:
            continue
        side = own
        if own not in inside:
            known = (_strong(kind) for kind in reversed(types[:opening]))
            before = next((kind for kind in known if kind), sos)
            side = before if before != own else own
        for place in (opening, closing):
            types[place] = side
            for i in range(place + 1, len(types)):
                if originals[i] != "NSM":
                    break
                types[i] = side


def _bracket_pairs(types: list[str], chars: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets by their opening one (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for i, (kind, char) in enumerate(zip(types, chars, strict=True)):
        if kind != "ON":
            continue
        if char in OPENING:
            if len(opened) == MAX_OPEN:
                return []
            opened.append((OPENING[char], i))
        elif char in CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == CLOSING[char]:
                    pairs.append((opened[depth][1], i))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _neutral(types: list[str], own: str, sos: str, eos: str) -> None:
    """Give neutrals the direction of both their neighbours, else the embedding's (N1, N2)."""
    start = 0
    for is_neutral, group in groupby([kind in _NEUTRAL for kind in types]):
        end = start + len(list(group))
        if is_neutral:
            before = _strong(types[start - 1]) if start else sos
            after = _strong(types[end]) if end < len(types) else eos
            side = before if before == after and before else own
            types[start:end] = [side] * (end - start)
        start = end
