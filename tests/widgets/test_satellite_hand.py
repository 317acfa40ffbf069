"""A site's own cameras moved by hand: by keys, pad and controller, locked on the air, always stopped; to the head."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_wishes import Drive, Stop, SwitchOn
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.controller import AT_REST, ControllerState
from console.data_folder import DataFolder
from console.sites.site_facts import PresetAnswer
from console.words import Reason
from hardware.processes.site.site_own_cameras import SiteOwnCameras
from hardware.processes.site.site_window_end import SiteWindowEnd
from hardware.processes.site.site_wire_messages import AnyAct, AskOwnCamera
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.screenshots.satellite_cameras import DOOR, HALL
from tests.widgets.technician import QUIET, technician_window
from widgets.cameras.camera_drive import DEAD_MAN_MS
from widgets.cameras.on_air_lock import HOLD_MS
from widgets.satellite.satellite_presets import PresetsSheet
from widgets.satellite.satellite_window import SatelliteWindow
from widgets.satellite.satellite_wiring import connect_site

STATE = replace(QUIET, cameras=(HALL,))
ON_AIR = replace(STATE, on_podium=True)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    made = technician_window(qtbot)
    made.show_state(STATE)
    return made


class Asked:
    """What the window asks of its endpoint about cameras: name, wish, and whether the lock was open."""

    def __init__(self, window: SatelliteWindow) -> None:
        self.wishes: list[tuple[str, object, bool]] = []
        window.camera_asked.connect(lambda camera, wish, override: self.wishes.append((camera, wish, override)))
        window.preset_wanted.connect(lambda camera, preset, override: self.wishes.append((camera, preset, override)))

    @property
    def drives(self) -> list[Drive]:
        return [wish for _, wish, _ in self.wishes if isinstance(wish, Drive)]

    @property
    def stopped(self) -> bool:
        return bool(self.wishes) and isinstance(self.wishes[-1][1], Stop)


def opened(window: SatelliteWindow, qtbot: QtBot) -> PresetsSheet:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    sheet = window.sheets.sheet
    assert isinstance(sheet, PresetsSheet)
    qtbot.waitUntil(lambda: sheet.isVisible() and sheet.isActiveWindow())
    return sheet


def test_keys_move_while_they_are_held_and_stop_with_their_release(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet, asked = opened(window, qtbot), Asked(window)
    qtbot.keyPress(sheet.presets, Qt.Key.Key_Right)
    assert asked.wishes == [("hall", Drive(pan=60, tilt=0, zoom=0, hold_ms=DEAD_MAN_MS), False)]
    qtbot.waitUntil(lambda: len(asked.drives) >= 3)
    assert "thả ra là dừng" in sheet.told.text()
    qtbot.keyRelease(sheet.presets, Qt.Key.Key_Right)
    assert asked.stopped
    for key, wanted in (
        (Qt.Key.Key_Plus, Drive(pan=0, tilt=0, zoom=50, hold_ms=DEAD_MAN_MS)),
        (Qt.Key.Key_BracketRight, Drive(pan=0, tilt=0, zoom=0, focus=40, hold_ms=DEAD_MAN_MS)),
    ):
        qtbot.keyPress(sheet.presets, key)
        qtbot.waitUntil(lambda wanted=wanted: asked.drives[-1] == wanted)
        qtbot.keyRelease(sheet.presets, key)
        assert asked.stopped
    sheet.save.setFocus()
    qtbot.keyPress(sheet.save, Qt.Key.Key_Up)
    assert asked.drives[-1].tilt == 60
    qtbot.keyRelease(sheet.save, Qt.Key.Key_Up)
    assert sheet.focusWidget() is sheet.save
    assert asked.stopped


def lose_the_keyboard(sheet: PresetsSheet) -> None:
    sheet.save.setFocus()


def lose_the_window(sheet: PresetsSheet) -> None:
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.WindowDeactivate))


def close_the_sheet(sheet: PresetsSheet) -> None:
    sheet.close()


def close_the_window(sheet: PresetsSheet) -> None:
    sheet.site.close()


def choose_another(sheet: PresetsSheet) -> None:
    sheet.choice.step(1)


def press_space(sheet: PresetsSheet) -> None:
    QTest.keyClick(sheet.presets, Qt.Key.Key_Space)


def press_escape(sheet: PresetsSheet) -> None:
    QTest.keyClick(sheet.presets, Qt.Key.Key_Escape)
    assert sheet.isVisible()


def go_on_air(sheet: PresetsSheet) -> None:
    sheet.site.show_state(replace(ON_AIR, cameras=(HALL, DOOR)))


def lose_the_camera(sheet: PresetsSheet) -> None:
    sheet.site.show_state(replace(STATE, cameras=(replace(HALL, link=CameraLink.UNREACHABLE), DOOR)))


def be_refused(sheet: PresetsSheet) -> None:
    why = PresetAnswer(
        camera="hall", preset="", saved=False, by_hand=True, arrived=False, reason=Reason.CAMERA_FAILED, number=7
    )
    sheet.site.show_state(replace(STATE, cameras=(HALL, DOOR), preset_answer=why))
    assert sheet.told.text()


@pytest.mark.parametrize(
    "end",
    [
        lose_the_keyboard,
        lose_the_window,
        close_the_sheet,
        close_the_window,
        choose_another,
        press_space,
        press_escape,
        go_on_air,
        lose_the_camera,
        be_refused,
    ],
)
def test_whatever_ends_a_hold_stops_the_camera(
    window: SatelliteWindow, qtbot: QtBot, end: Callable[[PresetsSheet], None]
) -> None:
    window.show_state(replace(STATE, cameras=(HALL, DOOR)))
    sheet, asked = opened(window, qtbot), Asked(window)
    qtbot.keyPress(sheet.presets, Qt.Key.Key_Left)
    assert asked.drives
    end(sheet)
    assert [camera for camera, wish, _ in asked.wishes if isinstance(wish, Stop)] == ["hall"]
    assert asked.stopped


def test_on_the_air_nothing_moves_by_a_slip_and_a_held_lock_lets_it_move(window: SatelliteWindow, qtbot: QtBot) -> None:
    window.show_state(ON_AIR)
    sheet, asked = opened(window, qtbot), Asked(window)
    assert "Cả cuộc họp đang xem camera này" in sheet.told.text()
    qtbot.keyClick(sheet.presets, Qt.Key.Key_Right)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_2)
    pad = sheet.by_hand.pad
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(pad.width() - 4, pad.height() // 2))
    assert asked.wishes == []
    qtbot.mousePress(sheet.unlock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.lock.opened, timeout=HOLD_MS * 4)
    qtbot.mouseRelease(sheet.unlock, Qt.MouseButton.LeftButton)
    assert "CẢ CUỘC HỌP SẼ THẤY" in sheet.told.text()
    qtbot.keyPress(sheet.presets, Qt.Key.Key_Right)
    assert asked.wishes[-1] == ("hall", Drive(pan=60, tilt=0, zoom=0, hold_ms=DEAD_MAN_MS), True)
    qtbot.keyRelease(sheet.presets, Qt.Key.Key_Right)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_2)
    assert asked.wishes[-1] == ("hall", HALL.presets[1], True)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_Escape)
    assert not sheet.lock.opened
    assert sheet.isVisible()
    window.show_state(STATE)
    assert not sheet.unlock.isVisible()


def test_nothing_is_offered_that_a_camera_cannot_do(window: SatelliteWindow, qtbot: QtBot) -> None:
    turning = replace(HALL, abilities=(CameraAbility.DRIVE,))
    window.show_state(replace(STATE, cameras=(turning, DOOR, replace(HALL, camera="off", link=CameraLink.STANDBY))))
    sheet, asked = opened(window, qtbot), Asked(window)
    hand = sheet.by_hand
    assert hand.zoom_in.isVisible()
    assert not hand.nearer.isVisible()
    assert not sheet.save.isEnabled()
    qtbot.keyClick(sheet.presets, Qt.Key.Key_BracketRight)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_A)
    assert asked.wishes == []
    qtbot.keyClick(sheet.presets, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert sheet.listed.currentData() == "door"
    assert not hand.stop.isVisible()
    assert sheet.told.text() == "Camera này không quay bằng tay được"
    qtbot.keyClick(sheet.presets, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert not hand.zoom_in.isEnabled()
    sheet.wake.click()
    assert asked.wishes == [("off", SwitchOn(), False)]


def test_a_controller_moves_the_camera_only_while_the_sheet_is_open(window: SatelliteWindow, qtbot: QtBot) -> None:
    wanted: list[bool] = []
    window.controller_wanted.connect(wanted.append)
    sheet, asked = opened(window, qtbot), Asked(window)
    window.controller_told.emit(ControllerState(left_x=1.0))
    assert asked.drives[-1].pan == 100
    window.controller_told.emit(AT_REST)
    assert asked.stopped
    sheet.close()
    assert wanted == [True, False]
    count = len(asked.wishes)
    window.controller_told.emit(ControllerState(left_x=1.0))
    assert len(asked.wishes) == count


class Endpoint:
    """The driver behind a window's wire, a simulated camera, and where its head stands."""

    def __init__(self, window: SatelliteWindow, folder: Path, server: ViscaServer, port: int) -> None:
        profile = CameraProfile(camera="hall", host="127.0.0.1", port=port, framing=Framing.RAW_TCP)
        (folder / "cameras.json").write_bytes(msgspec.json.encode({"cameras": [profile]}))
        self.server, self.head = server, server.camera.head
        self._loop = asyncio.get_running_loop()
        self.own = SiteOwnCameras(DataFolder(folder), [profile], None, self._changed)
        self._wire = SiteWindowEnd(write=self.obey, show=window.show_state)
        connect_site(window, self._wire)
        self.own.open()

    def _changed(self) -> None:
        self._loop.call_soon(self.show)

    def show(self) -> None:
        cameras = tuple(camera.facts() for camera in self.own.cameras.values())
        state = replace(QUIET, cameras=cameras, preset_answer=self.own.answer)
        self._wire.take(msgspec.json.encode(state) + b"\n")

    def obey(self, line: bytes) -> None:
        act = msgspec.json.decode(line, type=AnyAct)
        if isinstance(act, AskOwnCamera):
            self.own.ask(act.camera, act.wish, override_on_air=act.override_on_air)

    def place(self) -> tuple[int, int, int]:
        self.head.advance(time.monotonic())
        return self.head.place.rounded()

    async def close(self) -> None:
        self.own.close()
        self.server.close()
        await asyncio.sleep(0.02)


