"""Which days after an event deserve a reminder, counted from a day that the reader picks."""

from dataclasses import dataclass

from generator.model.kit import Situation


@dataclass(frozen=True, slots=True)
class Step:
    """A reminder so many days after the note."""

    id: str
    after: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The reminders of some groups of situations; `counted` names the day that they count from."""

    id: str
    counted: str
    remark: str
    groups: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FollowUps:
    """followups.yml: the reminder of the note itself, and the rhythms, the usual one first."""

    note: Step
    rhythms: tuple[Rhythm, ...]

    def rhythm_of(self, situation: Situation | None) -> Rhythm:
        """Return the rhythm that a situation's group takes; the first where none names it."""
        group = situation.group if situation else None
        return next((r for r in self.rhythms if group in r.groups), self.rhythms[0])

    def days_of(self, situation: Situation | None) -> tuple[Step, ...]:
        """Return the reminders by days after the picked day, in order.

        With a situation the note's own day comes first, the last that its `when` calls good, and
        the others are counted from there; without one the picked day is that of the note.
        """
        steps = self.rhythm_of(situation).steps
        if situation is None:
            return steps
        sent = situation.when.by
        note = Step(self.note.id, sent, self.note.title, self.note.text)
        return (note, *(Step(s.id, sent + s.after, s.title, s.text) for s in steps))
