"""The clocks of a meeting: which there are under each profile, and how each of them stands."""

import pytest

from console.regulation.clocks import Clock, ClockKind, ClockState, MeetingFacts, all_clocks
from console.regulation.province import Channel, Party
from tests.console.regulation.provinces import CALENDAR, PROFILES, at

START = at("2026-09-08 08:00")


def clocks(province: str, now: str, **facts: object) -> dict[str, Clock]:
    known = MeetingFacts(start_wall_ms=START, **facts)  # type: ignore[arg-type]
    return {clock.key: clock for clock in all_clocks(PROFILES[province], known, CALENDAR, at(now))}


@pytest.mark.parametrize(
    ("province", "keys"),
    [
        (
            "vn-binh-dinh",
            (
                "registration response/confirm notice/power/power notice/satellites/plan notice/telco/plan check/T-1wd"
                " check/T-30min handover statistics/meetings/year statistics/use/year statistics/to_province/year"
            ),
        ),
        (
            "vn-thanh-hoa",
            (
                "registration response/submit_schedule notice/telco/line notice/power/power check/T-1d check/T-1h"
                " statistics/effectiveness/year statistics/to_province/year"
            ),
        ),
        (
            "vn-dong-nai",
            (
                "registration response/answer notice/technical_operator/meeting notice/main_endpoint/check_schedule"
                " notice/satellites/check_schedule notice/every_unit/public_schedule check/T-2h handover"
                " statistics/meetings/half_year statistics/meetings/year statistics/to_province/year"
            ),
        ),
        (
            "vn-dak-lak",
            (
                "registration response/approve notice/satellites/check_schedule notice/communes/check_schedule"
                " notice/telco/line check/T-half_day check/T-30min main_ready connect"
            ),
        ),
        (
            "vn-bac-kan",
            (
                "registration notice/satellites/meeting notice/power/power notice/telco/line check/T-half_day"
                " check/T-1h statistics/meetings/half_year statistics/to_province/year"
            ),
        ),
    ],
)
def test_a_meeting_has_the_clocks_of_its_provinces_text(province: str, keys: str) -> None:
    assert list(clocks(province, "2026-09-01 08:00", recording_asked=True)) == keys.split()


def test_registered_in_time_late_and_late_with_a_reason() -> None:
    in_time = clocks("vn-binh-dinh", "2026-09-04 08:00", registered_wall_ms=at("2026-09-03 16:59"))
    late = clocks("vn-binh-dinh", "2026-09-04 08:00", registered_wall_ms=at("2026-09-03 17:01"))
    why = "Chủ tịch UBND tỉnh yêu cầu họp gấp"
    excused = clocks(
        "vn-binh-dinh",
        "2026-09-04 08:00",
        registered_wall_ms=at("2026-09-03 17:01"),
        excused={"registration": why},
    )
    states = [found["registration"].state for found in (in_time, late, excused)]
    assert states == [ClockState.DONE, ClockState.DONE_LATE, ClockState.EXCUSED]
    assert [found["registration"].late for found in (in_time, late, excused)] == [False, True, True]
    assert excused["registration"].reason == why


def test_a_reason_excuses_nothing_that_is_in_time() -> None:
    found = clocks("vn-binh-dinh", "2026-09-01 08:00", excused={"registration": "phòng khi muộn"})
    assert found["registration"].state is ClockState.RUNNING


def test_an_urgent_meeting_is_registered_by_its_own_rule() -> None:
    urgent = clocks("vn-binh-dinh", "2026-09-08 04:00", urgent=True)["registration"]
    assert urgent.due is not None
    assert (urgent.due.due_wall_ms, urgent.channels, urgent.article) == (
        at("2026-09-08 05:00"),
        (Channel.PHONE,),
        "Đ8 k2c",
    )
    without_number = clocks("vn-thanh-hoa", "2026-09-08 04:00", urgent=True)["registration"]
    assert (without_number.state, without_number.due) == (ClockState.NO_LIMIT, None)
    assert without_number.channels == (Channel.PHONE, Channel.FAX, Channel.OFFICIAL_EMAIL)


def test_an_answer_is_counted_from_what_it_answers() -> None:
    waiting = clocks("vn-dong-nai", "2026-09-07 09:00")["response/answer"]
    assert (waiting.state, waiting.due) == (ClockState.WAITING, None)
    received = at("2026-09-07 08:00")
    running = clocks("vn-dong-nai", "2026-09-07 09:59", received_wall_ms=received)["response/answer"]
    overdue = clocks("vn-dong-nai", "2026-09-07 10:01", received_wall_ms=received)["response/answer"]
    assert (running.state, overdue.state) == (ClockState.RUNNING, ClockState.OVERDUE)
    answered = clocks(
        "vn-dong-nai", "2026-09-08 07:00", received_wall_ms=received, confirmed_wall_ms=at("2026-09-07 09:30")
    )
    assert answered["response/answer"].state is ClockState.DONE


def test_the_power_company_is_told_within_a_working_day_of_the_confirmation() -> None:
    told = clocks("vn-binh-dinh", "2026-08-29 08:00", confirmed_wall_ms=at("2026-08-28 15:00"))["notice/power/power"]
    assert told.due is not None
    assert told.due.due_wall_ms == at("2026-09-03 17:00")  # over National Day
    assert (told.by, told.to, told.state) == (Party.CONTROL_CENTRE, (Party.POWER,), ClockState.RUNNING)


def test_a_refusal_has_its_clock_only_when_there_is_one() -> None:
    assert "response/refuse" not in clocks("vn-dak-lak", "2026-09-01 08:00")
    refused = clocks("vn-dak-lak", "2026-09-01 09:00", refused=True, received_wall_ms=at("2026-09-01 08:00"))
    assert refused["response/refuse"].state is ClockState.OVERDUE  # at once


def test_a_check_is_in_time_until_the_later_end_that_the_text_allows() -> None:
    for done, state in (
        ("2026-09-07 16:00", ClockState.DONE),
        ("2026-09-08 05:59", ClockState.DONE),
        ("2026-09-08 06:01", ClockState.DONE_LATE),
    ):
        found = clocks("vn-dak-lak", "2026-09-08 08:00", done={"check/T-half_day": at(done)})
        assert found["check/T-half_day"].state is state


def test_the_recording_is_handed_over_only_where_it_was_asked_for() -> None:
    assert "handover" not in clocks("vn-binh-dinh", "2026-09-09 08:00")
    waiting = clocks("vn-binh-dinh", "2026-09-08 09:00", recording_asked=True)["handover"]
    assert waiting.state is ClockState.WAITING
    ended = clocks("vn-binh-dinh", "2026-09-11 08:00", recording_asked=True, end_wall_ms=at("2026-09-08 11:30"))
    assert (ended["handover"].state, ended["handover"].to) == (ClockState.OVERDUE, (Party.HOST_AGENCY,))
    assert "handover" not in clocks("vn-bac-kan", "2026-09-09 08:00", recording_asked=True), "the text is silent"


def test_a_meetings_statistics_are_due_with_its_period() -> None:
    found = clocks("vn-binh-dinh", "2026-09-08 08:00")["statistics/meetings/year"]
    assert found.due is not None
    assert (found.kind, found.due.due_wall_ms) == (ClockKind.STATISTICS, at("2026-12-29 17:00"))
    half = clocks("vn-bac-kan", "2026-09-08 08:00")["statistics/meetings/half_year"]
    assert half.due is not None
    assert half.due.due_wall_ms == at("2026-12-21 17:00")  # five working days after 14 December
