"""The working calendar: what is shipped, what an administrator knows better, what is refused."""

import json

import pytest

from console.regulation.calendar import BadCalendar, Day, day_in, day_of, minute_of, read_calendar
from tests.console.regulation.provinces import CALENDAR, RESOURCES, at

SHIPPED = (RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (Day(2026, 1, 1), False),
        (Day(2026, 1, 2), False),  # exchanged for the 10th
        (Day(2026, 1, 10), True),
        (Day(2026, 2, 18), False),
        (Day(2026, 8, 22), True),  # a Saturday, worked for 31 August
        (Day(2026, 8, 23), False),
        (Day(2026, 8, 31), False),
        (Day(2026, 9, 2), False),
        (Day(2026, 11, 24), False),
        (Day(2026, 11, 25), True),
        (Day(2032, 3, 3), True),  # beyond the calendar: only weekends are off
        (Day(2032, 3, 6), False),
    ],
)
def test_the_shipped_calendar_knows_when_offices_work(day: Day, works: bool) -> None:
    assert CALENDAR.is_working(day) is works


def test_it_says_how_far_it_is_official() -> None:
    assert CALENDAR.official_to == 2026
    assert not CALENDAR.is_provisional(Day(2026, 12, 31))
    assert CALENDAR.is_provisional(Day(2027, 1, 4))
    assert CALENDAR.name_of(Day(2026, 9, 2)) == "Quốc khánh"


def test_working_days_are_shifted_over_holidays_both_ways() -> None:
    assert CALENDAR.shift_working(Day(2026, 9, 3), -1) == Day(2026, 8, 28)
    assert CALENDAR.shift_working(Day(2026, 8, 28), 1) == Day(2026, 9, 3)
    assert CALENDAR.shift_working(Day(2026, 9, 2), 0) == Day(2026, 8, 28)
    assert CALENDAR.shift_working(Day(2026, 9, 3), 0) == Day(2026, 9, 3)


def test_an_administrators_days_win_over_the_shipped_ones() -> None:
    known = {
        "schema": "calendar-overrides/1",
        "off": [["2026-11-26", "Nghỉ bão"], ["2026-08-22", "Không làm bù"]],
        "worked": [["2026-11-24", "Trực chống bão"]],
        "official_years": [2027],
    }
    calendar = read_calendar(SHIPPED, json.dumps(known).encode())
    assert [calendar.is_working(Day(2026, 11, day)) for day in (24, 25, 26)] == [True, True, False]
    assert not calendar.is_working(Day(2026, 8, 22))
    assert calendar.name_of(Day(2026, 11, 26)) == "Nghỉ bão"
    assert calendar.official_to == 2027


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"schema": "calendar-overrides/2"}', "calendar-overrides/1"),
        (b'{"off": [["2026-02-30", "x"]]}', "off"),
        (b'{"of": []}', "of"),
        (b'{"off": [["2026-11-26", "x"]], "worked": [["2026-11-26", "y"]]}', "2026-11-26 is both off and worked"),
        (b"[]", "cannot be used"),
        (b"\xff", "cannot be used"),
        (b" " * 2_000_000, "larger"),
    ],
)
def test_bad_overrides_are_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(BadCalendar, match=why) as refused:
        read_calendar(SHIPPED, content)
    assert "\n" not in str(refused.value)


def test_a_calendar_without_working_days_ends_the_search() -> None:
    endless = json.dumps({"schema": "working-calendar/1", "weekend": [0, 1, 2, 3, 4, 5, 6], "years": {}}).encode()
    with pytest.raises(BadCalendar, match="no working day near"):
        read_calendar(endless).shift_working(Day(2026, 1, 1), 1)


def test_the_day_is_vietnams() -> None:
    just_before_midnight, midnight = at("2026-11-21 23:59"), at("2026-11-22 00:00")
    assert (day_of(just_before_midnight), minute_of(just_before_midnight)) == (Day(2026, 11, 21), 1439)
    assert (day_of(midnight), minute_of(midnight)) == (Day(2026, 11, 22), 0)
    assert midnight % (24 * 3600_000) == 17 * 3600_000  # 17:00 UTC


def test_the_29th_of_february_is_the_28th_where_there_is_none() -> None:
    assert (day_in(2027, "02-29"), day_in(2028, "02-29")) == (Day(2027, 2, 28), Day(2028, 2, 29))
    with pytest.raises(ValueError, match="day"):
        day_in(2027, "02-30")
