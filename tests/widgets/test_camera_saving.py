"""Presets saved at the operator's seat: over an old one only after a question, under a new name, brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from console.commands import (
    DeletePreset,
    RenamePreset,
    RestorePreset,
    SavePreset,
)
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots.cameras import PRESETS, main_camera
from tests.widgets.camera_seat import ALT, LEFT, answer, child, said, tile
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.cameras import preset_tile
from widgets.cameras.camera_dialogs import CaptionedPicture, NameQuestion, OverwriteQuestion


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
