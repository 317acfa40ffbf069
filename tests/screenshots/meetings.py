"""Pictures of the page of meetings in its tabs, the schedule, and the script's strip in the console."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from console.events import Site
from console.meeting.meeting_snapshot import CueDoneView, MeetingView, ScriptView
from console.office.meeting import LegalBasis, Meeting, MeetingSite, Step, StepTaken, Wish
from console.office.meeting_file import CueOnFile, MeetingFile
from console.office.notice import Notice
from console.office.office_rules import OfficeRules
from console.office.people import Person, Role
from console.office.places import Room, SitePlace
from console.office.record import Record, Version, kind_of
from console.office.script import Cue, Script
from console.regulation.calendar import Day, moment, read_calendar
from console.regulation.profile import read_profile
from console.snapshot import AnyView, Delta
from console.words import MAIN_SITE, Layout, SiteRole
from tests.screenshots import scene as scenes
from widgets.controls.store import Store
from widgets.office.meetings.page import MeetingPage
from widgets.office.meetings.schedule_page import SchedulePage
from widgets.office.office_window import OfficeWindow
from widgets.office.register_store import RegisterStore
from widgets.window.main_window import ConsoleWindow

WIDE, COMPACT = (1920, 1080), (1366, 768)
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NOW_MS = moment(Day(2026, 11, 19), 10 * 60)
START_MS = moment(Day(2026, 11, 25), 8 * 60)
HOUR_MS = 3_600_000
NAMES = ("Ea Nuôl", "Ea Wer", "Ea Huar", "Ea Tul", "Ea Súp", "Cư Mlan", "Cuôr Knia", "Tân Hòa", "Krông Na", "Ea Bar")


def shoot_meetings(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes the pictures; `make` opens a console over a scene, `shoot` writes and closes it."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        window = office_window()
        window.resize(*size)
        window.show()
        window.open_page("meetings", "m1")
        page = window.page
        assert isinstance(page, MeetingPage)
        for number, tab in enumerate(page.parts):
            page.open_tab(number)
            QTest.qWait(50)
            window.grab().save(str(folder / f"meeting_{tab}_{suffix}.png"))
        page.open_record("m2")
        page.open_tab(2)
        page.progress.buttons[Step.SUBMITTED].click()
        QTest.qWait(50)
        window.grab().save(str(folder / f"meeting_not_whole_{suffix}.png"))
        window.open_page("schedule")
        schedule = window.page
        assert isinstance(schedule, SchedulePage)
        schedule.turn(7)
        shoot(folder, f"schedule_{suffix}", window)
        console = make(scenes.busy_meeting(), size, chosen=17)
        run_script(console.store)
        shoot(folder, f"script_{suffix}", console)


def office_window() -> OfficeWindow:
    """Returns an office window over made-up meetings."""
    store = RegisterStore(lambda: NOW_MS, "Nguyễn Thị Lan")
    profile = read_profile((RESOURCES / "profiles" / "vn-binh-dinh.json").read_bytes(), "1")
    calendar = read_calendar((RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes())
    store.take_rules(OfficeRules(profile=profile, calendar=calendar))
    main = Site(site=MAIN_SITE, number=0, name="Trung tâm Hội nghị tỉnh", role=SiteRole.MAIN_ENDPOINT)
    store.take_sites((main, *(Site(site=f"s{n:03}", number=n, name=f"Xã {name}") for n, name in enumerate(NAMES, 1))))
    kept: dict[str, tuple[Version[Any], ...]] = {}
    for line, record in enumerate(records(), start=1):
        told = Version[Any](
            line=line,
            kind=kind_of(record),
            id=record.id,
            version=1,
            wall_ms=NOW_MS,
            person="Lan",
            reason="",
            content=record,
        )
        kept[kind_of(record)] = (*kept.get(kind_of(record), ()), told)
    store.watch_wanted.connect(lambda form: store.take(form, kept.get(kind_of(form), ())))
    return OfficeWindow(store)


def records() -> list[Record]:
    """Returns the meetings with what they name."""
    sites = tuple(
        MeetingSite(
            site=f"s{number:03}",
            name=f"Xã {name}",
            address=f"Ủy ban nhân dân xã {name}",
            attendee_count=10 + number,
            contact=("Trần Văn Minh", "H'Lan Niê", "Lê Thị Thu")[number % 3],
            phone=f"0905 {100 + number} {200 + number}",
        )
        for number, name in enumerate(NAMES, start=1)
    )
    first = Meeting(
        id="m1",
        subject="Giao ban trực tuyến tỉnh – xã tháng 11 năm 2026",
        governing_body="Ủy ban nhân dân tỉnh",
        agency="Văn phòng Ủy ban nhân dân tỉnh",
        legal_basis=LegalBasis(number="1204/GM-UBND", day="2026-11-16", issuer="Ủy ban nhân dân tỉnh"),
        host_unit="Văn phòng Ủy ban nhân dân tỉnh",
        venue="Phòng họp số 2",
        room="r1",
        chairperson="Nguyễn Văn Hòa",
        chairperson_title="Phó Chủ tịch",
        start_ms=START_MS,
        end_ms=START_MS + 3 * HOUR_MS,
        technician="Phạm Quốc Bảo",
        technician_phone="0914 555 010",
        sites=sites,
        wishes=(Wish.PROJECTOR, Wish.SPEECH, Wish.STORE_MEDIA),
        steps=(
            StepTaken(step=Step.SUBMITTED, wall_ms=NOW_MS - 26 * HOUR_MS, person="Nguyễn Thị Lan", due_ms=NOW_MS),
            StepTaken(step=Step.RECEIVED, wall_ms=NOW_MS - 24 * HOUR_MS, person="Sở Khoa học và Công nghệ"),
            StepTaken(
                step=Step.CONFIRMED, wall_ms=NOW_MS - 4 * HOUR_MS, person="Sở Khoa học và Công nghệ", due_ms=NOW_MS
            ),
        ),
    )
    second = Meeting(
        id="m2",
        subject="Triển khai chuyển đổi số đến cấp xã",
        host_unit="Sở Khoa học và Công nghệ",
        room="r1",
        start_ms=START_MS + 2 * HOUR_MS,
        end_ms=START_MS + 4 * HOUR_MS,
        technician_phone="0905",
    )
    notice = Notice(
        id="m1/notice/power/power/p1",
        meeting="m1",
        key="notice/power/power",
        party="power",
        recipient="Trần Đức Thắng",
        phone="0903 888 111",
        channel="phone",
        sent_ms=NOW_MS - HOUR_MS,
        sent_by="Nguyễn Thị Lan",
        acknowledged_ms=NOW_MS - HOUR_MS // 2,
        acknowledged_by="Trần Đức Thắng",
    )
    cues = (
        Cue(number=1, at_minute=0, minutes=10, title="Ổn định tổ chức, giới thiệu đại biểu", site=MAIN_SITE),
        Cue(number=2, at_minute=10, minutes=15, title="Báo cáo kết quả tháng 11", speaker="Sở Tài chính"),
        Cue(number=3, at_minute=25, title="Tình hình tại xã", speaker="H'Lan Niê", site="s004", layout=Layout.PODIUM),
        Cue(number=4, at_minute=40, title="Thảo luận", layout=Layout.GRID_2X2),
        Cue(number=5, at_minute=150, title="Kết luận", speaker="Nguyễn Văn Hòa", site=MAIN_SITE),
    )
    return [
        first,
        second,
        Room(id="r1", name="Phòng họp số 2", site=MAIN_SITE),
        Person(id="p1", name="Trần Đức Thắng", phone="0903 888 111", roles=(Role.POWER,)),
        Person(id="p2", name="Phạm Quốc Bảo", unit="Trung tâm CNTT", roles=(Role.TECHNICIAN,), sites=(MAIN_SITE,)),
        SitePlace(id="s001", address="Ủy ban nhân dân xã Ea Nuôl"),
        notice,
        Script(id="m1", cues=cues),
    ]


def run_script(store: Store) -> None:
    """Lets a script run, its third cue next and four minutes late."""
    cues = (
        CueOnFile(number=1, title="Khai mạc", site=MAIN_SITE),
        CueOnFile(number=2, title="Báo cáo", site="s009"),
        CueOnFile(
            number=3,
            at_ms=scenes.NOW_MS - 252_000,
            title="Tình hình triển khai tại xã",
            speaker="H'Lan Niê",
            site="s014",
        ),
        CueOnFile(number=4, title="Thảo luận"),
    )
    done = (CueDoneView(number=1, at_ms=0), CueDoneView(number=2, at_ms=0, site="s009"))
    views: dict[str, AnyView] = {
        "meeting": MeetingView(file=MeetingFile(meeting_uid="m1", cues=cues)),
        "script": ScriptView(next_cue=3, done=done),
    }
    number = store._number
    assert number is not None
    store.take(Delta(number=number + 1, put=views))