async def test_from_the_key_to_the_head_and_back_to_rest(window: SatelliteWindow, qtbot: QtBot, tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead()))
    there = Endpoint(window, tmp_path, server, await server.open_raw_tcp())

    def moves(key: Qt.Key, true: Callable[[], bool]) -> bool:
        """Looks whether something is so; a hold that was refused is begun again, for the machine may be busy."""
        if not sheet.drive.moving:
            qtbot.keyRelease(sheet.presets, key)
            qtbot.keyPress(sheet.presets, key)
        return true()

    try:
        await pumped(lambda: any(known.stands_at is not None for known in window.state.cameras))
        sheet = opened(window, qtbot)
        for key, part in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Plus, 2)):
            before = there.place()[part]
            await pumped(lambda key=key, part=part, before=before: moves(key, lambda: there.place()[part] > before))
            qtbot.keyRelease(sheet.presets, key)
            await pumped(lambda: not there.head.moving)
        # The window hangs with a key held: nothing comes any more, and the driver's dead man stops the head.
        await pumped(lambda: moves(Qt.Key.Key_Left, lambda: there.head.moving))
        await until_without_window(lambda: not there.head.moving)
        await pumped(lambda: moves(Qt.Key.Key_Left, lambda: there.head.moving))
        sheet.close()
        await pumped(lambda: not there.head.moving)
    finally:
        await there.close()


async def pumped(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Lets window and endpoint run until something is so."""
    await until_without_window(lambda: QApplication.processEvents() or true(), seconds)


async def until_without_window(true: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.005)
