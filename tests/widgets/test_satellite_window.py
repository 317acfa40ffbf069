"""A site's window: its technician sees why, and his wishes go out once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.trouble import TroubleKind, trouble
from console.words import Reason
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from widgets import theme
from widgets.phrases import satellite_words
from widgets.satellite_state import SatelliteState
from widgets.satellite_window import SatelliteWindow

QUIET = SatelliteState(
    joined=True, site_name="Phường Tân Lập", site_number=2, reason=Reason.STANDING_ORDER, since_ms=scenes.NOW_MS
)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    rooms = PaintedRooms()
    made = SatelliteWindow(rooms, lambda: scenes.NOW_MS)
    made.views_changed.connect(rooms.take_sizes)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_state(QUIET)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_technician_sees_why_the_microphone_is_closed(window: SatelliteWindow) -> None:
    assert window.microphone.accessibleName() == "MIC ĐANG TẮT"
    assert window.microphone.accessibleDescription() == "Theo lệnh của điểm cầu chính"


def test_trying_to_open_under_the_order_is_told_and_explained(window: SatelliteWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.microphone_wanted, check_params_cb=lambda wants_open: wants_open is True):
        qtbot.mouseClick(window.switch, Qt.MouseButton.LeftButton)
    assert window.microphone.tried
    window.show_state(replace(QUIET, may_open=True, reason=None))
    assert not window.microphone.tried


def test_a_replaced_site_says_so_and_takes_its_place_back_only_when_asked(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    assert not window.take_back.isVisible()
    window.show_state(replace(QUIET, joined=False, replaced=True, troubles=(trouble(TroubleKind.REPLACED),)))
    assert satellite_words.trouble(window.state) == (
        "Đã bị thay chỗ",
        "Một máy khác đã vào họp với tên điểm cầu này và thay chỗ máy này.",
    )
    assert window.take_back.isVisible()
    with qtbot.waitSignal(window.place_taken_back):
        qtbot.mouseClick(window.take_back, Qt.MouseButton.LeftButton)
    window.show_state(QUIET)
    assert not window.take_back.isVisible()


def test_the_hand_goes_up_and_down(window: SatelliteWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.floor_wanted, check_params_cb=lambda wants: wants is True):
        qtbot.keyClick(window, Qt.Key.Key_H)
    window.show_state(replace(QUIET, queue_place=3))
    assert window.place.state.queue_place == 3
    with qtbot.waitSignal(window.floor_wanted, check_params_cb=lambda wants: wants is False):
        qtbot.mouseClick(window.hand, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.floor_wanted, check_params_cb=lambda wants: wants is False):
        qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)


def test_ready_is_given_only_on_deck(window: SatelliteWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.ready_given):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    assert not window.ready.isVisible()
    window.show_state(replace(QUIET, on_deck=True))
    with qtbot.waitSignal(window.ready_given):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    window.show_state(replace(QUIET, on_deck=True, ready=True))
    with qtbot.assertNotEmitted(window.ready_given):
        qtbot.keyClick(window, Qt.Key.Key_Return)


def test_on_the_podium_the_window_is_red_and_f4_ends_the_speech(window: SatelliteWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.speech_ended):
        qtbot.keyClick(window, Qt.Key.Key_F4)
    window.show_state(replace(QUIET, on_podium=True, microphone_open=True, speech_limit_seconds=300))
    assert window.grab().toImage().pixelColor(4, 400) == theme.LIVE_BAND
    with qtbot.waitSignal(window.speech_ended):
        qtbot.keyClick(window, Qt.Key.Key_F4)


def test_off_the_podium_nothing_is_red(window: SatelliteWindow) -> None:
    image = window.grab().toImage()
    assert image.pixelColor(4, 400) == theme.BACKGROUND


def test_outside_the_meeting_nothing_can_be_asked(window: SatelliteWindow) -> None:
    window.show_state(replace(QUIET, joined=False, trouble="Mã mời đã hết hạn."))
    assert not window.hand.isEnabled()
    assert not window.switch.isEnabled()
