"""Cameras at the operator's seat: opened, recalled, moved by hand, saved, locked while on air; always stopped."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.cameras.camera_words import CameraLink
from console.commands import (
    AnyCommand,
    DeletePreset,
    DriveCamera,
    MuteAll,
    RecallPreset,
    RenamePreset,
    RestorePreset,
    SavePreset,
    StopCamera,
)
from console.effects import Receipt
from console.snapshot import CameraView, Delta
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import PRESETS, hall_camera, main_camera, preset_jpeg, with_cameras
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import button, press
from widgets.cameras import camera_drive, on_air_lock, preset_tile
from widgets.cameras.camera_dialogs import CaptionedPicture, NameQuestion, OverwriteQuestion
from widgets.cameras.camera_requests import Standing
from widgets.cameras.preset_tile import PresetTile
from widgets.drawing import theme

STOP = StopCamera(site=MAIN_SITE, camera="main")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def recall(preset: str, **more: object) -> RecallPreset:
    return RecallPreset(site=MAIN_SITE, camera="main", preset=preset, **more)  # type: ignore[arg-type]


@pytest.fixture
def open_cameras(open_console: OpenConsole, qtbot: QtBot) -> Callable[..., Console]:
    """Returns a function that opens a meeting with these cameras, and the panel by its key."""

    def open_over(*cameras: CameraView, size: tuple[int, int] = (1920, 1080)) -> Console:
        console = open_console(with_cameras(scenes.busy_meeting(), *cameras), *size)
        pictures = console.window.cameras.acts.pictures
        pictures.wanted.connect(lambda name: pictures.take(name, preset_jpeg(name)))
        press(qtbot, console, Qt.Key.Key_C)
        assert console.window.cameras.isVisible()
        console.clock.now_ms += 600  # the tiles have stood there
        return console

    return open_over


def tile(console: Console, number: int) -> PresetTile:
    found = console.window.cameras.findChild(PresetTile, f"preset-{number}")
    assert found is not None
    return found


def child(console: Console, name: str) -> QWidget:
    found = console.window.cameras.findChild(QWidget, name)
    assert found is not None
    return found


def show(console: Console, number: int, *cameras: CameraView) -> None:
    """Publishes cameras as they are now."""
    scene = with_cameras(scenes.Scene(), *cameras)
    console.store.take(Delta(number=number, put=scene.views))


def answer(console: Console, command: AnyCommand, outcome: Outcome, reason: Reason | None = None) -> None:
    console.store.take_receipt(Receipt(command_id="x", outcome=outcome, reason=reason), command)


def said(console: Console) -> str:
    return console.window.cameras.accessibleDescription()


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


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


# ---------------------------------------------------------------- saving


def hold(qtbot: QtBot, target: QWidget, milliseconds: int) -> None:
    qtbot.mousePress(target, LEFT)
    qtbot.wait(milliseconds)


def overwrite_question(console: Console) -> OverwriteQuestion:
    found = [one for one in console.window.findChildren(OverwriteQuestion) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def name_question(console: Console) -> NameQuestion:
    found = [one for one in console.window.findChildren(NameQuestion) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_hold_saves_over_only_after_both_pictures_were_seen(
    open_cameras: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preset_tile, "HOLD_MS", 80)
    console = open_cameras(main_camera())
    qtbot.waitUntil(lambda: console.window.cameras.pad.picture_now() is not None)
    hold(qtbot, tile(console, 2), 200)
    question = overwrite_question(console)
    pictures = question.findChildren(CaptionedPicture)
    assert [picture.caption for picture in pictures] == ["Ảnh đã lưu", "Camera lúc này"]
    assert all(picture.image is not None for picture in pictures)
    assert question.cancel.isDefault()
    assert console.commands == []
    qtbot.mouseClick(question.acting["overwrite"], LEFT)
    command = SavePreset(site=MAIN_SITE, camera="main", preset=PRESETS[1], overwrite=True)
    assert console.commands == [command]


def test_what_was_saved_over_is_brought_back_with_one_press(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_2, ALT)
    overwrite_question(console).acting["overwrite"].click()
    answer(console, console.commands[0], Outcome.DONE)
    assert said(console) == "Đã lưu đè góc “Bục phát biểu”"
    qtbot.mouseClick(child(console, "camera-restore"), LEFT)
    assert console.commands[1] == RestorePreset(site=MAIN_SITE, camera="main", preset=PRESETS[1])


def test_a_new_preset_gets_a_name_in_vietnamese(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_S)
    question = name_question(console)
    assert not question.acting["name"].isEnabled()
    question.field.setText("  Đoàn   thư ký ")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    assert console.commands == [SavePreset(site=MAIN_SITE, camera="main", preset="Đoàn thư ký")]


def test_a_name_that_exists_asks_first(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_S)
    name_question(console).field.setText("bục PHÁT biểu")
    name_question(console).acting["name"].click()
    assert console.commands == []
    overwrite_question(console).reject()
    assert console.commands == []


def test_a_name_that_another_window_took_meanwhile_asks_too(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    press(qtbot, console, Qt.Key.Key_S)
    name_question(console).field.setText("Cửa ra vào")
    name_question(console).acting["name"].click()
    answer(console, console.commands[0], Outcome.REFUSED, Reason.PRESET_EXISTS)
    assert "Cửa ra vào" in overwrite_question(console).windowTitle()


def test_deleting_and_renaming(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera())
    acts = console.window.cameras.acts
    acts.delete(PRESETS[5])
    acts.rename(PRESETS[4])
    name_question(console).field.setText("Toàn phòng")
    name_question(console).acting["name"].click()
    assert console.commands == [
        DeletePreset(site=MAIN_SITE, camera="main", preset=PRESETS[5]),
        RenamePreset(site=MAIN_SITE, camera="main", preset=PRESETS[4], name="Toàn phòng"),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_key_opens_what_else_can_be_done_where_the_camera_stands(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(current=PRESETS[1], deleted=("Cửa ra vào",)))
    press(qtbot, console, Qt.Key.Key_E)
    (menu,) = [one for one in console.window.findChildren(QMenu) if one.isVisible()]
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Gọi góc “Bục phát biểu”"
    assert texts[-1] == "Khôi phục góc đã xóa “Cửa ra vào”"
    menu.actions()[-1].trigger()
    menu.close()
    assert console.commands == [RestorePreset(site=MAIN_SITE, camera="main", preset="Cửa ra vào")]


# ---------------------------------------------------------------- moved by hand


def drives(console: Console) -> list[DriveCamera]:
    return [command for command in console.commands if isinstance(command, DriveCamera)]


def test_an_arrow_moves_while_it_is_held_and_stops_with_its_release(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    chosen = console.window.selection.site
    qtbot.keyPress(panel, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(drives(console)) >= 3, timeout=3000)
    assert "thả ra là dừng" in said(console)
    qtbot.keyRelease(panel, Qt.Key.Key_Right)
    expected = DriveCamera(site=MAIN_SITE, camera="main", pan=60, hold_ms=600)
    assert all(command == expected for command in drives(console))
    assert console.commands[-1] == STOP
    count = len(console.commands)
    qtbot.wait(400)
    assert len(console.commands) == count
    assert console.window.selection.site == chosen


def test_shift_moves_slowly_and_two_arrows_across(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    qtbot.keyPress(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyPress(panel, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: (drives(console)[-1].pan, drives(console)[-1].tilt) == (-20, 20))
    qtbot.keyRelease(panel, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: (drives(console)[-1].pan, drives(console)[-1].tilt) == (-20, 0))
    qtbot.keyRelease(panel, Qt.Key.Key_Left)
    assert console.commands[-1] == STOP


def test_plus_pressed_with_shift_and_released_without_stops(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    qtbot.keyPress(panel, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert drives(console)[-1].zoom == 50
    qtbot.keyRelease(panel, Qt.Key.Key_Equal)
    assert console.commands[-1] == STOP


def lose_focus(console: Console) -> None:
    console.window.board.setFocus()


def lose_window(console: Console) -> None:
    QApplication.sendEvent(console.window.cameras, QEvent(QEvent.Type.WindowDeactivate))


def close_panel(console: Console) -> None:
    console.window.cameras.close_panel()


def choose_another(console: Console) -> None:
    console.window.cameras.choice.step(1)


def press_escape(console: Console) -> None:
    QTest.keyClick(console.window.cameras, Qt.Key.Key_Escape)


def press_space(console: Console) -> None:
    QTest.keyClick(console.window.cameras, Qt.Key.Key_Space)


def be_refused(console: Console) -> None:
    answer(console, drives(console)[-1], Outcome.REFUSED, Reason.CAMERA_BUSY)


def lose_the_camera(console: Console) -> None:
    show(console, 2, main_camera(link=CameraLink.UNREACHABLE))


def come_on_air(console: Console) -> None:
    show(console, 2, main_camera(on_air=True))


@pytest.mark.parametrize(
    "end",
    [
        lose_focus,
        lose_window,
        close_panel,
        choose_another,
        press_escape,
        press_space,
        be_refused,
        lose_the_camera,
        come_on_air,
    ],
)
def test_however_a_hold_ends_the_camera_is_stopped_and_not_asked_again(
    open_cameras: OpenConsole, qtbot: QtBot, end: Callable[[Console], None]
) -> None:
    console = open_cameras(main_camera(), hall_camera())
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_Right)
    assert drives(console)
    end(console)
    assert console.commands[-1] == STOP
    count = len(drives(console))
    qtbot.wait(400)
    assert len(drives(console)) == count


def test_the_pad_is_the_faster_the_farther_and_stops_when_released(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    pad = console.window.cameras.pad
    middle = pad.rect().center()
    qtbot.mousePress(pad, LEFT, pos=middle)
    assert drives(console) == []
    qtbot.mouseMove(pad, middle + QPoint(pad.width() // 4, 0))
    qtbot.waitUntil(lambda: bool(drives(console)))
    qtbot.wait(camera_drive.GAP_MS + 20)
    qtbot.mouseMove(pad, QPoint(pad.width() - 2, middle.y()))
    qtbot.waitUntil(lambda: drives(console)[-1].pan >= 95)
    near, far = drives(console)[0], drives(console)[-1]
    assert 5 < near.pan < 50
    assert (near.tilt, far.tilt) == (0, 0)
    qtbot.mouseRelease(pad, LEFT, pos=middle)
    assert console.commands[-1] == STOP


def test_a_hold_that_was_refused_begins_anew_only_with_a_new_press(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    pad = console.window.cameras.pad
    qtbot.mousePress(pad, LEFT, pos=QPoint(pad.width() - 4, pad.height() // 2))
    answer(console, drives(console)[-1], Outcome.FAILED, Reason.CAMERA_UNREACHABLE)
    count = len(drives(console))
    qtbot.mouseMove(pad, QPoint(4, pad.height() // 2))
    qtbot.wait(150)
    assert len(drives(console)) == count


def test_zoom_buttons_zoom_while_they_are_held(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    qtbot.mousePress(child(console, "camera-zoom-out"), LEFT)
    assert [command.zoom for command in drives(console)] == [-50]
    qtbot.mouseRelease(child(console, "camera-zoom-out"), LEFT)
    assert console.commands[-1] == STOP


def test_stop_is_sent_also_when_nothing_is_held(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(moving=True, target=PRESETS[4]))
    for _ in range(2):
        qtbot.mouseClick(child(console, "camera-stop"), LEFT)
    assert console.commands == [STOP, STOP]


def test_over_a_lost_link_nothing_moves_and_it_says_what_the_camera_does(
    open_cameras: OpenConsole, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera())
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_Right)
    count = len(drives(console))
    console.store.set_link_lost(True)
    qtbot.wait(400)
    assert len(drives(console)) == count
    assert "tự dừng" in said(console)


def test_somebody_else_who_moves_it_is_named(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera(moving=True, driven_by="Hà"))
    assert said(console) == "Hà đang quay camera bằng tay"


# ---------------------------------------------------------------- on air


def test_the_camera_on_air_moves_by_no_slip(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(on_air=True))
    panel = console.window.cameras
    press(qtbot, console, Qt.Key.Key_5)
    qtbot.mouseClick(tile(console, 2), LEFT)
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    qtbot.mousePress(panel.pad, LEFT, pos=QPoint(4, 4))
    qtbot.mouseRelease(panel.pad, LEFT, pos=QPoint(4, 4))
    qtbot.mouseClick(child(console, "camera-unlock"), LEFT)
    assert console.commands == []
    assert "được khóa" in said(console)
    assert theme.LIVE.name() in colours(panel)


def test_the_lock_is_held_open_and_names_what_everybody_will_see(
    open_cameras: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_air_lock, "HOLD_MS", 100)
    console = open_cameras(main_camera(on_air=True))
    panel = console.window.cameras
    qtbot.mousePress(child(console, "camera-unlock"), LEFT)
    qtbot.waitUntil(lambda: panel.lock.opened)
    qtbot.mouseRelease(child(console, "camera-unlock"), LEFT)
    assert "MỌI NGƯỜI SẼ THẤY" in said(console)
    image = panel.grab().toImage()
    assert QColor(image.pixel(2, image.height() // 2)).name() == theme.LIVE.name()
    press(qtbot, console, Qt.Key.Key_5)
    qtbot.keyPress(panel, Qt.Key.Key_Left)
    qtbot.keyRelease(panel, Qt.Key.Key_Left)
    assert console.commands[0] == recall(PRESETS[4], override_on_air=True)
    assert drives(console)[0].override_on_air
    qtbot.mouseClick(child(console, "camera-unlock"), LEFT)
    assert panel.lock.shut


def test_the_lock_opens_by_key_and_shuts_by_itself(
    open_cameras: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_air_lock, "HOLD_MS", 60)
    monkeypatch.setattr(on_air_lock, "OPEN_MS", 150)
    console = open_cameras(main_camera(on_air=True))
    lock = console.window.cameras.lock
    qtbot.keyPress(console.window.cameras, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: lock.opened)
    qtbot.keyRelease(console.window.cameras, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: lock.shut)
    press(qtbot, console, Qt.Key.Key_5)
    assert console.commands == []


def test_another_camera_has_its_lock_shut(open_cameras: OpenConsole, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(on_air=True), hall_camera(on_air=True))
    panel = console.window.cameras
    panel.lock.hold()
    qtbot.waitUntil(lambda: panel.lock.opened, timeout=3000)
    panel.choice.step(1)
    assert panel.lock.shut


def test_a_camera_off_air_has_no_lock(open_cameras: OpenConsole) -> None:
    console = open_cameras(main_camera())
    assert not child(console, "camera-unlock").isVisible()
    assert theme.LIVE.name() not in colours(console.window.cameras)


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
