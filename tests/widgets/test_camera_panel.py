"""Cameras at the operator's seat: opened, gone through, recalled; what became of it is said as the bridge says it."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.cameras.camera_words import CameraLink
from console.commands import (
    MuteAll,
    RecallPreset,
)
from console.snapshot import CameraView, Delta
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import PRESETS, hall_camera, main_camera, with_cameras
from tests.widgets.camera_seat import CTRL, LEFT, answer, child, colours, recall, said, show, tile
from tests.widgets.conftest import OpenConsole
from tests.widgets.hands import button, press
from widgets.cameras.camera_requests import Standing
from widgets.drawing import theme

# ---------------------------------------------------------------- opening


def test_a_key_opens_the_cameras_and_escape_closes_them(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    assert panel.hasFocus()
    assert not panel.geometry().intersects(console.window.queue.geometry())
    press(qtbot, console, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert console.commands == []


def test_the_sign_beside_the_next_site_opens_its_camera(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_cameras(scenes.busy_meeting(), main_camera(), hall_camera()))
    qtbot.mouseClick(button(console, "cameras"), LEFT)
    assert console.window.cameras.choice.key == ("s014", "hall")


def test_the_picture_of_the_main_room_is_asked_for_while_the_panel_is_open(
    open_cameras: OpenConsole, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera())
    assert MAIN_SITE in {tile.site for tile in console.window.wanted_views().tiles}
    press(qtbot, console, Qt.Key.Key_Escape)
    assert MAIN_SITE not in {tile.site for tile in console.window.wanted_views().tiles}


def test_cameras_are_gone_through_and_none_changes_by_itself(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(), hall_camera())
    choice = console.window.cameras.choice
    assert choice.key == (MAIN_SITE, "main")
    press(qtbot, console, Qt.Key.Key_Right, CTRL)
    assert choice.key == ("s014", "hall")
    console.store.take(Delta(number=2, put={"on_deck": scenes.OnDeckView()}))
    console.window.selection.choose("s003")
    assert choice.key == ("s014", "hall")


def test_a_satellite_whose_program_begins_anew_hands_the_keys_to_no_other_camera(
    open_cameras: OpenConsole, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(), hall_camera())
    panel = console.window.cameras
    press(qtbot, console, Qt.Key.Key_Right, CTRL)
    console.store.take(Delta(number=2, put={}, gone=("camera/s014/hall",)))
    for key in (Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_S):
        press(qtbot, console, key)
    assert panel.choice.away
    assert console.commands == []
    console.store.take(Delta(number=3, put={"camera/s014/hall": hall_camera()}))
    press(qtbot, console, Qt.Key.Key_1)
    assert [command.site for command in console.commands if isinstance(command, RecallPreset)] == ["s014"]


def test_without_a_camera_it_says_how_one_is_named(open_cameras: OpenConsole) -> None:
    console = open_cameras()
    panel = console.window.cameras
    assert not child(console, "camera-pad").isVisible()
    assert not child(console, "camera-stop").isVisible()
    assert theme.TEXT.name() in colours(panel)


def test_silencing_works_from_the_panel_too(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_M, CTRL)
    assert console.commands == [MuteAll()]


# ---------------------------------------------------------------- presets


def test_a_number_and_a_tap_recall(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_5)
    qtbot.mouseClick(tile(console, 2), LEFT)
    assert console.commands == [recall(PRESETS[4]), recall(PRESETS[1])]
    assert console.window.selection.typed == ""


def test_a_number_without_a_preset_does_nothing(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_9)
    assert console.commands == []


def test_a_tile_that_has_just_come_takes_no_tap(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    show(console, 2, main_camera(presets=PRESETS[1:]))
    qtbot.mouseClick(tile(console, 1), LEFT)
    assert console.commands == []
    console.clock.now_ms += 600
    qtbot.mouseClick(tile(console, 1), LEFT)
    assert console.commands == [recall(PRESETS[1])]


def test_a_recall_is_sent_moving_and_arrived_only_as_the_bridge_says(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_5)
    seen = [tile(console, 5).standing]
    show(console, 2, main_camera(current=None, moving=True, target=PRESETS[4]))
    seen.append(tile(console, 5).standing)
    assert said(console) == "Đang quay tới góc “Toàn cảnh”…"
    show(console, 3, main_camera(current=PRESETS[4]))
    answer(console, recall(PRESETS[4]), Outcome.DONE)
    seen.append(tile(console, 5).standing)
    assert seen == [Standing.SENT, Standing.MOVING, Standing.ARRIVED]
    assert tile(console, 1).standing is Standing.AT_REST
    assert said(console) == "Đang ở góc “Toàn cảnh”"


def test_without_a_session_the_answer_tells_of_the_arrival_until_the_camera_moves_on(
    open_cameras: OpenConsole, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(current=None))
    press(qtbot, console, Qt.Key.Key_5)
    assert said(console) == "Đã gửi lệnh, chờ camera trả lời…"
    show(console, 2, main_camera(current=None, moving=True, target=PRESETS[4]))
    show(console, 3, main_camera(current=None))
    answer(console, recall(PRESETS[4]), Outcome.DONE)
    assert tile(console, 5).standing is Standing.ARRIVED
    assert said(console) == "Đang ở góc “Toàn cảnh”"
    show(console, 4, main_camera(current=None, moving=True, driven_by="Hà"))
    show(console, 5, main_camera(current=None))
    assert tile(console, 5).standing is Standing.AT_REST
    assert said(console) == "Đứng yên, không ở góc quay đã lưu nào"


@pytest.mark.parametrize(
    ("outcome", "reason", "standing", "colour", "words"),
    [
        (Outcome.FAILED, Reason.CAMERA_ELSEWHERE, Standing.FAILED, theme.ERROR, "vị trí khác"),
        (Outcome.FAILED, Reason.TIMEOUT, Standing.FAILED, theme.ERROR, "quá thời gian chờ"),
        (Outcome.UNCONFIRMED, Reason.CAMERA_UNCONFIRMED, Standing.UNCONFIRMED, theme.WARNING, "không xác nhận"),
    ],
)
def test_what_did_not_arrive_says_why(
    open_cameras: OpenConsole,
    qtbot: QtBot,
    outcome: Outcome,
    reason: Reason,
    standing: Standing,
    colour: QColor,
    words: str,
) -> None:
    console = open_cameras(main_camera(current=None))
    press(qtbot, console, Qt.Key.Key_5)
    answer(console, recall(PRESETS[4]), outcome, reason)
    assert tile(console, 5).standing is standing
    assert words in said(console)
    assert colour.name() in colours(tile(console, 5))
    assert colour.name() not in colours(tile(console, 4))


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (CameraLink.UNREACHABLE, "kiểm tra nguồn và dây mạng"),
        (CameraLink.STANDBY, "đang tắt; hãy bật camera"),
        (CameraLink.CONNECTING, "kết nối"),
    ],
)
def test_a_camera_that_cannot_be_used_says_so(open_cameras: OpenConsole, link: CameraLink, words: str) -> None:
    console = open_cameras(main_camera(link=link))
    assert words in said(console)
    assert tile(console, 1).standing is Standing.AT_REST, "nobody knows where it stands"
    assert not child(console, "camera-zoom-in").isEnabled()
    assert not child(console, "camera-save").isEnabled()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_six_presets_are_in_sight_with_their_pictures(open_cameras: OpenConsole, size: tuple[int, int]) -> None:
    console = open_cameras(main_camera(), size=size)
    shown = console.window.cameras.presets.tiles
    assert [one.preset for one in shown] == list(PRESETS)
    inside = console.window.cameras.presets.rect()
    assert all(inside.contains(one.geometry()) for one in shown)
    assert len(colours(shown[0])) > len(colours(child(console, "camera-stop")))


def test_the_next_site_shows_that_its_camera_is_on_the_way_and_where_to(open_console: OpenConsole) -> None:
    moving = hall_camera(moving=True, target="Bục phát biểu")
    console = open_console(with_cameras(scenes.busy_meeting(), hall_camera()))
    still = console.window.deck.grab().toImage()
    show(console, 2, moving)
    assert "camera đang quay tới góc “Bục phát biểu”" in console.window.deck.accessibleDescription()
    assert console.window.deck.grab().toImage() != still


# ---------------------------------------------------------------- for everybody


@pytest.mark.usefixtures("english")
def test_it_speaks_english(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera(current=None, failure=Reason.CAMERA_BUSY))
    assert said(console) == "The camera is busy; try again"


def test_every_control_of_the_panel_has_a_name(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera(on_air=True), hall_camera())
    for part in console.window.cameras.findChildren(QWidget):
        if part.objectName().startswith(("camera-", "preset-")) and part.objectName() != "preset-bar":
            assert part.accessibleName(), part.objectName()
            assert part.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_preset_whose_picture_is_gone_has_a_sign_instead(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(with_cameras(scenes.busy_meeting(), main_camera()))
    pictures = console.window.cameras.acts.pictures
    pictures.wanted.connect(lambda name: pictures.take(name, None))
    press(qtbot, console, Qt.Key.Key_C)
    assert theme.PICTURE_EMPTY.name() in colours(tile(console, 1))


def test_views_of_cameras_keep_their_fields() -> None:
    view = main_camera(on_air=True)
    assert msgspec.json.decode(msgspec.json.encode(view), type=CameraView) == view
