"""The words of the site's pictures: none, ruled blanks, or a sample that says so."""

from collections.abc import Mapping
from dataclasses import replace

from generator.load.sample import Sample
from generator.model.kit import Kit, Situation
from generator.model.order import Order
from generator.model.problem import Problem, Problems
from generator.publish.plan import Document, Shot
from generator.words.evaluate import evaluate

UNNAMED = "Your Name"
"""The owner of a kit that nobody has made their own yet: not printed on a published card."""
NAME_BLANK = "_" * 14
DETAIL_BLANK = "\u200b".join(["_" * 6] * 9)
"""A ruled blank that may break anywhere: zero-width spaces between its parts."""


def fill_order(kit: Kit, sample: Sample, shot: Shot | Document) -> Order:
    """Return a picture's or PDF's order with its words."""
    if shot.words == "blank":
        return replace(shot.order, fields=_owner(kit))
    if shot.words == "sample":
        fields: Mapping[str, str] = sample.fields
    else:
        names = {"recipient": NAME_BLANK, "detail": DETAIL_BLANK, "sender": NAME_BLANK}
        fields = {**names, **_owner(kit)}
    return replace(shot.order, message=sample_note(kit, sample, fields), fields=fields)


def sample_note(kit: Kit, sample: Sample, fields: Mapping[str, str]) -> str:
    """Return the sample's note, filled in; raises Problems where the kit lacks its situation."""
    situation = _situation(kit, sample)
    note = situation.cards.get(sample.tone) or next(iter(situation.cards.values()))
    return evaluate(note.text, fields)


def _situation(kit: Kit, sample: Sample) -> Situation:
    if sample.situation not in kit.situations:
        what = f"there is no situation {sample.situation!r}"
        hint = f"name one of: {', '.join(kit.situations)}"
        raise Problems([Problem("samples/note.yml", what, hint)])
    return kit.situations[sample.situation]


def _owner(kit: Kit) -> dict[str, str]:
    owner = kit.settings.owner
    return {} if owner == UNNAMED else {"sender": owner}
