"""Pictures of the camera panel in its states."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.cameras.camera_words import CameraDrift, CameraLink
from console.commands import RecallPreset
from console.effects import Receipt
from console.snapshot import CameraView
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import PRESETS, hall_camera, main_camera, preset_jpeg, with_cameras
from widgets.cameras.camera_dialogs import OverwriteQuestion
from widgets.cameras.on_air_lock import HOLD_MS
from widgets.window.main_window import ConsoleWindow

OpenConsole = Callable[[scenes.Scene, tuple[int, int], int | None], ConsoleWindow]
Shoot = Callable[[Path, str, QWidget], None]
SETTLED_MS = 600


def shoot_cameras(folder: Path, console: OpenConsole, shoot: Shoot) -> None:
    """Writes these states in both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):

        def opened(*cameras: CameraView, size: tuple[int, int] = size) -> ConsoleWindow:
            return _opened(console(with_cameras(scenes.busy_meeting(), *cameras), size, 17))

        moving = main_camera(current=None, moving=True, target=PRESETS[4])
        shoot(folder, f"cameras_{suffix}", opened(main_camera(), hall_camera()))
        shoot(folder, f"cameras_moving_{suffix}", opened(moving, hall_camera()))
        shoot(folder, f"cameras_failed_{suffix}", _failed(opened(main_camera(current=None), hall_camera())))
        lost = main_camera(link=CameraLink.UNREACHABLE)
        shoot(folder, f"cameras_unreachable_{suffix}", opened(lost, hall_camera()))
        asleep = main_camera(link=CameraLink.STANDBY)
        shoot(folder, f"cameras_standby_{suffix}", opened(asleep, hall_camera()))
        shoot(folder, f"cameras_none_{suffix}", opened())
        left = main_camera(drift=CameraDrift.AWAY, protected=(PRESETS[0], PRESETS[4]))
        shoot(folder, f"cameras_left_{suffix}", opened(left, hall_camera()))
        another = main_camera(current=None, of_another=PRESETS[1:], model="Sony BRC-X400", model_before="0020:0510")
        shoot(folder, f"cameras_replaced_{suffix}", opened(another, hall_camera()))
        many = tuple(f"Ghế đại biểu số {number}" for number in range(1, 101))
        shoot(folder, f"cameras_hundred_{suffix}", opened(main_camera(presets=many, saved=(), current=many[1])))
        found = opened(main_camera(presets=many, saved=(), current=many[1]))
        found.cameras.presets.look_for()
        found.cameras.presets.field.setText("so 9")
        shoot(folder, f"cameras_found_{suffix}", found)
        shoot(folder, f"cameras_covered_{suffix}", opened(hall_camera(on_air=False, covered=True, target="Toàn cảnh")))
        on_air = opened(main_camera(on_air=True), hall_camera())
        on_air.cameras.lock.hold()
        QTest.qWait(HOLD_MS + 200)
        shoot(folder, f"cameras_on_air_{suffix}", on_air)
        asking = opened(main_camera(), hall_camera())
        asking.cameras.acts.save_over(PRESETS[1])
        shoot(folder, f"cameras_save_over_{suffix}", asking.findChildren(OverwriteQuestion)[0])
        asking.hide()


def _opened(window: ConsoleWindow) -> ConsoleWindow:
    pictures = window.cameras.acts.pictures

    def answer(name: str) -> None:
        pictures.take(name, preset_jpeg(name))

    pictures.wanted.connect(answer)
    window.cameras.open_panel(MAIN_SITE)
    QTest.qWait(SETTLED_MS)
    return window


def _failed(window: ConsoleWindow) -> ConsoleWindow:
    window.cameras.acts.recall(PRESETS[4])
    command = RecallPreset(site=MAIN_SITE, camera="main", preset=PRESETS[4])
    receipt = Receipt(command_id="x", outcome=Outcome.FAILED, reason=Reason.CAMERA_ELSEWHERE)
    window.store.take_receipt(receipt, command)
    return window
