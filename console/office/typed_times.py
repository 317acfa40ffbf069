"""Days and times of day as people type them, and back; always the time of Viet Nam (UTC+7).

Rule: what can be meant in one way only is taken ("8h30", "08:30", "8 giờ 30", "25/11", "25-11-2026"); anything else is
refused, never guessed. A day without a year is the next one from the day that is handed in.
"""

import re

from console.regulation.calendar import Day, day_of, minute_of, moment

_CLOCK = re.compile(r"^(\d{1,2})\s*(?::|h|g|giờ|\.)\s*(\d{1,2})?\s*(?:phút|p)?$", re.IGNORECASE)
_BARE_CLOCK = re.compile(r"^(\d{2})(\d{2})$")
_DAY = re.compile(r"^(\d{1,2})\s*[/\-.]\s*(\d{1,2})(?:\s*[/\-.]\s*(\d{4}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
LAST_YEAR = 9998


def typed_clock(text: str) -> int | None:
    """Returns the minute of the day, 0 to 1439; None for what is no time of day."""
    found = _CLOCK.match(text.strip()) or _BARE_CLOCK.match(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def typed_day(text: str, today: Day) -> Day | None:
    """Returns the day, None for what is no day of the calendar."""
    text = text.strip()
    if iso := _ISO.match(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY.match(text)
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return _day(int(found[3]), month, day)
    this_year = _day(today.year, month, day)
    return this_year if this_year is not None and this_year >= today else _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day) if year <= LAST_YEAR else None
    except ValueError:
        return None


def typed_moment(day: str, clock: str, now_wall_ms: int) -> int | None:
    """Returns the moment of a typed day and time of day, milliseconds (UTC); None when one of them is none."""
    found, minute = typed_day(day, day_of(now_wall_ms)), typed_clock(clock)
    return None if found is None or minute is None else moment(found, minute)


def shown_clock(wall_ms: int) -> str:
    """Returns `08:30`."""
    minute = minute_of(wall_ms)
    return f"{minute // 60:02}:{minute % 60:02}"


def shown_day(wall_ms: int) -> str:
    """Returns `25/11/2026`."""
    day = day_of(wall_ms)
    return f"{day.day:02}/{day.month:02}/{day.year}"


def shown_moment(wall_ms: int) -> str:
    """Returns `08:30 25/11/2026`."""
    return f"{shown_clock(wall_ms)} {shown_day(wall_ms)}"
