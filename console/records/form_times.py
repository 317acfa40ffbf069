"""Moments and lengths of time as administrative forms write them, in the time of Viet Nam (UTC+7).

Rule: a form always shows the time of Viet Nam and Vietnamese words, whatever the machine and the window are set to.
"""

from console.regulation.calendar import day_of, minute_of

EAST_OF_UTC_MS = 7 * 3600 * 1000


def clock_time(wall_ms: int) -> str:
    """Returns `08:41:12`."""
    seconds = (wall_ms + EAST_OF_UTC_MS) // 1000 % 86_400
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def short_time(wall_ms: int) -> str:
    """Returns `08:41`."""
    return clock_time(wall_ms)[:5]


def short_day(wall_ms: int) -> str:
    """Returns `19/11/2026`."""
    day = day_of(wall_ms)
    return f"{day.day:02}/{day.month:02}/{day.year}"


def long_day(wall_ms: int) -> str:
    """Returns `ngày 19 tháng 11 năm 2026`; days below 10 and January and February have two digits (Decree 30/2020)."""
    day = day_of(wall_ms)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def hour_words(wall_ms: int) -> str:
    """Returns `08 giờ 30`."""
    minute = minute_of(wall_ms)
    return f"{minute // 60:02} giờ {minute % 60:02}"


def span_words(start_ms: int, end_ms: int | None) -> str:
    """Returns from when to when, with the day once where both ends have the same."""
    if end_ms is None:
        return f"{hour_words(start_ms)}, {long_day(start_ms)}"
    if day_of(start_ms) == day_of(end_ms):
        return f"{hour_words(start_ms)} – {hour_words(end_ms)}, {long_day(start_ms)}"
    return f"{hour_words(start_ms)} {long_day(start_ms)} – {hour_words(end_ms)} {long_day(end_ms)}"


def at_moment(wall_ms: int, first_ms: int) -> str:
    """Returns the time of day, with its day when that is not the session's first."""
    told = clock_time(wall_ms)
    return told if day_of(wall_ms) == day_of(first_ms) else f"{told} ({short_day(wall_ms)})"


def length_words(took_ms: int) -> str:
    """Returns `5 phút 43 giây`."""
    seconds = max(0, round(took_ms / 1000))
    parts = ((seconds // 3600, "giờ"), (seconds // 60 % 60, "phút"), (seconds % 60, "giây"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 giây"
