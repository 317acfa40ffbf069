"""What support would be given is seen before it is saved, and a crash is offered once, never over a meeting."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.support_part import SupportPart
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.guide.support_sheet import CrashQuestion, SupportSheet

PARTS = (SupportPart(name="about.json", text='{"version":"1.2"}'), SupportPart(name="run/bridge.out", text="x" * 3000))


def open_sheet(console: Console, qtbot: QtBot) -> SupportSheet:
    with qtbot.waitSignal(console.window.seat.support_asked):
        press(qtbot, console, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sheet = console.window.findChild(SupportSheet)
    assert sheet is not None
    return sheet


def test_every_file_can_be_read_before_the_bundle_is_saved(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    sheet = open_sheet(console, qtbot)
    assert not sheet.save.isEnabled()
    console.window.seat.show_support(PARTS)
    assert sheet.text.toPlainText() == PARTS[0].text
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.text.toPlainText() == PARTS[1].text
    assert sheet.list.currentItem().text() == "run/bridge.out  (3 kB)"
    assert sheet.save.isEnabled()
    with qtbot.waitSignal(console.window.seat.support_save_wanted, check_params_cb=lambda path: path == "/tmp/x.zip"):
        sheet.save_wanted.emit("/tmp/x.zip")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_crash_is_offered_and_leads_to_its_reports(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.Scene())
    console.window.seat.show_crashes(0)
    assert console.window.findChild(CrashQuestion) is None
    console.window.seat.show_crashes(2)
    question = console.window.findChild(CrashQuestion)
    assert question is not None
    qtbot.mouseClick(question.acting["look"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: console.window.findChild(SupportSheet) is not None)


def test_nothing_is_asked_while_a_session_runs(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.seat.show_crashes(2)
    assert console.window.findChild(CrashQuestion) is None
