"""situations/ID.yml into a Situation, and sources.yml into Sources."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.load.note_rows import CardRow, EmailRow, SituationRow
from generator.load.place import Place, suggest
from generator.load.rows import SourceRow
from generator.load.tree import Table
from generator.load.validate import check_id, check_known, place_of, read_row, read_rows
from generator.load.wording import fields_of, parse_wording
from generator.model.kit import (
    FIELDS,
    FieldSpec,
    Medium,
    MustSay,
    Note,
    Situation,
    Source,
    Tone,
    When,
)
from generator.model.problem import Problem, Problems
from generator.model.wording import Wording


def build_sources(table: Table, problems: list[Problem]) -> Mapping[str, Source]:
    """Return the sources by id."""
    return MappingProxyType(
        {
            name: Source(name, row.title, row.who, row.year, row.kind, row.note)
            for name, row in read_rows(SourceRow, table, problems)
        }
    )


def build_situation(
    table: Table, sources: Iterable[str], problems: list[Problem]
) -> Situation | None:
    """Return a situation, keeping Problems for unknown sources and fields and missing words."""
    top = Place(table.place.file)
    name = PurePosixPath(top.file).stem
    check_id(name, top, problems)
    row = read_row(SituationRow, table, top, problems)
    if row is None:
        return None
    known = list(sources)
    for i, source in enumerate(row.sources):
        check_known(source, known, "source", place_of(table, top, ("sources", i)), problems)
    reader = _Reader(table, top, row, problems)
    cards: dict[Tone, Note] = {}
    emails: dict[Tone, Note] = {}
    for tone, words in row.wordings.items():
        if words.card is not None:
            cards[tone] = reader.note(words.card, "wordings", tone, "card")
        if words.email is not None:
            emails[tone] = reader.note(words.email, "wordings", tone, "email")
    if not cards:
        reader.wrong("wordings hold no card", "add `card: {text: …, covers: …}`", "wordings")
    return Situation(
        id=name,
        title=row.title,
        summary=row.summary,
        group=row.group,
        to=row.to,
        when=When(row.when.start, row.when.by, row.when.card_by),
        medium=Medium(row.medium.email, row.medium.card),
        must_say=tuple(MustSay(said.id, said.text) for said in row.must_say),
        avoid=tuple(row.avoid),
        fields=MappingProxyType(
            {
                field: FieldSpec(spec.label, spec.example, spec.required)
                for field, spec in row.fields_.items()
            }
        ),
        cards=MappingProxyType(cards),
        emails=MappingProxyType(emails),
        sources=tuple(row.sources),
        where=str(top),
        order=row.order,
    )


class _Reader:
    """Reads the notes of one situation, keeping what is wrong with them."""

    def __init__(
        self, table: Table, top: Place, row: SituationRow, problems: list[Problem]
    ) -> None:
        self.table, self.top, self.problems = table, top, problems
        self.must_say = [said.id for said in row.must_say]
        self.fields = (*FIELDS, *row.fields_)

    def wrong(self, what: str, hint: str, *loc: int | str, key: bool = False) -> None:
        place = place_of(self.table, self.top, loc, key=key)
        self.problems.append(Problem(str(place), what, hint))

    def note(self, row: CardRow, *loc: str) -> Note:
        subject = None
        if isinstance(row, EmailRow):
            subject = self._wording(row.subject, *loc, "subject")
        text = self._wording(row.text, *loc, "text")
        self._check_covers(row, *loc)
        return Note(subject, text, MappingProxyType(row.covers))

    def _wording(self, text: str, *loc: str) -> Wording:
        place = place_of(self.table, self.top, loc)
        try:
            wording = parse_wording(text, str(place))
        except Problems as found:
            self.problems.extend(found.problems)
            return Wording((), str(place))
        for field in dict.fromkeys(fields_of(wording.nodes)):
            check_known(field, self.fields, "field", place, self.problems)
        return wording

    def _check_covers(self, row: CardRow, *loc: str) -> None:
        """Check that each must-say has a sentence, and that the sentence is in the text."""
        for said in self.must_say:
            if said not in row.covers:
                hint = f"quote the sentence that says it: `{said}: …`"
                self.wrong(f"covers does not show where {said} is said", hint, *loc, key=True)
        words = " ".join(row.text.split())
        for said, sentence in row.covers.items():
            if said not in self.must_say:
                hint = suggest(said, self.must_say)
                self.wrong(f"{said!r} is no must_say", hint, *loc, "covers", said, key=True)
            if " ".join(sentence.split()) not in words:
                hint = "quote it exactly as it stands in the text"
                what = f"the text does not hold the sentence that covers {said}"
                self.wrong(what, hint, *loc, "covers", said)
