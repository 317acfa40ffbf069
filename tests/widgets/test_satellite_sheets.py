"""The sheets that a site's technician opens in the light mode's window."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.checks.check_messages import ShowCheck
from console.checks.check_words import CheckItem, CheckResult
from console.sites.site_facts import DeviceChoice, DeviceFacts, EchoFacts, EchoVerdict, ReportFacts, SoundTest
from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind, trouble
from console.words import Outcome
from tests.screenshots import scene as scenes
from tests.widgets.technician import QUIET, technician_window
from widgets.satellite.satellite_check import CheckSheet
from widgets.satellite.satellite_device_sheets import DevicesSheet, EchoSheet
from widgets.satellite.satellite_forms import AttendanceSheet, IncidentSheet, SpeakerSheet
from widgets.satellite.satellite_keys import KEYS
from widgets.satellite.satellite_sheet import Sheet
from widgets.satellite.satellite_window import SatelliteWindow


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    return technician_window(qtbot)


def sheet_of(window: SatelliteWindow, name: str, qtbot: QtBot) -> Sheet:
    """Opens a sheet with its key and returns it."""
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_F1 + int(KEYS[name][1:]) - 1))
    sheet = window.sheets.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def test_an_incident_is_written_and_sent_and_its_letters_are_no_keys(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(window, "incident", qtbot)
    assert isinstance(sheet, IncidentSheet)
    with (
        qtbot.assertNotEmitted(window.floor_wanted),
        qtbot.assertNotEmitted(window.microphone_wanted),
        qtbot.assertNotEmitted(window.incident_told),
    ):
        qtbot.keyClicks(sheet.text, "Hmm HM 12")
        QApplication.sendEvent(sheet.text, composed("mất điện"))
        qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert sheet.isVisible(), "Enter in the field neither sends nor closes"
    assert sheet.text.text() == "Hmm HM 12mất điện"
    told = ["Hmm HM 12mất điện", scenes.NOW_MS]
    with qtbot.waitSignal(window.incident_told, check_params_cb=lambda *said: list(said) == told):
        qtbot.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    noted = ReportFacts(wish_id="1", text="mất điện", made_ms=scenes.NOW_MS, outcome=Outcome.DONE)
    window.show_state(replace(QUIET, incident=noted))
    assert "điểm cầu chính đã ghi" in sheet.told.text()
    assert window.tools.buttons["incident"].text().startswith("Đã ghi lúc")


def composed(text: str) -> QInputMethodEvent:
    """Returns what an input method sends when Telex or VNI has made letters."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def test_the_hand_is_raised_for_a_named_speaker(window: SatelliteWindow, qtbot: QtBot) -> None:
    window.show_state(QUIET)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(SpeakerSheet)
    assert isinstance(sheet, SpeakerSheet)
    qtbot.waitUntil(sheet.name.hasFocus)
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert sheet.isVisible(), "nobody is no name"
    sheet.name.setText(" Bà Hạnh, Chủ tịch xã ")
    named: list[str] = []
    window.floor_wanted_for.connect(named.append)
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert named == ["Bà Hạnh, Chủ tịch xã"]


def test_who_is_there_is_asked_where_wanted_and_sent_as_it_is(window: SatelliteWindow, qtbot: QtBot) -> None:
    asked = replace(QUIET, asks_attendance=True)
    window.show_state(asked)
    assert window.tools.buttons["attendance"].text() == "Báo số người"
    sheet = sheet_of(window, "attendance", qtbot)
    assert isinstance(sheet, AttendanceSheet)
    qtbot.keyClicks(sheet.count, "2x4")
    sheet.in_charge.setText("Bà H'Lan")
    with qtbot.waitSignal(
        window.attendance_told, check_params_cb=lambda count, name: (count, name) == (24, "Bà H'Lan")
    ):
        qtbot.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    window.show_state(replace(asked, head_count=24, in_charge="Bà H'Lan"))
    assert window.tools.buttons["attendance"].text() == "Số người: 24"


def test_devices_are_looked_for_chosen_and_tried(window: SatelliteWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.devices_wanted):
        sheet = sheet_of(window, "devices", qtbot)
    assert isinstance(sheet, DevicesSheet)
    there = DeviceFacts(microphones=("Jabra", "HDA"), chosen=DeviceChoice(microphone="HDA"))
    window.show_state(replace(QUIET, devices=there, room_level=0.7))
    assert sheet.choices["microphone"].currentData() == "HDA"
    sheet.choices["microphone"].setCurrentText("Jabra")
    with qtbot.waitSignal(window.test_wanted, check_params_cb=lambda test: test is SoundTest.TONE):
        qtbot.mouseClick(sheet.tone, Qt.MouseButton.LeftButton)
    wanted = DeviceChoice(microphone="Jabra")
    with qtbot.waitSignal(window.devices_chosen, check_params_cb=lambda choice: choice == wanted):
        qtbot.mouseClick(sheet.use, Qt.MouseButton.LeftButton)
    window.show_state(replace(QUIET, devices=there, on_podium=True))
    assert window.sheets.sheet is None, "nothing lies over the podium"


