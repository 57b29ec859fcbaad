"""What a proof finds wrong, and many findings told as few Problems."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.order import Order
from generator.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong on one card: where it is mended, whose card it is, what was measured.

    `fault` is how bad it is, to tell the worst of many; `about` names what is the same on many
    cards: the check and the slot.
    """

    where: str
    about: tuple[str, ...]
    card: str
    what: str
    hint: str
    fault: float


def card_name(order: Order, palette: str | None = None) -> str:
    """Return design, format, fold, palette and form of a card in words."""
    return (
        f"{order.design}, {order.format}, {order.fold}, palette {palette or order.palette}, "
        f"form {order.form}"
    )


def worst(findings: Iterable[Finding]) -> list[Problem]:
    """Return a Problem for each place and fault: the worst card, and how many more have it."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.where, *finding.about), []).append(finding)
    return [_problem(alike) for alike in found.values()]


def _problem(alike: list[Finding]) -> Problem:
    first = max(alike, key=lambda finding: finding.fault)
    others = len({finding.card for finding in alike}) - 1
    more = f" (and on {others} more card{'s' if others > 1 else ''})" if others else ""
    return Problem(first.where, f"{first.card}: {first.what}{more}", first.hint)
