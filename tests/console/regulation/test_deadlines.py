"""Limits of the five regulations around National Day, a worked Saturday, 24 November and Tết."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.regulation.calendar import Day, day_of, days_later, minute_of, moment
from console.regulation.clocks import Clock, MeetingFacts, all_clocks
from console.regulation.deadlines import due
from console.regulation.limits import Limit, Side, Unit
from tests.console.regulation.provinces import CALENDAR, PROFILES, PROVINCES, at

NATIONAL_DAY = "2026-09-08 08:00"
WORKED_SATURDAY = "2026-08-24 14:00"
CULTURE_DAY = "2026-11-25 08:00"
TET = "2027-02-15 08:00"

VECTORS = [
    # meeting, province, clock, end of the limit
    (NATIONAL_DAY, "vn-binh-dinh", "registration", "2026-09-03 17:00"),
    (NATIONAL_DAY, "vn-binh-dinh", "check/T-1wd", "2026-09-07 17:00"),
    (NATIONAL_DAY, "vn-binh-dinh", "check/T-30min", "2026-09-08 07:30"),
    (NATIONAL_DAY, "vn-binh-dinh", "handover", "2026-09-10 17:00"),
    (NATIONAL_DAY, "vn-thanh-hoa", "registration", "2026-09-06 17:00"),
    (NATIONAL_DAY, "vn-thanh-hoa", "notice/telco/line", "2026-09-07 17:00"),
    (NATIONAL_DAY, "vn-thanh-hoa", "check/T-1d", "2026-09-07 17:00"),
    (NATIONAL_DAY, "vn-thanh-hoa", "check/T-1h", "2026-09-08 07:00"),
    (NATIONAL_DAY, "vn-dong-nai", "registration", "2026-09-07 08:00"),
    (NATIONAL_DAY, "vn-dong-nai", "urgent", "2026-09-08 02:00"),
    (NATIONAL_DAY, "vn-dong-nai", "check/T-2h", "2026-09-08 06:00"),
    (NATIONAL_DAY, "vn-dak-lak", "registration", "2026-08-27 17:00"),
    (NATIONAL_DAY, "vn-dak-lak", "connect", "2026-09-08 07:00"),
    (NATIONAL_DAY, "vn-bac-kan", "registration", "2026-09-05 17:00"),
    (WORKED_SATURDAY, "vn-binh-dinh", "registration", "2026-08-20 17:00"),
    (WORKED_SATURDAY, "vn-binh-dinh", "check/T-1wd", "2026-08-22 17:00"),
    (WORKED_SATURDAY, "vn-binh-dinh", "check/T-30min", "2026-08-24 13:30"),
    (WORKED_SATURDAY, "vn-binh-dinh", "handover", "2026-08-26 17:00"),
    (WORKED_SATURDAY, "vn-thanh-hoa", "registration", "2026-08-22 17:00"),
    (WORKED_SATURDAY, "vn-thanh-hoa", "notice/telco/line", "2026-08-23 17:00"),
    (WORKED_SATURDAY, "vn-thanh-hoa", "check/T-1d", "2026-08-23 17:00"),
    (WORKED_SATURDAY, "vn-thanh-hoa", "check/T-1h", "2026-08-24 13:00"),
    (WORKED_SATURDAY, "vn-dong-nai", "registration", "2026-08-23 14:00"),
    (WORKED_SATURDAY, "vn-dong-nai", "urgent", "2026-08-24 08:00"),
    (WORKED_SATURDAY, "vn-dong-nai", "check/T-2h", "2026-08-24 12:00"),
    (WORKED_SATURDAY, "vn-dak-lak", "registration", "2026-08-18 17:00"),
    (WORKED_SATURDAY, "vn-dak-lak", "connect", "2026-08-24 13:00"),
    (WORKED_SATURDAY, "vn-bac-kan", "registration", "2026-08-21 17:00"),
    (CULTURE_DAY, "vn-binh-dinh", "registration", "2026-11-19 17:00"),
    (CULTURE_DAY, "vn-binh-dinh", "check/T-1wd", "2026-11-23 17:00"),
    (CULTURE_DAY, "vn-binh-dinh", "check/T-30min", "2026-11-25 07:30"),
    (CULTURE_DAY, "vn-binh-dinh", "handover", "2026-11-27 17:00"),
    (CULTURE_DAY, "vn-thanh-hoa", "registration", "2026-11-23 17:00"),
    (CULTURE_DAY, "vn-thanh-hoa", "notice/power/power", "2026-11-24 17:00"),
    (CULTURE_DAY, "vn-thanh-hoa", "check/T-1d", "2026-11-24 17:00"),
    (CULTURE_DAY, "vn-thanh-hoa", "check/T-1h", "2026-11-25 07:00"),
    (CULTURE_DAY, "vn-dong-nai", "registration", "2026-11-24 08:00"),
    (CULTURE_DAY, "vn-dong-nai", "urgent", "2026-11-25 02:00"),
    (CULTURE_DAY, "vn-dong-nai", "check/T-2h", "2026-11-25 06:00"),
    (CULTURE_DAY, "vn-dak-lak", "registration", "2026-11-17 17:00"),
    (CULTURE_DAY, "vn-dak-lak", "connect", "2026-11-25 07:00"),
    (CULTURE_DAY, "vn-bac-kan", "registration", "2026-11-22 17:00"),
    (TET, "vn-binh-dinh", "registration", "2027-02-03 17:00"),
    (TET, "vn-binh-dinh", "check/T-1wd", "2027-02-12 17:00"),
    (TET, "vn-binh-dinh", "check/T-30min", "2027-02-15 07:30"),
    (TET, "vn-binh-dinh", "handover", "2027-02-17 17:00"),
    (TET, "vn-thanh-hoa", "registration", "2027-02-13 17:00"),
    (TET, "vn-thanh-hoa", "notice/telco/line", "2027-02-14 17:00"),
    (TET, "vn-thanh-hoa", "check/T-1d", "2027-02-14 17:00"),
    (TET, "vn-thanh-hoa", "check/T-1h", "2027-02-15 07:00"),
    (TET, "vn-dong-nai", "registration", "2027-02-14 08:00"),
    (TET, "vn-dong-nai", "urgent", "2027-02-15 02:00"),
    (TET, "vn-dong-nai", "check/T-2h", "2027-02-15 06:00"),
    (TET, "vn-dak-lak", "registration", "2027-02-01 17:00"),
    (TET, "vn-dak-lak", "connect", "2027-02-15 07:00"),
    (TET, "vn-bac-kan", "registration", "2027-02-12 17:00"),
]


def clock_of(meeting: str, province: str, key: str) -> Clock:
    start = at(meeting)
    facts = MeetingFacts(
        start_wall_ms=start, end_wall_ms=start + 3 * 3600_000, urgent=key == "urgent", recording_asked=True
    )
    clocks = {clock.key: clock for clock in all_clocks(PROFILES[province], facts, CALENDAR, start)}
    return clocks["registration" if key == "urgent" else key]


@pytest.mark.parametrize(("meeting", "province", "key", "ends"), VECTORS)
def test_a_limit_ends_where_the_regulation_says(meeting: str, province: str, key: str, ends: str) -> None:
    found = clock_of(meeting, province, key).due
    assert found is not None
    assert found.due_wall_ms == at(ends)
    assert found.legal_date == Day.fromisoformat(ends.split(" ", maxsplit=1)[0])


def test_the_five_provinces_set_the_limits_of_their_texts() -> None:
    normal = {name: PROFILES[name].regulation.registration.normal for name in PROVINCES}
    assert normal == {
        "vn-binh-dinh": Limit(amount=3, unit=Unit.WORKING_DAY),
        "vn-thanh-hoa": Limit(amount=2, unit=Unit.DAY),
        "vn-dong-nai": Limit(amount=24, unit=Unit.HOUR),
        "vn-dak-lak": Limit(amount=5, unit=Unit.WORKING_DAY),
        "vn-bac-kan": Limit(amount=3, unit=Unit.DAY),
    }
    urgent = {name: PROFILES[name].regulation.registration.urgent.limit for name in PROVINCES}
    assert {name: limit.amount for name, limit in urgent.items() if limit} == {"vn-binh-dinh": 3, "vn-dong-nai": 6}


@pytest.mark.parametrize(
    ("meeting", "ends", "two_hours_before"),
    [
        (NATIONAL_DAY, "2026-09-07 17:00", "2026-09-08 06:00"),  # a morning: the afternoon of the last working day
        (WORKED_SATURDAY, "2026-08-24 11:30", "2026-08-24 12:00"),  # an afternoon: that morning
        (CULTURE_DAY, "2026-11-23 17:00", "2026-11-25 06:00"),  # the holiday has no sessions
        ("2026-11-25 19:30", "2026-11-25 17:00", "2026-11-25 17:30"),  # an evening: that afternoon
    ],
)
def test_half_a_day_is_the_session_before(meeting: str, ends: str, two_hours_before: str) -> None:
    clock = clock_of(meeting, "vn-dak-lak", "check/T-half_day")
    assert clock.due is not None
    assert clock.alternative is not None
    assert (clock.due.due_wall_ms, clock.alternative.due_wall_ms) == (at(ends), at(two_hours_before))
    assert clock.last_wall_ms == at(max(ends, two_hours_before))


def test_a_calendar_day_off_keeps_its_legal_day_and_names_the_last_working_day() -> None:
    sunday = clock_of(NATIONAL_DAY, "vn-thanh-hoa", "registration").due
    assert sunday is not None
    assert sunday.warning is not None
    assert (sunday.legal_date, sunday.warning.advised) == (Day(2026, 9, 6), Day(2026, 9, 4))
    holiday = clock_of(CULTURE_DAY, "vn-thanh-hoa", "check/T-1d").due
    assert holiday is not None
    assert holiday.warning is not None
    assert (holiday.warning.day_name, holiday.warning.advised) == ("Ngày Văn hóa Việt Nam", Day(2026, 11, 23))
    worked = clock_of(WORKED_SATURDAY, "vn-thanh-hoa", "registration").due
    assert worked is not None
    assert worked.warning is None


def test_a_year_without_its_notice_is_provisional_for_days_and_not_for_hours() -> None:
    days, hours = (clock_of(TET, name, "registration").due for name in ("vn-binh-dinh", "vn-dong-nai"))
    assert days is not None
    assert days.provisional
    assert hours is not None
    assert not hours.provisional


@pytest.mark.parametrize(
    ("received", "ends"),
    [("2026-11-20 09:00", "2026-11-20 17:00"), ("2026-11-20 18:10", "2026-11-20 23:59")],
)
def test_within_the_day_ends_with_the_office_or_with_the_day(received: str, ends: str) -> None:
    found = due(Limit(unit=Unit.SAME_DAY), at(received), CALENDAR, PROFILES["vn-dak-lak"], Side.AFTER)
    assert found.due_wall_ms == at(ends)


def test_at_once_is_now() -> None:
    now = at("2026-11-20 09:00")
    assert due(Limit(unit=Unit.IMMEDIATELY), now, CALENDAR, PROFILES["vn-dak-lak"], Side.AFTER).due_wall_ms == now


def test_half_a_day_after_is_the_next_session() -> None:
    half = Limit(amount=1, unit=Unit.HALF_DAY)
    ends = [
        due(half, at(anchor), CALENDAR, PROFILES["vn-dak-lak"], Side.AFTER).due_wall_ms
        for anchor in ("2026-11-23 08:00", "2026-11-23 14:00")
    ]
    assert ends == [at("2026-11-23 17:00"), at("2026-11-25 11:30")]  # the 24th is a holiday


# ---------------------------------------------------------------- properties

MOMENTS = st.integers(at("2025-02-10 00:00"), at("2030-11-20 00:00"))
COUNTED = st.sampled_from([Unit.WORKING_DAY, Unit.DAY, Unit.HALF_DAY, Unit.HOUR, Unit.MINUTE])
LIMITS = st.builds(Limit, amount=st.integers(1, 40), unit=COUNTED)
PROFILE = PROFILES["vn-binh-dinh"]


@given(LIMITS, MOMENTS)
def test_before_is_before_and_after_is_after(limit: Limit, anchor: int) -> None:
    assert due(limit, anchor, CALENDAR, PROFILE).due_wall_ms < anchor
    assert due(limit, anchor, CALENDAR, PROFILE, Side.AFTER).due_wall_ms > anchor


@given(LIMITS, MOMENTS, st.sampled_from(Side))
def test_more_of_a_unit_is_never_nearer(limit: Limit, anchor: int, side: Side) -> None:
    longer = Limit(amount=limit.amount + 1, unit=limit.unit)
    near, far = (due(one, anchor, CALENDAR, PROFILE, side).due_wall_ms for one in (limit, longer))
    assert far < near if side is Side.BEFORE else far > near


@given(st.integers(1, 40), MOMENTS)
def test_working_days_end_on_a_working_day_with_just_so_many_between(amount: int, anchor: int) -> None:
    found = due(Limit(amount=amount, unit=Unit.WORKING_DAY), anchor, CALENDAR, PROFILE)
    assert CALENDAR.is_working(found.legal_date)
    assert found.warning is None
    between = [days_later(found.legal_date, count) for count in range((day_of(anchor) - found.legal_date).days)]
    assert sum(CALENDAR.is_working(day) for day in between) == amount


@given(st.integers(1, 40), MOMENTS)
def test_calendar_days_are_counted_as_days_and_end_with_the_office(amount: int, anchor: int) -> None:
    found = due(Limit(amount=amount, unit=Unit.DAY), anchor, CALENDAR, PROFILE)
    assert (day_of(anchor) - found.legal_date).days == amount
    assert minute_of(found.due_wall_ms) == 17 * 60
    assert (found.warning is None) == CALENDAR.is_working(found.legal_date)
    assert found.warning is None or CALENDAR.is_working(found.warning.advised)


@given(MOMENTS)
def test_a_moment_is_its_day_and_its_minute(wall_ms: int) -> None:
    assert moment(day_of(wall_ms), minute_of(wall_ms)) == wall_ms - wall_ms % 60_000
