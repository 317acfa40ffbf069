"""What has to be done now: limits that end within a day or have ended, duties of these days, plans, supplies."""

from msgspec.structs import replace

from console.events import Site
from console.office.form_records import RecordingHandover
from console.office.meeting import Meeting, Step, StepTaken, Wish
from console.office.notice import Notice
from console.office.people import Person, Role
from console.office.plans import Plan
from console.office.registers import DutyDone, PowerItem
from console.office.reminders import OfficeNow, Reminder, ReminderPage, reminders
from console.regulation.calendar import Day, moment
from tests.console.office.test_meeting import START, WHOLE, rules

DAY_MS = 24 * 3_600_000
RULES = rules("vn-binh-dinh")
POWER = Person(id="p1", name="Anh Điện", phone="0905 111 222", roles=(Role.POWER,))
AGREED = replace(
    WHOLE,
    steps=(
        StepTaken(step=Step.SUBMITTED, wall_ms=START - 9 * DAY_MS, person="Lan"),
        StepTaken(step=Step.RECEIVED, wall_ms=START - 8 * DAY_MS, person="Lan"),
        StepTaken(step=Step.CONFIRMED, wall_ms=START - 4 * DAY_MS, person="Lan"),
    ),
)


def keys(found: tuple[Reminder, ...]) -> list[tuple[str, bool]]:
    return [(each.clock.key, each.late) for each in found if each.clock is not None]


def of_meeting(meeting: Meeting, now_ms: int, **office: object) -> list[tuple[str, bool]]:
    told = OfficeNow(meetings=(meeting,), people=(POWER,), **office)  # type: ignore[arg-type]
    return keys(reminders(told, RULES, now_ms))


def test_a_limit_is_named_a_day_before_its_end_and_until_it_is_done() -> None:
    ends = moment(Day(2026, 9, 7), 17 * 60)
    notice = "notice/power/power"
    assert (notice, False) not in of_meeting(AGREED, ends - DAY_MS - 60_000)
    assert (notice, False) in of_meeting(AGREED, ends - DAY_MS)
    assert (notice, True) in of_meeting(AGREED, ends + 60_000)
    told = Notice(id=f"m1/{notice}/p1", meeting="m1", key=notice, party="power", sent_ms=ends)
    assert notice not in [key for key, _ in of_meeting(AGREED, ends, notices=(told,))]
    assert of_meeting(AGREED, START + 60_000) == [], "what belonged before the meeting is not asked for after it began"


def test_a_check_that_is_over_reminds_nobody_and_a_meeting_that_is_over_or_has_no_time_neither() -> None:
    ends = moment(Day(2026, 9, 7), 17 * 60)
    assert ("check/T-1wd", False) in of_meeting(AGREED, ends - 60_000)
    assert "check/T-1wd" not in [key for key, _ in of_meeting(AGREED, ends + 60_000)]
    cancelled = replace(AGREED, steps=(*AGREED.steps, StepTaken(step=Step.CANCELLED, wall_ms=START, person="Lan")))
    assert of_meeting(cancelled, ends - 60_000) == []
    assert of_meeting(replace(AGREED, start_ms=None), ends - 60_000) == []


def test_a_recording_reminds_until_it_is_handed_over() -> None:
    held = StepTaken(step=Step.HELD, wall_ms=START + 3_600_000, person="Lan")
    asked = replace(AGREED, wishes=(Wish.STORE_MEDIA,), steps=(*AGREED.steps, held))
    later = START + 5 * DAY_MS
    assert of_meeting(asked, later) == [("handover", True)]
    handed = RecordingHandover(id="s1", session="s1", meeting_uid="m1", ended_ms=START, handed_ms=later)
    assert of_meeting(asked, later, handovers=(handed,)) == []
    assert of_meeting(asked, START + 61 * DAY_MS) == [], "an old file reminds nobody"


def test_recurring_duties_plans_and_supplies_are_named_in_their_last_week() -> None:
    now = moment(Day(2026, 12, 26), 8 * 60)
    plans = (
        Plan(id="a", name="Mất điện", applies_when="mất điện lưới", steps="Chạy máy phát", review_on="2027-01-02"),
        Plan(id="b", name="Mất đường truyền", applies_when="mất SLCD", steps="Gọi viễn thông", review_on="2027-01-03"),
    )
    power = (PowerItem(id="w", name="Pin micro", site="main", next_on="2026-12-20"),)
    site = Site(site="main", number=0, name="UBND tỉnh")
    found = reminders(OfficeNow(plans=plans, power=power, sites=(site,)), RULES, now)
    assert [(each.page, each.id, each.late) for each in found if each.duty is None] == [
        (ReminderPage.POWER, "w", True),
        (ReminderPage.PLANS, "a", False),
    ]
    duties = {each.id for each in found if each.page is ReminderPage.OBLIGATIONS}
    assert "report/meetings/year/2026-12-14" in duties
    done = tuple(DutyDone(id=id_, done_on="2026-12-26", done_by="Lan") for id_ in duties)
    left = reminders(OfficeNow(done=done), RULES, now)
    assert [each.id for each in left] == []
    assert [each.due_ms for each in found] == sorted(each.due_ms for each in found)


def test_nothing_is_due_in_an_empty_office_in_the_middle_of_the_year() -> None:
    assert reminders(OfficeNow(), RULES, moment(Day(2026, 3, 2), 8 * 60)) == ()
