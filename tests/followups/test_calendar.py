"""The calendar file: dates and UIDs that stay, nothing that rings, and readable to strangers."""

import json
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import icalendar
import pytest
import vobject

from generator.load.followups import read_followups
from generator.model.followups import FollowUps
from generator.model.kit import Kit
from generator.model.problem import Problems
from generator.publish.calendar import calendar_file, calendar_host, parse_day, situation_url
from tests.scripts import run_script

VECTORS = Path(__file__).parent.parent / "vectors" / "followups.json"
PICKED = date(2027, 1, 31)


@pytest.fixture(scope="module")
def followups(kit: Kit) -> FollowUps:
    return read_followups(kit.root, kit.situations)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_days_are_counted_from_the_picked_one(kit: Kit, followups: FollowUps) -> None:
    situation = kit.situations["rejected-after-interviews"]
    calendar = icalendar.Calendar.from_ical(calendar_file(kit, followups, situation, PICKED))
    starts = [event.start for event in calendar.events]
    sent = PICKED + timedelta(days=situation.when.by)
    assert starts == [sent, *(sent + timedelta(days=n) for n in (30, 90, 180))]


def test_every_situation_gives_a_file_that_a_strict_reader_takes(
    kit: Kit, followups: FollowUps
) -> None:
    seen = 0
    for situation in (None, *kit.situations.values()):
        text = calendar_file(kit, followups, situation, PICKED).decode()
        calendar = vobject.readOne(text)
        assert calendar.version.value == "2.0" and calendar.prodid.value.startswith("-//Afternote")
        for event in calendar.vevent_list:
            seen += 1
            event.validate(raiseException=True)
            assert type(event.dtstart.value) is date
            assert not hasattr(event, "valarm_list") and not hasattr(event, "dtend")
            assert event.transp.value == "TRANSPARENT"
    assert seen > 36 * 2


def test_the_file_keeps_the_rules_of_its_lines(kit: Kit, followups: FollowUps) -> None:
    for situation in kit.situations.values():
        data = calendar_file(kit, followups, situation, PICKED)
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert max(map(len, data.split(b"\r\n"))) <= 75
        assert b"VALARM" not in data and b"DTSTAMP:20270131T000000Z" in data
        assert data.count(b"DTSTART;VALUE=DATE:") == data.count(b"BEGIN:VEVENT") > 0


def test_uids_stay_and_tell_days_apart(kit: Kit, followups: FollowUps) -> None:
    def uids(picked: date) -> list[str]:
        return [
            line
            for situation in kit.situations.values()
            for line in unfolded(calendar_file(kit, followups, situation, picked))
            if line.startswith("UID:")
        ]

    first = uids(PICKED)
    assert first == uids(PICKED) and len(set(first)) == len(first) > 70
    assert not set(first) & set(uids(PICKED + timedelta(days=7)))
    assert all(re.fullmatch(r"UID:[0-9]{8}-[a-z0-9-]+@example\.org", uid) for uid in first)


def test_what_others_see_in_a_calendar_tells_no_secret(kit: Kit, followups: FollowUps) -> None:
    for situation in kit.situations.values():
        for event in icalendar.Calendar.from_ical(
            calendar_file(kit, followups, situation, PICKED)
        ).events:
            assert situation.title not in event["summary"]
            assert event["class"] == "PRIVATE"


def test_at_most_three_words_follow_and_the_first_a_month_later(followups: FollowUps) -> None:
    for rhythm in followups.rhythms:
        assert len(rhythm.steps) <= 3
        assert "our own" in rhythm.remark.lower()
    after = [step.after for step in followups.rhythms[0].steps]
    gaps = [b - a for a, b in pairwise(after)]
    assert after[0] >= 30 and all(60 <= gap <= 92 for gap in gaps)


def plan(kit: Kit, followups: FollowUps, id_: str | None) -> dict[str, object]:
    """Return what the page's script is given for a situation."""
    situation = kit.situations[id_] if id_ else None
    return {
        "subject": id_ or followups.rhythm_of(None).id,
        "host": calendar_host(kit),
        "url": situation_url(kit, situation) if situation else "",
        "steps": [
            {"id": s.id, "after": s.after, "title": s.title, "text": s.text}
            for s in followups.days_of(situation)
        ],
    }


def test_the_page_writes_the_same_bytes(kit: Kit, followups: FollowUps) -> None:
    days = ["1999-12-31", "2024-02-29", "2026-11-23", "2027-01-31", "2199-12-31"]
    ids = [None, *kit.situations]
    cases = [{"plan": plan(kit, followups, id_), "day": day} for id_ in ids for day in days]
    made = run_script(
        "calendar.js",
        "({parseDay, calendarFile}, cases) =>"
        " cases.map(({plan, day}) => calendarFile(plan, parseDay(day)))",
        cases,
    )
    wanted = [
        calendar_file(kit, followups, kit.situations[id_] if id_ else None, parse_day(day, "day"))
        for id_ in ids
        for day in days
    ]
    assert len(made) == len(wanted) > 150
    for ours, theirs in zip(wanted, made, strict=True):
        assert theirs.encode() == ours


def test_both_languages_keep_to_the_written_cases() -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))
    files = cases["files"]
    made = run_script(
        "calendar.js",
        "({parseDay, calendarFile}, {files, days}) => ({"
        " files: files.map((f) => calendarFile(f.plan, parseDay(f.day))),"
        " days: days.map(({text}) => parseDay(text) !== null) })",
        cases,
    )
    assert made["files"] == [case["ics"] for case in files] and files
    assert made["days"] == [case["is_day"] for case in cases["days"]]
    for case in cases["days"]:
        if case["is_day"]:
            assert parse_day(case["text"], "--from")
        else:
            with pytest.raises(Problems):
                parse_day(case["text"], "--from")
    assert {case["is_day"] for case in cases["days"]} == {True, False}
