"""Many presets at the operator's seat: found by name, put in order, protected, left, shown under cover."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.cameras.camera_facts import PresetTrial
from console.cameras.camera_words import CameraAbility, CameraDrift, CameraLink, PresetRole
from console.cameras.controller import AT_REST, ControllerButton, ControllerState
from console.commands import (
    AdoptPresets,
    DriveCamera,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    SavePreset,
    StopCamera,
    SwitchOnCamera,
)
from console.effects import Receipt
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import PRESETS, hall_camera, main_camera, preset_jpeg, with_cameras
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.cameras.camera_dialogs import NameQuestion, OverwriteQuestion
from widgets.cameras.camera_requests import Standing
from widgets.cameras.preset_tile import PresetTile
from widgets.controls.buttons import PaintedButton

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
HUNDRED = (*(f"Ghế đại biểu số {number}" for number in range(1, 100)), "Đoàn thư ký")

OpenCameras = Callable[..., Console]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def open_cameras(open_console: OpenConsole, qtbot: QtBot) -> OpenCameras:
    """Returns a function that opens a meeting with these cameras, and the panel by its key."""

    def open_over(*cameras: CameraView, size: tuple[int, int] = (1920, 1080)) -> Console:
        console = open_console(with_cameras(scenes.busy_meeting(), *cameras), *size)
        pictures = console.window.cameras.acts.pictures

        def give(name: str) -> None:
            pictures.take(name, preset_jpeg(name))

        pictures.wanted.connect(give)
        press(qtbot, console, Qt.Key.Key_C)
        console.clock.now_ms += 600  # the tiles have stood there
        return console

    return open_over


def tiles(console: Console) -> list[PresetTile]:
    return console.window.cameras.presets.tiles


def said(console: Console) -> str:
    return console.window.cameras.accessibleDescription()


def menu_texts(console: Console) -> dict[str, Callable[[], None]]:
    (menu,) = [one for one in console.window.findChildren(QMenu) if one.isVisible() and one.actions()]
    return {action.text(): action.trigger for action in menu.actions() if action.text()}


# ---------------------------------------------------------------- many


def test_a_hundred_presets_scroll_and_the_last_is_found_without_accents(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(presets=HUNDRED, saved=(), current=None), size=(1366, 768))
    bar = console.window.cameras.presets
    assert bar.hidden_below > 80
    press(qtbot, console, Qt.Key.Key_F)
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "thu ky doan")
    assert [tile.preset for tile in tiles(console)] == ["Đoàn thư ký"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert console.commands == [RecallPreset(site=MAIN_SITE, camera="main", preset="Đoàn thư ký")]
    assert bar.field.isHidden()
    assert console.window.cameras.hasFocus()
    assert tiles(console)[0].preset == HUNDRED[0]


def test_a_number_key_means_the_presets_own_number_whatever_is_looked_for(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera())
    bar = console.window.cameras.presets
    press(qtbot, console, Qt.Key.Key_F)
    qtbot.keyClicks(bar.field, "zzz")
    assert tiles(console) == []
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert len(tiles(console)) == len(PRESETS)
    press(qtbot, console, Qt.Key.Key_3)
    assert console.commands == [RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[2])]


# ---------------------------------------------------------------- order


def test_a_preset_is_pulled_onto_another_and_takes_its_place(open_cameras: OpenCameras) -> None:
    console = open_cameras(main_camera())
    first, third = tiles(console)[0], tiles(console)[2]
    QTest.mousePress(first, LEFT, pos=first.rect().center())
    target = first.mapFromGlobal(third.mapToGlobal(third.rect().center()))
    QTest.mouseMove(first, first.rect().center() + QPoint(40, 0))
    QTest.mouseMove(first, target)
    QTest.mouseRelease(first, LEFT, pos=target)
    assert console.commands == [PlacePreset(site=MAIN_SITE, camera="main", preset=PRESETS[0], place=3)]


def test_the_preset_at_which_the_camera_stands_is_moved_by_keys(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(current=PRESETS[1]))
    press(qtbot, console, Qt.Key.Key_Right, ALT)
    press(qtbot, console, Qt.Key.Key_Left, ALT)
    places = [command.place for command in console.commands if isinstance(command, PlacePreset)]
    assert places == [3, 1]


# ---------------------------------------------------------------- protected, and what for


def test_a_protected_preset_is_not_asked_about_and_its_menu_offers_no_change(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(protected=(PRESETS[0],)))
    press(qtbot, console, Qt.Key.Key_1, ALT)
    assert console.window.findChildren(OverwriteQuestion) == []
    (asked,) = console.commands
    assert isinstance(asked, SavePreset)
    receipt = Receipt(command_id="x", outcome=Outcome.REFUSED, reason=Reason.PRESET_PROTECTED)
    console.store.take_receipt(receipt, asked)
    assert "được bảo vệ" in said(console)
    press(qtbot, console, Qt.Key.Key_E)
    texts = menu_texts(console)
    assert not {"Đổi tên…", "Xóa, còn khôi phục được", "Lưu đè bằng vị trí hiện tại…"} & set(texts)
    texts["Bỏ bảo vệ"]()
    assert console.commands[-1] == MarkPreset(site=MAIN_SITE, camera="main", preset=PRESETS[0], protected=False)


def test_the_roles_that_a_profile_asks_for_are_offered_and_kept(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(presets=("Chủ tọa",), saved=(), current=None))
    press(qtbot, console, Qt.Key.Key_S)
    (question,) = [one for one in console.window.findChildren(NameQuestion) if one.isVisible()]
    question.field.setText("bên trái")
    question.acting["name"].click()
    command = SavePreset(site=MAIN_SITE, camera="main", preset="bên trái", role=PresetRole.LEFT)
    assert console.commands == [command]


# ---------------------------------------------------------------- left, covered, focus


def test_a_preset_that_the_camera_left_says_so_and_is_recalled_with_one_press(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(drift=CameraDrift.AWAY))
    assert tiles(console)[0].standing is Standing.DRIFTED
    assert said(console) == f"Camera đã rời góc “{PRESETS[0]}”, không phải do lệnh của chương trình"
    qtbot.mouseClick(console.window.cameras.findChild(QWidget, "camera-restore"), LEFT)
    assert console.commands == [RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[0])]


def test_a_slight_drift_offers_recalibration_where_the_camera_can(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    console = open_cameras(main_camera(drift=CameraDrift.SLIGHT))
    assert "bị lệch" in said(console)
    press(qtbot, console, Qt.Key.Key_E)
    menu_texts(console)["Hiệu chỉnh mốc quay của camera (đầu máy sẽ quay hết tầm)"]()
    assert console.commands == [RecalibrateCamera(site=MAIN_SITE, camera="main")]


def test_a_camera_that_cannot_is_not_offered_recalibration(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    plain = (CameraAbility.DRIVE, CameraAbility.PRESETS)
    console = open_cameras(main_camera(abilities=plain))
    press(qtbot, console, Qt.Key.Key_E)
    assert not [text for text in menu_texts(console) if "mốc quay" in text or "lấy nét" in text]


def test_a_sites_camera_on_air_is_recalled_under_the_main_picture(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    console = open_cameras(hall_camera(on_air=True))
    press(qtbot, console, Qt.Key.Key_1)
    assert console.commands == []
    press(qtbot, console, Qt.Key.Key_1, CTRL)
    assert console.commands == [RecallPreset(site="s014", camera="hall", preset="Bục phát biểu", cover=True)]


def test_the_focus_is_held_and_given_back(open_cameras: OpenCameras, qtbot: QtBot) -> None:
    console = open_cameras(main_camera())
    panel = console.window.cameras
    qtbot.keyPress(panel, Qt.Key.Key_BracketRight)
    qtbot.keyRelease(panel, Qt.Key.Key_BracketRight)
    press(qtbot, console, Qt.Key.Key_A)
    drive, stop, focus = console.commands
    assert isinstance(drive, DriveCamera)
    assert drive.focus > 0
    assert stop == StopCamera(site=MAIN_SITE, camera="main")
    assert focus == FocusCamera(site=MAIN_SITE, camera="main")


# ---------------------------------------------------------------- in standby


def test_a_camera_in_standby_is_switched_on_with_one_press_and_says_how_that_goes(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    asleep = main_camera(link=CameraLink.STANDBY)
    console = open_cameras(asleep)
    wake = console.window.cameras.findChild(PaintedButton, "camera-wake")
    assert wake is not None
    assert wake.isVisible()
    qtbot.mouseClick(wake, LEFT)
    command = SwitchOnCamera(site=MAIN_SITE, camera="main")
    assert console.commands == [command]
    assert said(console) == "Đang bật camera…"
    assert not wake.isVisible()
    receipt = Receipt(command_id="x", outcome=Outcome.FAILED, reason=Reason.CAMERA_CANNOT_WAKE)
    console.window.store.take_receipt(receipt, command)
    assert said(console).startswith("Không bật được camera: camera này không bật được từ xa")
    assert wake.isVisible()
    press(qtbot, console, Qt.Key.Key_E)
    assert "Bật camera" in menu_texts(console)


# ---------------------------------------------------------------- another model


def test_presets_of_another_camera_are_marked_and_said_to_hold_with_one_press(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    console = open_cameras(main_camera(current=None, of_another=PRESETS[1:3], model="B", model_before="A"))
    panel = console.window.cameras
    assert said(console) == "2 góc là của camera trước: hãy lưu lại hoặc xác nhận"
    assert [tile.standing for tile in panel.presets.tiles[:3]] == [
        Standing.AT_REST,
        Standing.OF_ANOTHER,
        Standing.OF_ANOTHER,
    ]
    offer = panel.findChild(PaintedButton, "camera-restore")
    assert offer is not None
    assert offer.isVisible()
    qtbot.mouseClick(offer, LEFT)
    command = AdoptPresets(site=MAIN_SITE, camera="main")
    assert console.commands == [command]
    console.window.store.take_receipt(Receipt(command_id="x", outcome=Outcome.DONE), command)
    assert said(console) == "Đã xác nhận: góc quay đã lưu dùng được với camera này"
    press(qtbot, console, Qt.Key.Key_E)
    assert "Xác nhận góc quay đã lưu vẫn dùng được với camera này" in menu_texts(console)


# ---------------------------------------------------------------- rehearsed


def test_every_preset_is_tried_from_the_menu_and_what_is_wrong_is_named(
    open_cameras: OpenCameras, qtbot: QtBot
) -> None:
    trials = (
        PresetTrial(preset=PRESETS[0], looks_alike=True),
        PresetTrial(preset=PRESETS[1], reason=Reason.CAMERA_ELSEWHERE),
        PresetTrial(preset=PRESETS[2], looks_alike=False),
    )
    console = open_cameras(main_camera(rehearsed=trials))
    press(qtbot, console, Qt.Key.Key_E)
    menu_texts(console)["Thử mọi góc: quay qua từng góc, so vị trí và hình"]()
    command = RehearsePresets(site=MAIN_SITE, camera="main")
    assert console.commands == [command]
    assert said(console) == "Đang thử các góc quay: 3/6…"
    console.store.take_receipt(Receipt(command_id="x", outcome=Outcome.DONE), command)
    assert said(console) == f"Thử góc quay — không tới được: {PRESETS[1]}; hình đã khác: {PRESETS[2]}"


# ---------------------------------------------------------------- a game controller


def test_a_stick_moves_the_camera_and_its_rest_or_loss_stops_it(open_cameras: OpenCameras) -> None:
    console = open_cameras(main_camera())
    hand = console.window.cameras.hand
    hand.take(ControllerState(left_x=1.0))
    (drive,) = console.commands
    assert isinstance(drive, DriveCamera)
    assert drive.pan == 100
    hand.take(AT_REST)
    assert console.commands[-1] == StopCamera(site=MAIN_SITE, camera="main")


def test_a_refused_stick_begins_anew_only_from_rest(open_cameras: OpenCameras) -> None:
    console = open_cameras(main_camera())
    hand = console.window.cameras.hand
    hand.take(ControllerState(left_x=1.0))
    console.store.take_receipt(
        Receipt(command_id="x", outcome=Outcome.FAILED, reason=Reason.CAMERA_UNREACHABLE), console.commands[0]
    )
    sent = len(console.commands)
    hand.take(ControllerState(left_x=0.9))
    assert len(console.commands) == sent
    hand.take(AT_REST)
    hand.take(ControllerState(left_x=0.9))
    assert isinstance(console.commands[-1], DriveCamera)
    hand.take(AT_REST)


def test_the_stick_moves_nothing_that_is_on_air_or_whose_panel_is_closed(open_cameras: OpenCameras) -> None:
    console = open_cameras(main_camera(on_air=True))
    hand = console.window.cameras.hand
    hand.take(ControllerState(left_y=1.0))
    assert console.commands == []
    hand.take(AT_REST)
    console.window.cameras.close_panel()
    hand.take(ControllerState(left_y=1.0, buttons=(ControllerButton.STOP,)))
    assert console.commands == []


def test_a_button_stops_whatever_moves_and_the_shoulders_change_the_camera(open_cameras: OpenCameras) -> None:
    console = open_cameras(main_camera(), hall_camera())
    hand = console.window.cameras.hand
    hand.take(ControllerState(buttons=(ControllerButton.STOP,)))
    assert console.commands == [StopCamera(site=MAIN_SITE, camera="main")]
    hand.take(ControllerState(buttons=(ControllerButton.NEXT,)))
    assert console.window.cameras.choice.key == ("s014", "hall")
