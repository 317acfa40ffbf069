"""The working calendar of Viet Nam: which days offices work, and the moments of a day on the wall clock.

Rule: pure; the present day is always an argument. The year's official notice (and an administrator who types it in)
wins over what was computed ahead; a year without a notice says that it is provisional. Viet Nam keeps UTC+7 all year.
Labour Code 45/2019/QH14, articles 111 and 112; Resolution 80-NQ/TW for 24 November.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, TypeVar

import msgspec

from console.trouble import Told, TroubleKind, trouble

Day = date
"""A day of the calendar; this package alone knows the module it comes from."""

SCHEMA = "working-calendar/1"
OVERRIDES_SCHEMA = "calendar-overrides/1"
LARGEST_OCTETS = 1024 * 1024
DAY_MS = 24 * 3600 * 1000
MINUTE_MS = 60_000
EAST_OF_UTC_MS = 7 * 3600 * 1000
_EPOCH = date(1970, 1, 1).toordinal()
_MOST_DAYS_OFF = 60
"""No run of days off is longer; a calendar that has one is damaged."""

DayOff = tuple[Day, str]
Text = Annotated[str, msgspec.Meta(max_length=300)]
_Shape = TypeVar("_Shape", "_File", "Overrides")


class BadCalendar(Told):
    """The file is no usable calendar; one sentence says why."""


class _Swap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    off: Day
    worked: Day
    src: Text = ""


class _Year(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    off: tuple[DayOff, ...] = ()
    worked_weekends: tuple[Day, ...] = ()
    status: str = "provisional"


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    schema: str
    country: str = "VN"
    generated_by: Text = ""
    weekend: tuple[Annotated[int, msgspec.Meta(ge=0, le=6)], ...] = (5, 6)
    years: dict[str, _Year]
    overrides: tuple[_Swap, ...] = ()
    note: Text = ""


class Overrides(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an administrator knows better: days off and worked days by notice, years that are official by now."""

    schema: str = OVERRIDES_SCHEMA
    off: tuple[DayOff, ...] = ()
    worked: tuple[DayOff, ...] = ()
    official_years: tuple[int, ...] = ()


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """Days off by name, weekend days that are worked, and the years that an official notice covers."""

    off: Mapping[Day, str]
    worked: Mapping[Day, str]
    weekend: frozenset[int] = frozenset({5, 6})
    official_years: frozenset[int] = frozenset()
    known_years: frozenset[int] = frozenset()

    def is_working(self, day: Day) -> bool:
        """Returns whether offices work on a day."""
        if day in self.worked:
            return True
        return day not in self.off and day.weekday() not in self.weekend

    def name_of(self, day: Day) -> str:
        """Returns the name of the holiday or of the worked weekend day; empty for any other day."""
        return self.worked.get(day) or self.off.get(day, "")

    def shift_working(self, day: Day, count: int) -> Day:
        """Returns the working day `count` working days after a day (before it, if negative); the day is not counted.

        With 0: the day itself if it is worked, else the last working day before it.
        """
        if count == 0:
            return day if self.is_working(day) else self.shift_working(day, -1)
        walk = self._working_days(day, 1 if count > 0 else -1)
        for _ in range(abs(count) - 1):
            next(walk)
        return next(walk)

    def is_provisional(self, day: Day) -> bool:
        """Returns whether the official notice for a day's year is not in this calendar."""
        return day.year not in self.official_years

    @property
    def official_to(self) -> int | None:
        """The last year that an official notice covers."""
        return max(self.official_years, default=None)

    def _working_days(self, day: Day, step: int) -> Iterator[Day]:
        off = 0
        while off < _MOST_DAYS_OFF:
            day += timedelta(days=step)
            off += 1
            if self.is_working(day):
                off = 0
                yield day
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=f"no working day near {day.isoformat()}"))


def read_calendar(octets: bytes, overrides: bytes | None = None) -> Calendar:
    """Returns the calendar of a file with an administrator's overrides put over it; raises `BadCalendar`."""
    file = _decoded(octets, _File)
    if file.schema != SCHEMA:
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=f"{file.schema!r} is not {SCHEMA}"))
    odd = next((year for year in file.years if not (year.isascii() and year.isdigit() and len(year) == 4)), None)
    if odd is not None:
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=f"{odd[:20]!r} is no year"))
    known = Overrides() if overrides is None else read_overrides(overrides)
    off = {day: name for year in file.years.values() for day, name in year.off} | dict(known.off)
    worked = {day: "" for year in file.years.values() for day in year.worked_weekends} | dict(known.worked)
    for day in off.keys() & dict(known.worked).keys():
        del off[day]
    for day in worked.keys() & dict(known.off).keys():
        del worked[day]
    official = {int(year) for year, facts in file.years.items() if facts.status == "official"}
    return Calendar(
        off=off,
        worked=worked,
        weekend=frozenset(file.weekend),
        official_years=frozenset(official | set(known.official_years)),
        known_years=frozenset(int(year) for year in file.years),
    )


def read_overrides(octets: bytes) -> Overrides:
    """Returns an administrator's overrides; raises `BadCalendar`, also for a day that is both off and worked."""
    known = _decoded(octets, Overrides)
    if known.schema != OVERRIDES_SCHEMA:
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=f"{known.schema!r} is not {OVERRIDES_SCHEMA}"))
    both = dict(known.off).keys() & dict(known.worked).keys()
    if both:
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=f"{min(both).isoformat()} is both off and worked"))
    return known


def _decoded(octets: bytes, shape: type[_Shape]) -> _Shape:
    if len(octets) > LARGEST_OCTETS:
        raise BadCalendar(trouble(TroubleKind.FILE_TOO_LARGE, most="1 MB"))
    try:
        return msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"), type=shape)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadCalendar(trouble(TroubleKind.CALENDAR_BAD, why=error)) from error


# ---------------------------------------------------------------- the wall clock


def day_of(wall_ms: int) -> Day:
    """Returns the day in Viet Nam of a moment in milliseconds (UTC)."""
    return date.fromordinal(_EPOCH + (wall_ms + EAST_OF_UTC_MS) // DAY_MS)


def minute_of(wall_ms: int) -> int:
    """Returns the minute of the day in Viet Nam, 0 to 1439."""
    return (wall_ms + EAST_OF_UTC_MS) % DAY_MS // MINUTE_MS


def moment(day: Day, minute: int) -> int:
    """Returns the moment, in milliseconds (UTC), of a minute of a day in Viet Nam."""
    return (day.toordinal() - _EPOCH) * DAY_MS - EAST_OF_UTC_MS + minute * MINUTE_MS


def days_later(day: Day, count: int) -> Day:
    """Returns the calendar day `count` days after a day (before it, if negative)."""
    return day + timedelta(days=count)


def day_in(year: int, month_day: str) -> Day:
    """Returns the day of a year that is written "12-29"; 29 February is the 28th where there is none."""
    try:
        return date.fromisoformat(f"{year:04}-{month_day}")
    except ValueError:
        if month_day != "02-29":
            raise
        return date(year, 2, 28)