def test_the_echo_is_told_in_one_word_and_not_measured_while_others_hear(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(window, "echo", qtbot)
    assert isinstance(sheet, EchoSheet)
    with qtbot.waitSignal(window.test_wanted, check_params_cb=lambda test: test is SoundTest.ECHO):
        qtbot.mouseClick(sheet.start, Qt.MouseButton.LeftButton)
    window.show_state(replace(QUIET, echo=EchoFacts(verdict=EchoVerdict.BAD, return_loss_db=11.4)))
    assert sheet.heading.text() == "■ KÉM"
    assert "11 dB" in sheet.advice.text()
    window.show_state(replace(QUIET, microphone_open=True))
    assert not sheet.start.isEnabled()


def test_a_site_without_invitation_is_asked_for_one_and_says_what_was_wrong_with_it(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    window.show_state(SiteStanding(stopped=True, needs_invitation=True))
    assert window.join.isVisible()
    assert not window.join.back.isVisible()
    window.join.field.setPlainText("  diem-cau:abc  ")
    with qtbot.waitSignal(window.invitation_given, check_params_cb=lambda text: text == "diem-cau:abc"):
        qtbot.mouseClick(window.join.join, Qt.MouseButton.LeftButton)
    missing = trouble(TroubleKind.FILE_MISSING, path="thu-moi.json")
    window.show_state(SiteStanding(stopped=True, needs_invitation=True, troubles=(missing,)))
    assert window.join.isVisible()
    window.show_state(QUIET)
    assert not window.join.isVisible()


def test_another_invitation_is_asked_for_only_outside_and_may_be_given_up(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not window.join.isVisible()
    out = replace(QUIET, joined=False, attempt=2)
    window.show_state(out)
    qtbot.mouseClick(window.other_invitation, Qt.MouseButton.LeftButton)
    assert window.join.isVisible()
    window.show_state(replace(out, attempt=3))
    assert window.join.isVisible(), "an attempt in the background takes nobody's text away"
    qtbot.mouseClick(window.join.back, Qt.MouseButton.LeftButton)
    assert not window.join.isVisible()


ASKED = (CheckItem.POWER, CheckItem.LIGHT)


def asked(*results: CheckResult) -> SiteStanding:
    check = ShowCheck(stage="T-2h", items=ASKED, results=results or (CheckResult.NOT_CHECKED,) * len(ASKED))
    return SiteStanding(joined=True, in_charge="Bà Hoa", check=check)


def test_the_check_is_offered_only_while_the_bridge_asks_for_it(window: SatelliteWindow, qtbot: QtBot) -> None:
    window.show_state(SiteStanding(joined=True))
    assert not window.tools.buttons["check"].isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.sheets.sheet is None
    window.show_state(asked())
    qtbot.waitUntil(window.tools.buttons["check"].isVisible)


def test_an_item_is_ticked_under_a_name_and_shown_only_when_the_bridge_has_taken_it(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    window.show_state(asked())
    qtbot.waitUntil(window.tools.buttons["check"].isVisible)
    sheet = sheet_of(window, "check", qtbot)
    assert isinstance(sheet, CheckSheet)
    assert sheet.person.text() == "Bà Hoa"
    ticks: list[tuple[object, ...]] = []
    window.check_ticked.connect(lambda *told: ticks.append(told))
    sheet.remark.setText("UPS hỏng")
    button = sheet.rows[CheckItem.POWER][CheckResult.FAIL]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ticks == [("T-2h", CheckItem.POWER, CheckResult.FAIL, "UPS hỏng", "Bà Hoa")]
    assert not button.isChecked(), "not before the bridge says so"
    assert sheet.remark.text() == ""
    window.show_state(asked(CheckResult.FAIL, CheckResult.NOT_CHECKED))
    assert button.isChecked()
    assert not sheet.rows[CheckItem.LIGHT][CheckResult.OK].isChecked()
    window.show_state(SiteStanding(joined=True, check=ShowCheck()))
    assert sheet.rows == {}
    assert "không có đợt" in sheet.heading.text()
