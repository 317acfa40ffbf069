"""What the tests of the camera panel share: its parts by name, what it says, what the bridge answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from console.commands import AnyCommand, DriveCamera, RecallPreset, StopCamera
from console.effects import Receipt
from console.snapshot import CameraView, Delta
from console.words import MAIN_SITE, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import with_cameras
from tests.widgets.conftest import Console
from widgets.cameras.preset_tile import PresetTile

STOP = StopCamera(site=MAIN_SITE, camera="main")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def recall(preset: str, **more: object) -> RecallPreset:
    return RecallPreset(site=MAIN_SITE, camera="main", preset=preset, **more)  # type: ignore[arg-type]


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


def drives(console: Console) -> list[DriveCamera]:
    return [command for command in console.commands if isinstance(command, DriveCamera)]
