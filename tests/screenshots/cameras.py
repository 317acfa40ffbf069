"""Made-up cameras of a meeting, for screenshots and widget tests: the main room's, and one at a satellite."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from console.cameras.camera_facts import PresetFacts
from console.cameras.camera_words import CameraAbility
from console.snapshot import CameraView
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import paint_room

PRESETS = ("Bàn chủ tọa", "Bục phát biểu", "Hàng ghế đầu bên trái", "Hàng ghế đầu bên phải", "Toàn cảnh", "Màn hình")
EVERYTHING = tuple(CameraAbility)


def main_camera(**changes: object) -> CameraView:
    """Returns the main room's camera, off air, at its first preset; `changes` replace fields."""
    values: dict[str, object] = {
        "name": "main",
        "title": "Camera phòng họp",
        "abilities": EVERYTHING,
        "presets": PRESETS,
        "saved": tuple(
            PresetFacts(name=name, saved_ms=scenes.NOW_MS, picture=f"{place}.jpg", restorable=place == 2)
            for place, name in enumerate(PRESETS, start=1)
        ),
        "current": PRESETS[0],
        **changes,
    }
    return CameraView(**values)  # type: ignore[arg-type]


def hall_camera(**changes: object) -> CameraView:
    """Returns the camera of the site on deck, which says no pictures."""
    values: dict[str, object] = {
        "name": "hall",
        "site": "s014",
        "title": "Camera hội trường",
        "abilities": EVERYTHING,
        "presets": ("Bục phát biểu", "Toàn cảnh"),
        **changes,
    }
    return CameraView(**values)  # type: ignore[arg-type]


def with_cameras(scene: scenes.Scene, *cameras: CameraView) -> scenes.Scene:
    """Adds cameras to a scene."""
    for camera in cameras:
        key = f"camera/{camera.name}" if camera.site == "main" else f"camera/{camera.site}/{camera.name}"
        scene.views[key] = camera
    return scene


def preset_jpeg(name: str) -> bytes:
    """Returns a picture as the data folder would hold it."""
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paint_room(320, 180, 3 * int(name.split(".", maxsplit=1)[0])).save(buffer, "JPEG")  # type: ignore[call-overload] - its stub wants octets, Qt a name
    return bytes(octets.data())
