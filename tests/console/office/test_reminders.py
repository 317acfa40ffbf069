"""What has to be done now: limits that end within a day or have ended, duties of these days, plans, supplies."""

from msgspec.structs import replace

from console.events import Site
from console.office.form_records import RecordingHandover
from console.office.meeting import Meeting, Step, StepTaken, Wish
from console.office.notice import Notice
from console.office.people import Person, Role
from console.office.places import Device, DeviceKind
from console.office.plans import Plan
from console.office.registers import Care, DutyDone, EquipmentCare, PowerItem
from console.office.reminders import OfficeNow, Reminder, ReminderPage, reminders
from console.office.security_registers import AccessConfirmation, SecurityLevel, SecurityReview
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


# ---------------------------------------------------------------- security

NEW = Device(id="d1", name="Camera phòng 1", kind=DeviceKind.CAMERA, site="s001", handed_over="2026-09-01")


def of_security(profile: str, day: Day, **office: object) -> list[tuple[ReminderPage, Care | None, str, bool]]:
    told = OfficeNow(**office)  # type: ignore[arg-type]
    found = reminders(told, rules(profile), moment(day, 600))
    pages = (ReminderPage.DEVICES, ReminderPage.SECURITY_REVIEWS, ReminderPage.SECURITY_LEVELS, ReminderPage.ACCESS)
    return [(each.page, each.care, each.subject, each.late) for each in found if each.page in pages]


def checked(care: Care, day: str) -> EquipmentCare:
    return EquipmentCare(id=f"{care.value}{day}", device="d1", care=care, day=day, done_by="Công an tỉnh")


def test_a_new_device_is_named_until_the_police_and_the_standard_have_been_noted() -> None:
    lacking = [Care.SECURITY_CHECK, Care.CONFORMITY]
    day = Day(2026, 9, 10)
    assert [each[1] for each in of_security("vn-dong-nai", day, devices=(NEW,))] == lacking
    both = (checked(Care.SECURITY_CHECK, "2026-09-01"), checked(Care.CONFORMITY, "2026-09-02"))
    assert of_security("vn-dong-nai", day, devices=(NEW,), care=both) == []
    old = (checked(Care.SECURITY_CHECK, "2026-08-31"), checked(Care.CONFORMITY, "2026-09-02"))
    assert [each[1] for each in of_security("vn-dong-nai", day, devices=(NEW,), care=old)] == [Care.SECURITY_CHECK]
    assert of_security("vn-binh-dinh", day, devices=(NEW,)) == [], "the text asks for none"


def test_a_repaired_device_is_checked_by_the_police_again() -> None:
    care = (checked(Care.SECURITY_CHECK, "2026-09-01"), checked(Care.CONFORMITY, "2026-09-01"))
    repaired = (*care, checked(Care.REPAIR, "2026-09-05"))
    found = of_security("vn-dong-nai", Day(2026, 9, 10), devices=(NEW,), care=repaired)
    assert found == [(ReminderPage.DEVICES, Care.SECURITY_CHECK, "Camera phòng 1", True)]


def test_what_is_no_end_device_or_was_never_handed_over_is_not_asked_about() -> None:
    cable = replace(NEW, kind=DeviceKind.CABLE)
    assert of_security("vn-dong-nai", Day(2026, 9, 10), devices=(cable, replace(NEW, handed_over=""))) == []


def test_devices_of_one_site_are_one_line() -> None:
    devices = tuple(replace(NEW, id=f"d{number}", name=f"Camera {number}") for number in range(5))
    found = of_security("vn-dong-nai", Day(2026, 9, 10), devices=devices)
    assert [each[2] for each in found] == ["Camera 0, Camera 1, Camera 2 (+2)"] * 2


def test_weak_points_checks_levels_and_confirmations_are_named_in_their_last_week() -> None:
    review = SecurityReview(
        id="r", day="2026-03-01", done_by="Sở", weak_points="mật khẩu yếu", fix_until="2026-09-12", next_on="2026-09-01"
    )
    level = SecurityLevel(id="l", system="Hệ thống họp", review_on="2026-09-17")
    access = AccessConfirmation(
        id="a",
        site="s001",
        device_name="Máy tính",
        confirmed_by="Hoa",
        confirmed_on="2026-01-01",
        valid_to="2026-09-18",
    )
    told = {"reviews": (review,), "levels": (level,), "access": (access,)}
    assert of_security("vn-binh-dinh", Day(2026, 9, 10), **told) == [
        (ReminderPage.SECURITY_REVIEWS, None, "Sở", True),
        (ReminderPage.SECURITY_REVIEWS, None, "mật khẩu yếu", False),
        (ReminderPage.SECURITY_LEVELS, None, "Hệ thống họp", False),
    ]
    mended = replace(review, fixed_on="2026-09-09")
    later = replace(review, id="r2", day="2026-09-01", fix_until="", next_on="2027-03-01")
    assert of_security("vn-binh-dinh", Day(2026, 9, 10), reviews=(mended, later)) == []
