"""What tests of the meetings' page do in common: a clock, a register that answers, and a registration by keys."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.events import Site
from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting
from console.office.office_rules import OfficeRules
from console.office.record import Record, RecordsRefused
from console.regulation.calendar import Day, moment, read_calendar
from console.regulation.profile import read_profile
from console.words import MAIN_SITE, SiteRole
from widgets.office.meetings.page import MeetingPage
from widgets.office.register_store import RegisterStore

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
NOW_MS = moment(Day(2026, 11, 16), 9 * 60)
SITES = (
    Site(site=MAIN_SITE, number=0, name="Trung tâm hội nghị", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Xã Ea Nuôl", district="Buôn Đôn"),
    Site(site="s002", number=2, name="Xã Ea Wer", district="Buôn Đôn"),
)
GIVEN = {
    "governing_body": "UBND tinh",
    "agency": "Van phong",
    "subject": "Giao ban",
    "basis_number": "12/GM",
    "basis_day": "2/11/2026",
    "basis_issuer": "UBND tinh",
    "host_unit": "Van phong",
    "venue": "Phong 2",
    "chairperson": "Ba Lan",
    "chairperson_title": "Pho Chu tich",
    "technician": "Anh Binh",
    "technician_phone": "0905 111 222",
}


class Clock:
    """A wall clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_ms = NOW_MS

    def __call__(self) -> int:
        return self.now_ms


def connected(store: RegisterStore, office: OfficeStore) -> None:
    """Lets a window's side of the register be answered at once by the real one."""

    def read(form: type[Record]) -> None:
        store.take(form, office.register.present_versions(form))

    def put(records: tuple[Record, ...], reason: str, opened: Any) -> None:
        try:
            written = office.register.put(records, "Lan", reason, opened)
        except RecordsRefused as error:
            store.show_refused(error)
            return
        for form in {type(record) for record in records}:
            read(form)
        store.show_written(written)

    def remove(form: type[Record], id_: str, reason: str) -> None:
        written = office.register.remove(form, id_, "Lan", reason)
        read(form)
        store.show_written((written,))

    store.watch_wanted.connect(read)
    store.put_wanted.connect(put)
    store.remove_wanted.connect(remove)
    profile = read_profile((RESOURCES / "profiles" / "vn-binh-dinh.json").read_bytes(), "1")
    calendar = read_calendar((RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes())
    store.take_rules(OfficeRules(profile=profile, calendar=calendar))
    store.take_sites(SITES)


def type_in(qtbot: QtBot, page: MeetingPage, name: str, text: str) -> None:
    field = page.form.boxes[name].field
    field.setFocus()
    typed_into = field.inner if isinstance(field.inner, QLineEdit) else field.focusProxy()
    assert isinstance(typed_into, QWidget)
    qtbot.keyClicks(typed_into, text)


def fill_in(qtbot: QtBot, page: MeetingPage, start: tuple[str, str]) -> None:
    """Registers a meeting by keys and saves it."""
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for name, text in GIVEN.items():
        type_in(qtbot, page, name, text)
    when = page.form.boxes["start_at"].field.inner
    for line, text in zip((when.day, when.time), start, strict=True):  # type: ignore[attr-defined]
        line.setFocus()
        qtbot.keyClicks(line, text)
    page.sites.add_all()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def only_meeting(office: OfficeStore) -> Meeting:
    (meeting,) = office.register.present(Meeting)
    return meeting
