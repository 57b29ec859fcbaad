"""Reminders as an iCalendar file (RFC 5545): all-day, unobtrusive, private, and never a clock."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from generator.model.followups import FollowUps, Step
from generator.model.kit import Kit, Situation
from generator.model.problem import Problem, Problems

PRODUCT = "-//Afternote//Follow-ups//EN"
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""The years that a day may lie in: both languages refuse the same ones."""
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def calendar_file(
    kit: Kit, followups: FollowUps, situation: Situation | None, picked: date
) -> bytes:
    """Return the reminders counted from a day as an .ics file, the same for the same day.

    The stamp is the picked day, not the present one, and each UID is made of its day and its
    step, so that a file that is imported twice changes nothing.
    """
    subject = situation.id if situation else followups.rhythm_of(None).id
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for event in _events(kit, followups.days_of(situation), subject, picked):
        if situation is not None:
            event.add("url", situation_url(kit, situation))
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def _events(kit: Kit, days: Iterable[Step], subject: str, picked: date) -> Iterable[Event]:
    host = calendar_host(kit)
    for step in days:
        day = picked + timedelta(days=step.after)
        event = Event()
        event.add("uid", f"{day:%Y%m%d}-{subject}-{step.id}@{host}")
        event.add("dtstamp", datetime.combine(picked, time(), UTC))
        event.add("dtstart", day)
        event.add("summary", step.title)
        event.add("description", step.text)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        yield event


def situation_url(kit: Kit, situation: Situation) -> str:
    """Return the full address of a situation's page."""
    return f"{kit.settings.site_url.rstrip('/')}/kit/situations/{situation.id}/"


def calendar_host(kit: Kit) -> str:
    """Return the host that stands behind the @ of a UID: the site's."""
    return urlsplit(kit.settings.site_url).hostname or "afternote"


def parse_day(text: str, where: str) -> date:
    """Return a day written YYYY-MM-DD; raises Problems for anything else."""
    match = _DAY.fullmatch(text.strip())
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError as error:
        hint = "name a day that the calendar has, such as 2027-01-31"
        raise Problems([Problem(where, f"there is no day {text}: {error}", hint)]) from error
    if day is None:
        hint = "write year, month and day, such as 2027-01-31"
        raise Problems([Problem(where, f"{text!r} is not a day", hint)])
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        hint = f"name a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise Problems([Problem(where, f"{text} is too far away", hint)])
    return day
