"""Who makes the card; each is opened when it is called for, so that one pays for itself alone."""

from collections.abc import Callable, Mapping


def _rgb() -> Callable[[int], bytes]:
    from bench.ours import OurCards

    return OurCards("rgb").card


def _flat() -> Callable[[int], bytes]:
    from bench.ours import OurCards

    return OurCards("fewest").card


def _pillow() -> Callable[[int], bytes]:
    from bench.peer_pillow import PillowCards

    return PillowCards().card


def _typst() -> Callable[[int], bytes]:
    from bench.peer_typst import TypstCards

    return TypstCards().card


CONTENDERS: Mapping[str, Callable[[], Callable[[int], bytes]]] = {
    "ours, RGB": _rgb,
    "ours, few inks": _flat,
    "pillow": _pillow,
    "typst": _typst,
}
