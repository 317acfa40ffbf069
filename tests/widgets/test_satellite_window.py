"""A site's window: its technician sees why, and his wishes go out once."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.office.meeting import Confidentiality
from console.office.typed_times import shown_day
from console.sites.site_standing import SiteStanding
from console.snapshot import LineQuality
from console.trouble import TroubleKind, trouble
from tests.screenshots import scene as scenes
from tests.widgets.technician import QUIET, technician_window
from widgets.controls.buttons import PaintedButton
from widgets.drawing import theme
from widgets.phrases.satellite import satellite_words
from widgets.satellite.satellite_bar import HEIGHT
from widgets.satellite.satellite_join import JoinScreen
from widgets.satellite.satellite_keys import KEYS
from widgets.satellite.satellite_layout import places
from widgets.satellite.satellite_window import SMALLEST, SatelliteWindow


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    return technician_window(qtbot)


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


def test_the_end_of_its_own_right_to_join_is_told_where_the_title_stands(window: SatelliteWindow) -> None:
    ends_ms = window.clock() + 9 * 86_400_000
    bar = QRect(0, 0, window.width(), HEIGHT)
    calm = window.grab(bar).toImage()
    window.show_state(replace(QUIET, key_ends_ms=ends_ms))
    assert window.grab(bar).toImage() != calm
    assert shown_day(ends_ms) in satellite_words.key_ends(ends_ms)
    assert "lời mời mới" in satellite_words.key_ends_short(ends_ms)
    window.show_state(QUIET)
    assert window.grab(bar).toImage() == calm


@pytest.mark.parametrize("state", [QUIET, replace(QUIET, on_podium=True, microphone_open=True)])
def test_a_confidential_meeting_is_said_in_the_window(window: SatelliteWindow, state: SiteStanding) -> None:
    window.show_state(state)
    bar = QRect(0, 0, window.width(), 2 * HEIGHT)
    calm = window.grab(bar).toImage()
    window.show_state(replace(state, confidentiality=Confidentiality.STATE_SECRET))
    assert window.grab(bar).toImage() != calm
    assert satellite_words.confidential(window.state.confidentiality)[0] == "MẬT: không lưu hình ảnh"
    window.show_state(state)
    assert window.grab(bar).toImage() == calm


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


# ---------------------------------------------------------------- waiting, listening, coming back


def test_waiting_shrinks_with_the_clock_and_is_said_in_minutes() -> None:
    waiting = replace(QUIET, queue_place=2, ahead_seconds=300, floor_free_ms=scenes.NOW_MS + 120_000)
    assert satellite_words.waiting_time(waiting, scenes.NOW_MS) == "còn khoảng 7 phút"
    assert satellite_words.waiting_time(waiting, scenes.NOW_MS + 120_000) == "còn khoảng 5 phút"
    assert satellite_words.waiting_time(waiting, scenes.NOW_MS + 999_000) == "còn khoảng 5 phút"
    on_deck = replace(QUIET, on_deck=True, ahead_seconds=0)
    assert satellite_words.waiting_time(on_deck, scenes.NOW_MS) == "sắp tới lượt"
    assert satellite_words.waiting_time(replace(QUIET, queue_place=2), scenes.NOW_MS) == ""


def test_a_line_is_as_good_as_its_worse_end() -> None:
    for loss, seen, word in (
        (None, LineQuality.NO_DATA, "đang đo"),
        (0.1, LineQuality.NO_DATA, "TỐT"),
        (0.1, LineQuality.WARNING, "KÉM"),
        (7.0, LineQuality.GOOD, "RẤT KÉM"),
    ):
        state = replace(QUIET, loss_percent=loss, line_quality=seen)
        assert satellite_words.line_word(state) == f"Đường truyền: {word}"


def test_a_lost_site_says_what_it_does_and_when_and_tries_at_once_when_asked(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    out = replace(QUIET, joined=False, attempt=3, next_try_ms=scenes.NOW_MS + 4200)
    window.show_state(out)
    assert window.place.accessibleName() == "Tự vào lại sau 5 giây (lần 3)"
    assert not window.hand.isVisible()
    with qtbot.waitSignal(window.place_taken_back):
        qtbot.keyClick(window, Qt.Key.Key_F9)
    window.show_state(replace(out, next_try_ms=None))
    assert window.place.accessibleName() == "Đang vào họp: lần thử 3"
    window.show_state(QUIET)
    with qtbot.assertNotEmitted(window.place_taken_back):
        qtbot.keyClick(window, Qt.Key.Key_F9)


def test_time_runs_out_in_words_too() -> None:
    assert satellite_words.time_left(61_000) == "Thời gian còn lại"
    assert satellite_words.time_left(59_000) == "SẮP HẾT GIỜ"
    assert satellite_words.time_left(-1) == "ĐÃ QUÁ GIỜ"


def test_a_new_level_alone_moves_nothing(window: SatelliteWindow) -> None:
    sizes: list[object] = []
    window.views_changed.connect(sizes.append)
    window.show_state(replace(QUIET, room_level=0.5, played_level=0.2))
    assert window.microphone.state.room_level == 0.5
    assert sizes == []


# ---------------------------------------------------------------- keys, names, languages


def test_no_key_stands_twice_and_every_button_says_its_own(window: SatelliteWindow) -> None:
    assert len(set(KEYS.values())) == len(KEYS)
    for state in (QUIET, replace(QUIET, queue_place=1), replace(QUIET, on_deck=True), replace(QUIET, joined=False)):
        window.show_state(state)
        for button in window.findChildren(PaintedButton):
            if button.isVisibleTo(window) and not isinstance(button.parent(), JoinScreen):
                assert button.accessibleName(), button.objectName()
                assert button.second, button.objectName()


@pytest.mark.parametrize("size", [SMALLEST, (1024, 600), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("on_podium", [False, True])
def test_nothing_lies_on_anything_else_and_nothing_leaves_the_window(size: tuple[int, int], on_podium: bool) -> None:
    where = places(*size, on_podium=on_podium)
    whole = QRect(0, 0, *size)
    parts = [where.own, where.microphone, where.switch, where.foot, where.tools]
    parts += [where.program] if not on_podium else [] if where.timer is None else [where.timer]
    for index, part in enumerate(parts):
        assert whole.contains(part), part
        assert part.height() >= 36, part
        assert not any(part.intersects(other) for other in parts[index + 1 :]), part


def test_the_other_language_is_spoken_at_once(window: SatelliteWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    try:
        assert window.hand.text() == "Ask for the floor"
        assert window.tools.buttons["incident"].text() == "Report incident"
    finally:
        qtbot.keyClick(window, Qt.Key.Key_F2)
    assert window.hand.text() == "Xin phát biểu"


# ---------------------------------------------------------------- sheets and the invitation


# ---------------------------------------------------------------- the own part of the technical check
