"""A meeting's registration: what it lacks by each province's rules, which step may follow, what late needs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.office.meeting import Confidentiality, LegalBasis, Meeting, MeetingSite, Step, StepTaken, Urgency, Wish
from console.office.meeting_checks import FieldFinding, MeetingField, faults, is_phone
from console.office.meeting_steps import NEXT, NewTimes, StepFault, StepRefused, after_session, stamped, take_step
from console.office.notice import Notice, all_told, stopped_clocks, wanted_notices
from console.office.office_rules import OfficeRules, clocks_of, step_due_ms
from console.office.people import Person, Role
from console.office.typed_times import shown_clock, shown_day, typed_clock, typed_day, typed_moment
from console.regulation.calendar import Day, moment, read_calendar
from console.regulation.clocks import ClockState
from console.regulation.profile import read_profile
from console.words import SessionKind

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
CALENDAR = read_calendar((RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes())
PROFILES = ("vn-binh-dinh", "vn-thanh-hoa", "vn-dong-nai", "vn-dak-lak", "vn-bac-kan", "vn-default")
START = moment(Day(2026, 9, 8), 8 * 60)
WHOLE = Meeting(
    id="m1",
    subject="Giao ban",
    governing_body="UBND tỉnh",
    agency="Văn phòng",
    legal_basis=LegalBasis(number="12/GM", day="2026-09-01", issuer="UBND tỉnh"),
    host_unit="Văn phòng",
    venue="Phòng 2",
    chairperson="Bà Lan",
    chairperson_title="Phó Chủ tịch",
    start_ms=START,
    technician="Anh Bình",
    technician_phone="0905 111 222",
    contact_name="Chị Hoa",
    contact_phone="+84 905 333 444",
    participants="Lãnh đạo các sở",
    agenda="Kèm theo",
    plan="Một buổi",
    scale="Toàn tỉnh",
    sites=(
        MeetingSite(
            site="s001", name="Xã A", address="Số 1", attendee_count=12, contact="Anh Nam", participants="Lãnh đạo xã"
        ),
    ),
)


def rules(profile: str) -> OfficeRules:
    octets = (RESOURCES / "profiles" / f"{profile}.json").read_bytes()
    return OfficeRules(profile=read_profile(octets, "1"), calendar=CALENDAR)


def taken(step: Step, at_ms: int = START, due_ms: int | None = None, reason: str = "") -> StepTaken:
    return StepTaken(step=step, wall_ms=at_ms, person="Lan", due_ms=due_ms, reason=reason)


# ---------------------------------------------------------------- what is missing


@pytest.mark.parametrize("profile", PROFILES)
def test_a_whole_registration_lacks_nothing_anywhere_and_each_asked_field_is_missed(profile: str) -> None:
    asked = rules(profile).profile.regulation.registration.fields
    assert faults(WHOLE, asked) == ()
    assert set(asked) <= set(MeetingField), "a profile asks for what the form has"
    missed = {fault.field for fault in faults(Meeting(id="m2"), asked)}
    of_sites = {field for field in MeetingField if field.value.startswith("site_")}
    assert missed == ({MeetingField(name) for name in asked} - {MeetingField.SUBMITTED, *of_sites}) | {
        MeetingField.SUBJECT,
        MeetingField.HOST_UNIT,
        MeetingField.START,
    }


def test_what_is_wrong_is_named_with_its_row() -> None:
    wrong = replace(
        WHOLE,
        technician_phone="12",
        end_ms=START,
        urgency=Urgency.AD_HOC,
        confidentiality=Confidentiality.STATE_SECRET,
        wishes=(Wish.STORE_MEDIA,),
        sites=(MeetingSite(name="Xã A"), MeetingSite(name="  xã a "), MeetingSite(phone="abc")),
    )
    assert {(fault.finding, fault.field, fault.row) for fault in faults(wrong)} == {
        (FieldFinding.BAD_PHONE, MeetingField.TECHNICIAN_PHONE, 0),
        (FieldFinding.ENDS_BEFORE_START, MeetingField.END, 0),
        (FieldFinding.MISSING, MeetingField.URGENCY_REASON, 0),
        (FieldFinding.STORING_FORBIDDEN, MeetingField.WISHES, 0),
        (FieldFinding.SITE_TWICE, MeetingField.SITE_NAME, 2),
        (FieldFinding.MISSING, MeetingField.SITE_NAME, 3),
        (FieldFinding.BAD_PHONE, MeetingField.SITE_CONTACT, 3),
    }


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("0905123456", True),
        ("02563.811648", True),
        ("+84 (0)256 3811-648", True),
        ("113", False),
        ("không có", False),
        ("0905 123 456 máy lẻ 2", False),
        ("09051234567890123", False),
    ],
)
def test_what_may_be_a_telephone_number(text: str, good: bool) -> None:
    assert is_phone(text) is good


# ---------------------------------------------------------------- steps


@pytest.mark.parametrize("step", list(Step))
def test_only_what_follows_may_be_taken(step: Step) -> None:
    meeting = WHOLE if step is Step.DRAFT else replace(WHOLE, steps=(taken(step),))
    for other in Step:
        times = NewTimes(start_ms=START + 1)
        if other in NEXT[step]:
            assert take_step(meeting, taken(other, reason="vì"), times).step is other
        else:
            with pytest.raises(StepRefused) as refused:
                take_step(meeting, taken(other, reason="vì"), times)
            assert refused.value.fault is StepFault.NOT_NOW


def test_late_or_refused_needs_a_reason_and_a_new_time_needs_a_time() -> None:
    late = taken(Step.SUBMITTED, START, due_ms=START - 1)
    with pytest.raises(StepRefused) as refused:
        take_step(WHOLE, late)
    assert refused.value.fault is StepFault.LATE_REASON_MISSING
    sent = take_step(WHOLE, replace(late, reason="bão"))
    assert sent.steps[-1].late
    assert not taken(Step.SUBMITTED, START, due_ms=START).late, "the last moment is in time"
    received = take_step(sent, taken(Step.RECEIVED))
    for step, times, fault in (
        (taken(Step.REFUSED), None, StepFault.REASON_MISSING),
        (taken(Step.RESCHEDULED, reason="trùng"), None, StepFault.TIME_MISSING),
        (taken(Step.RESCHEDULED, reason="trùng"), NewTimes(start_ms=2, end_ms=2), StepFault.TIME_MISSING),
    ):
        with pytest.raises(StepRefused) as refused:
            take_step(received, step, times)
        assert refused.value.fault is fault


def test_a_moved_meeting_keeps_its_old_time_and_loses_its_rehearsal() -> None:
    received = replace(WHOLE, steps=(taken(Step.RECEIVED),), rehearsal_start_ms=START - 1, rehearsal_end_ms=START)
    moved = take_step(received, taken(Step.RESCHEDULED, reason="trùng"), NewTimes(start_ms=START + 9))
    assert (moved.start_ms, moved.steps[-1].start_ms, moved.rehearsal_start_ms) == (START + 9, START, None)


def test_a_session_lets_a_meeting_be_rehearsed_and_held_where_that_follows() -> None:
    confirmed = replace(WHOLE, steps=(taken(Step.CONFIRMED),))
    rehearsed = after_session(confirmed, SessionKind.REHEARSAL, "Lan", START)
    assert rehearsed is not None
    held = after_session(rehearsed, SessionKind.OFFICIAL, "Lan", START + 1)
    assert held is not None
    assert [told.step for told in held.steps] == [Step.CONFIRMED, Step.REHEARSED, Step.HELD]
    assert after_session(WHOLE, SessionKind.OFFICIAL, "Lan", START) is None
    assert after_session(confirmed, SessionKind.TEST, "Lan", START) is None


def test_a_submitted_meeting_keeps_the_rules_of_its_day() -> None:
    first, second = rules("vn-binh-dinh").stamp, rules("vn-dong-nai").stamp
    draft = stamped(stamped(WHOLE, first), second)
    assert draft.profile == second
    sent = replace(draft, steps=(taken(Step.SUBMITTED),))
    assert stamped(sent, first).profile == second


# ---------------------------------------------------------------- limits and notices


@pytest.mark.parametrize(
    ("profile", "registered_by"),
    [
        ("vn-binh-dinh", moment(Day(2026, 9, 3), 17 * 60)),
        ("vn-thanh-hoa", moment(Day(2026, 9, 6), 17 * 60)),
        ("vn-dong-nai", moment(Day(2026, 9, 7), 8 * 60)),
        ("vn-dak-lak", moment(Day(2026, 8, 27), 17 * 60)),
        ("vn-bac-kan", moment(Day(2026, 9, 5), 17 * 60)),
    ],
)
def test_until_when_a_meeting_after_the_national_day_is_registered(profile: str, registered_by: int) -> None:
    assert step_due_ms(WHOLE, Step.SUBMITTED, rules(profile), START) == registered_by


def test_an_answer_is_counted_from_the_reception() -> None:
    received = replace(WHOLE, steps=(taken(Step.SUBMITTED, START - 9), taken(Step.RECEIVED, START - 8)))
    due = step_due_ms(received, Step.CONFIRMED, rules("vn-dong-nai"), START)
    assert due == START - 8 + 2 * 3_600_000
    assert step_due_ms(received, Step.NOTIFIED, rules("vn-dong-nai"), START) is None


@pytest.mark.parametrize(
    ("profile", "notified", "rehearsed"),
    [
        ("vn-binh-dinh", moment(Day(2026, 9, 7), 17 * 60), moment(Day(2026, 9, 7), 17 * 60)),
        ("vn-thanh-hoa", moment(Day(2026, 9, 7), 17 * 60), None),
        ("vn-dong-nai", None, None),
        ("vn-dak-lak", None, moment(Day(2026, 9, 8), 6 * 60)),
        ("vn-bac-kan", None, None),
    ],
)
def test_who_is_told_and_what_is_rehearsed_has_its_own_end_where_the_text_has_one(
    profile: str, notified: int | None, rehearsed: int | None
) -> None:
    day = 24 * 3_600_000
    agreed = replace(WHOLE, steps=(taken(Step.RECEIVED, START - 5 * day), taken(Step.CONFIRMED, START - 4 * day)))
    assert step_due_ms(agreed, Step.NOTIFIED, rules(profile), START - 4 * day) == notified
    assert step_due_ms(agreed, Step.REHEARSED, rules(profile), START - 4 * day) == rehearsed


def test_a_late_step_with_its_reason_is_excused() -> None:
    told = rules("vn-dong-nai")
    steps = (
        taken(Step.SUBMITTED, START - 9, due_ms=START - 99, reason="bão"),
        taken(Step.RECEIVED, START - 8),
        taken(Step.CONFIRMED, START + 9 * 3_600_000, due_ms=START, reason="mất điện"),
    )
    states = {clock.key: (clock.state, clock.reason) for clock in clocks_of(replace(WHOLE, steps=steps), told, START)}
    assert states["registration"] == (ClockState.EXCUSED, "bão")
    assert states["response/answer"] == (ClockState.EXCUSED, "mất điện")


def test_a_notice_clock_is_done_when_everybody_was_told() -> None:
    told, now = rules("vn-thanh-hoa"), START - 3 * 86_400_000
    people = (
        Person(id="p1", name="Anh Điện", phone="0905 1", roles=(Role.POWER,)),
        Person(id="p2", name="Chị Điện", roles=(Role.POWER,)),
        Person(id="p3", name="Đã nghỉ", roles=(Role.POWER,), valid_to="2026-01-01"),
    )
    wanted = wanted_notices(WHOLE, clocks_of(WHOLE, told, now), people, (), "2026-09-05")
    assert [(each.party.value, each.recipient) for each in wanted] == [
        ("telco", ""),
        ("power", "Anh Điện"),
        ("power", "Chị Điện"),
    ]
    assert {each.due_ms for each in wanted} == {moment(Day(2026, 9, 7), 17 * 60)}
    notices = {
        each.id: Notice(id=each.id, meeting="m1", key=each.key, party=each.party.value, sent_ms=now + place)
        for place, each in enumerate(wanted)
        if each.recipient != "Anh Điện"
    }
    assert stopped_clocks(wanted, notices) == {wanted[0].key: now}
    assert not all_told(wanted, notices)
    notices[wanted[1].id] = Notice(id=wanted[1].id, meeting="m1", key="", party="power", sent_ms=now + 9)
    assert stopped_clocks(wanted, notices)[wanted[1].key] == now + 9
    assert all_told(wanted, notices)


# ---------------------------------------------------------------- times as people type them


@pytest.mark.parametrize(
    ("text", "minute"),
    [("8h", 480), ("8h30", 510), ("08:30", 510), ("8 giờ 30 phút", 510), ("0830", 510), ("23g59", 1439)]
    + [(text, None) for text in ("", "24:00", "8:60", "8", "tám giờ", "8:30:00", "-1:00")],
)
def test_times_of_day_as_people_type_them(text: str, minute: int | None) -> None:
    assert typed_clock(text) == minute


def test_days_as_people_type_them() -> None:
    today = Day(2026, 11, 21)
    assert typed_day("25/11", today) == Day(2026, 11, 25)
    assert typed_day("5-1", today) == Day(2027, 1, 5)
    assert typed_day("2026-11-25", today) == typed_day("25.11.2026", today) == Day(2026, 11, 25)
    assert [typed_day(text, today) for text in ("31/11", "0/1", "29/2/2027", "hôm nay", "1/1/99999")] == [None] * 5


@given(st.integers(0, 200_000_000))
def test_a_moment_is_typed_as_it_is_shown(minute: int) -> None:
    wall_ms = minute * 60_000
    assert typed_moment(shown_day(wall_ms), shown_clock(wall_ms), 0) == wall_ms
