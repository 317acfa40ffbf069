"""The presets of a site's own cameras in the light mode: pictures, order, protection, saving over, one undo, keys."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_facts import CameraFacts, PresetFacts
from console.cameras.camera_wishes import Mark, Place, Restore, Save
from console.cameras.camera_words import CameraAbility, CameraLink, PresetRole
from console.sites.site_facts import PresetAnswer
from console.words import Reason
from tests.screenshots import scene as scenes
from tests.widgets.technician import QUIET, technician_window
from widgets.cameras.camera_dialogs import NameQuestion, OverwriteQuestion
from widgets.cameras.camera_requests import Standing
from widgets.cameras.preset_tile import HOLD_MS
from widgets.satellite.satellite_presets import PresetsSheet
from widgets.satellite.satellite_window import SatelliteWindow

CAMERA = CameraFacts(
    camera="hall",
    title="Hội trường",
    link=CameraLink.READY,
    abilities=(CameraAbility.DRIVE, CameraAbility.PRESETS, CameraAbility.POSITION),
    presets=("Toàn cảnh", "Bục phát biểu", "Chủ tọa"),
    saved=(
        PresetFacts(name="Toàn cảnh", saved_ms=1, picture="hall-toan-canh.jpg", role=PresetRole.WIDE),
        PresetFacts(name="Bục phát biểu", saved_ms=2, unconfirmed=True),
        PresetFacts(name="Chủ tọa", saved_ms=3, protected=True, restorable=True),
    ),
    protected=("Chủ tọa",),
)
STATE = replace(QUIET, cameras=(CAMERA,))


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    return technician_window(qtbot)


def opened(window: SatelliteWindow, qtbot: QtBot) -> PresetsSheet:
    window.show_state(STATE)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    sheet = window.sheets.sheet
    assert isinstance(sheet, PresetsSheet)
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def asked(window: SatelliteWindow) -> list[tuple[str, object]]:
    wishes: list[tuple[str, object]] = []
    window.preset_wanted.connect(lambda camera, preset, _override: wishes.append((camera, preset)))
    window.camera_asked.connect(lambda camera, wish, _override: wishes.append((camera, wish)))
    return wishes


def test_presets_show_pictures_order_protection_and_what_nobody_confirmed(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    pictures: list[str] = []
    window.preset_pictures.wanted.connect(pictures.append)
    sheet = opened(window, qtbot)
    assert [tile.preset for tile in sheet.presets.tiles] == list(CAMERA.presets)
    assert [tile.protected for tile in sheet.presets.tiles] == [False, False, True]
    assert [tile.standing for tile in sheet.presets.tiles] == [Standing.AT_REST, Standing.UNCONFIRMED, Standing.AT_REST]
    qtbot.waitUntil(lambda: pictures == ["hall-toan-canh.jpg"])
    at_wide = replace(CAMERA, stands_at=("Toàn cảnh",))
    window.show_state(replace(STATE, cameras=(at_wide,)))
    assert sheet.presets.tiles[0].standing is Standing.ARRIVED
    assert not sheet.listed.isVisible()
    window.show_state(replace(STATE, cameras=(CAMERA, replace(CAMERA, camera="door", title="Cửa"))))
    assert sheet.listed.isVisible()


def test_a_tap_recalls_and_so_does_its_number(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet, wishes = opened(window, qtbot), asked(window)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_2)
    assert wishes == [("hall", "Bục phát biểu")]

    def tap() -> None:
        qtbot.mouseClick(sheet.presets.tiles[0], Qt.MouseButton.LeftButton)
        assert wishes[-1] == ("hall", "Toàn cảnh")

    qtbot.waitUntil(tap)  # a tile that has just come takes no tap
    window.show_state(replace(STATE, on_podium=True))
    count = len(wishes)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_1)
    assert len(wishes) == count
    assert "đang xem camera này" in sheet.told.text()


def test_a_hold_saves_over_after_both_pictures_were_seen_and_can_be_undone(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    sheet, wishes = opened(window, qtbot), asked(window)
    qtbot.mousePress(sheet.presets.tiles[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sheet.findChildren(OverwriteQuestion)), timeout=HOLD_MS * 5)
    assert wishes == []
    (question,) = sheet.findChildren(OverwriteQuestion)
    question.acting["overwrite"].click()
    assert wishes == [("hall", Save(preset="Toàn cảnh", overwrite=True))]
    assert not sheet.offer.isVisible()
    answer = PresetAnswer(camera="hall", preset="Toàn cảnh", saved=True, act=PresetAct.OVERWRITTEN, arrived=True)
    window.show_state(replace(STATE, preset_answer=answer))
    assert "Toàn cảnh" in sheet.told.text()
    sheet.offer.click()
    assert wishes[-1] == ("hall", Restore(preset="Toàn cảnh"))


def test_a_new_preset_is_named_in_vietnamese_and_one_that_is_there_is_asked_about(
    window: SatelliteWindow, qtbot: QtBot
) -> None:
    sheet, wishes = opened(window, qtbot), asked(window)
    qtbot.keyClick(sheet.presets, Qt.Key.Key_S)
    (question,) = sheet.findChildren(NameQuestion)
    question.field.setText("  Đại biểu   hàng đầu ")
    question.acting["name"].click()
    assert wishes == [("hall", Save(preset="Đại biểu hàng đầu"))]
    unsure = PresetAnswer(camera="hall", preset="Đại biểu", saved=True, arrived=False, reason=Reason.CAMERA_UNCONFIRMED)
    window.show_state(replace(STATE, preset_answer=unsure))
    assert sheet.told.text() == "Đã lưu góc Đại biểu, nhưng camera không xác nhận"
    qtbot.keyClick(sheet.presets, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(sheet.findChildren(OverwriteQuestion)))


def test_order_protection_and_role_are_changed_as_at_the_console(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet, wishes = opened(window, qtbot), asked(window)
    sheet.acts.shift("Toàn cảnh", 1)
    sheet.acts.mark("Chủ tọa", PresetRole.CHAIR, protected=False)
    assert wishes == [
        ("hall", Place(preset="Toàn cảnh", place=2)),
        ("hall", Mark(preset="Chủ tọa", protected=False, role=PresetRole.CHAIR)),
    ]


def test_for_how_long_the_program_leaves_the_camera_alone_is_said(window: SatelliteWindow, qtbot: QtBot) -> None:
    sheet = opened(window, qtbot)
    moved = PresetAnswer(camera="hall", preset="Toàn cảnh", saved=False, pause_ends_ms=scenes.NOW_MS + 20_000)
    window.show_state(replace(STATE, preset_answer=moved))
    assert sheet.pause.text() == "Điểm cầu chính không tự quay camera này trong 20 giây nữa."
    assert sheet.presets.tiles[0].standing is Standing.MOVING
    window.show_state(replace(STATE, preset_answer=replace(moved, pause_ends_ms=scenes.NOW_MS)))
    assert sheet.pause.text() == ""
