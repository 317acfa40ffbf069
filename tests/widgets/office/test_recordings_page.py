"""The page of recordings over a real data folder: files played, read to their end, refused, handed over."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from console.data_folder import DataFolder
from console.meeting.meeting_entries import MeetingFileTaken
from console.office.form_records import RecordingHandover
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.office.office_rules import OfficeRules
from console.office.session_name import SessionName
from console.recordings.recorder_entries import PictureTaken, RecordingPartBegun, RecordingPartEnded
from console.recordings.recording_words import RecordingBecause
from console.records.wishes import AnyWish
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from console.words import MAIN_SITE
from hardware.processes.window.form_reading import read_wish
from tests.console.records.a_log import Log, moment_of
from tests.console.records.a_meeting import write_lines
from tests.own_process import ROOT
from widgets.office.forms.recordings_page import COPY, STATE_COLUMN, RecordingsPage
from widgets.office.register_store import RegisterStore
from widgets.phrases import use_language

pytestmark = pytest.mark.usefixtures("dressed")
SESSION = "1800000000000-aaaa"
PART, PICTURE, GONE = (f"{SESSION}/{name}" for name in ("program-01.mkv", "picture-001.jpg", "program-02.mkv"))
OCTETS = {PART: b"a film" * 1000, PICTURE: b"a picture", GONE: b"nothing is left of it"}


def recorded_meeting(*, confidential: bool = False) -> Log:
    """Returns a log with two parts and a picture."""
    log = Log(["Hoài Nhơn"])
    log.join(MAIN_SITE, "s001")
    for number, file in ((1, PART), (2, GONE)):
        log.add(RecordingPartBegun(part=number, file=file), 60)
        ended = RecordingPartEnded(
            part=number,
            file=file,
            length_ms=83_000,
            file_bytes=len(OCTETS[file]),
            sha256=hashlib.sha256(OCTETS[file]).hexdigest(),
            because=RecordingBecause.ASKED,
        )
        log.add(ended, 83)
    sha256 = hashlib.sha256(OCTETS[PICTURE]).hexdigest()
    log.add(PictureTaken(picture=1, file=PICTURE, file_bytes=len(OCTETS[PICTURE]), sha256=sha256))
    if confidential:
        log.add(
            MeetingFileTaken(file=MeetingFile(meeting_uid="cuoc-hop-1", confidentiality=Confidentiality.RESTRICTED))
        )
    log.end(60)
    return log


class Seat:
    """The page over a data folder, and what it wished."""

    def __init__(self, folder: Path, log: Log, qtbot: QtBot) -> None:
        self.data = DataFolder(folder)
        self.data.make()
        write_lines(self.data, tuple(log.lines), ended=True)
        (self.data.recordings / SESSION).mkdir(parents=True)
        for file in (PART, PICTURE):
            (self.data.recordings / file).write_bytes(OCTETS[file])
        self.commands: list[tuple[str, tuple[str, ...]]] = []
        self.handed: list[RecordingHandover] = []
        store = RegisterStore(lambda: moment_of("2026-11-20 09:00:00"), "Lan")
        store.reading_wanted.connect(self._read)
        store.command_wanted.connect(self._run)
        store.sessions = (SessionName(SESSION, "Họp", 0),)
        store.take_rules(
            OfficeRules(
                profile=read_profile((ROOT / "resources/profiles/vn-dong-nai.json").read_bytes(), "0"),
                calendar=read_calendar((ROOT / "resources/regulation/working_calendar_vn.json").read_bytes()),
            )
        )
        self.store = store
        self.page = RecordingsPage(store)
        self.page.put_wanted.connect(self._put)
        qtbot.addWidget(self.page)

    def _read(self, wish: AnyWish) -> None:
        self.store.take_read(wish, read_wish(self.data, wish))

    def _run(self, name: str, arguments: tuple[str, ...]) -> None:
        self.commands.append((name, arguments))

    def _put(self, records: tuple[RecordingHandover, ...], _reason: str, _opened: object) -> None:
        self.handed.extend(records)

    def standings(self) -> list[str]:
        items = [self.page.table.item(row, STATE_COLUMN) for row in range(self.page.table.rowCount())]
        return ["" if item is None else item.text() for item in items]


class Player(QObject):
    """Takes what the system would be asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def play(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player()
    # The binding takes a text, its stub says octets.
    QDesktopServices.setUrlHandler("file", player, cast("Any", "play"))
    yield player
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot) -> Seat:
    return Seat(tmp_path / "data", recorded_meeting(), qtbot)


def test_files_are_named_and_called_whole_only_after_they_were_read(seat: Seat) -> None:
    assert seat.standings() == ["chưa đối chiếu", "KHÔNG ĐỌC ĐƯỢC", "chưa đối chiếu"]
    assert seat.page.about.text() == "3 tệp"
    seat.page.prove.click()
    assert seat.standings() == ["đúng như khi ghi", "KHÔNG ĐỌC ĐƯỢC", "đúng như khi ghi"]
    octets = bytearray(OCTETS[PART])
    octets[77] ^= 1
    (seat.data.recordings / PART).write_bytes(octets)
    seat.page.prove.click()
    assert seat.standings()[0] == "KHÔNG ĐÚNG như khi ghi"
    assert seat.page.about.text().startswith("▲ 2")
    (seat.data.recordings / PART).write_bytes(octets[:-1])
    seat.page.states.clear()
    seat.page.open_record(SESSION)
    assert seat.standings()[0] == "KHÔNG ĐÚNG như khi ghi", "another size needs no reading"


def test_a_file_that_is_there_is_played_by_the_system(seat: Seat, player: Player) -> None:
    assert not seat.page.play.isEnabled(), "nothing is chosen"
    seat.page.table.selectRow(1)
    assert not seat.page.play.isEnabled(), "it is gone"
    seat.page.table.selectRow(0)
    seat.page.play.click()
    assert [Path(path) for path in player.opened] == [seat.data.recordings / PART]


def test_copies_and_their_receipt_are_noted(seat: Seat) -> None:
    seat.page.copy_to("/media/usb")
    assert seat.commands == [(COPY, ("form", "recordings", "--session", SESSION, "--out=/media/usb"))]
    seat.store.show_answer(COPY, True, "Đã chép 2 tệp.")
    assert seat.page.said.text() == "Đã chép 2 tệp."
    assert seat.page.handover.what.toPlainText().count("program-0") == 2
    seat.page.handover.button.click()
    assert seat.handed == [], "nobody received it"
    seat.page.handover.received_by.setText("Bà Lan")
    use_language("en")
    seat.page.rephrase()
    seat.page.handover.button.click()
    (noted,) = seat.handed
    assert (noted.session, noted.medium, noted.received_by) == (SESSION, "/media/usb", "Bà Lan")
    assert noted.handed_ms is not None


def test_of_a_confidential_meeting_nothing_is_copied_or_handed_over(tmp_path: Path, qtbot: QtBot) -> None:
    seat = Seat(tmp_path / "data", recorded_meeting(confidential=True), qtbot)
    assert not seat.page.copy.isEnabled()
    assert not seat.page.handover.button.isEnabled()
    assert "bí mật" in seat.page.about.text()


def test_a_meeting_without_recording_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    log = Log(["Hoài Nhơn"])
    log.end(600)
    seat = Seat(tmp_path / "data", log, qtbot)
    assert seat.page.about.text() == "Phiên họp này không ghi hình."
    assert not seat.page.prove.isEnabled()
