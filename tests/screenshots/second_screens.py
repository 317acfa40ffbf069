"""The windows of the second screens over made-up meetings: `python tests/screenshots/second_screens.py FOLDER`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.floor.floor_facts import FloorRequest
from console.snapshot import FloorView, SilenceView
from console.words import FloorSource, FloorUrgency
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedPicture, PaintedRooms
from widgets.controls.store import Store
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.screens.chair_view import ChairView
from widgets.screens.program_window import ProgramWindow
from widgets.screens.screen_window import ScreenWindow

SETTLE_MS = 250
SIZES = ((1920, 1080), (1366, 768))


class ProgramRooms(PaintedRooms):
    """The program in whatever size its key names."""

    def latest(self, key: str, after_sequence: int) -> PaintedPicture | None:
        width, height = key.removeprefix("program/").split("x")
        self.sizes[key] = (int(width), int(height))
        return super().latest(key, after_sequence)


def chair_meeting() -> scenes.Scene:
    """Returns the busy meeting as the chair decides it: two may speak, two wait for an answer."""
    scene = scenes.busy_meeting()
    floor = _floor(scene)
    replace = msgspec.structs.replace
    requests = tuple(_decided(request) for request in floor.requests if request.site != scenes.site_id(31))
    by_phone = FloorRequest(
        request_id="r24", site=scenes.site_id(24), source=FloorSource.PHONE, note="", asked_ms=scenes.NOW_MS - 20_000
    )
    scene.views["floor"] = replace(floor, requests=(*requests, by_phone))
    scene.change(9, in_charge="Ông Y Thịnh Niê, Chủ tịch UBND xã")
    return scene


def _decided(request: FloorRequest) -> FloorRequest:
    if request.site in {scenes.site_id(19), scenes.site_id(2)}:
        return msgspec.structs.replace(request, approved_ms=scenes.NOW_MS - 1_000)
    if request.site == scenes.site_id(11):
        return msgspec.structs.replace(request, urgency=FloorUrgency.POINT_OF_ORDER)
    return request


def over_time() -> scenes.Scene:
    """Returns the chair's meeting with a speech that is over its limit."""
    scene = chair_meeting()
    scene.views["floor"] = msgspec.structs.replace(_floor(scene), speech_started_ms=scenes.NOW_MS - 332_000)
    return scene


def nobody_decided() -> scenes.Scene:
    """Returns a meeting in which every request waits for the chair, no speech has a limit and all was stopped."""
    scene = chair_meeting()
    requests = tuple(msgspec.structs.replace(request, approved_ms=None) for request in _floor(scene).requests)
    scene.views["floor"] = msgspec.structs.replace(_floor(scene), requests=requests, speech_limit_seconds=None)
    scene.views["silence"] = SilenceView(in_force=True, safe_stop=True, confirmed=36, wanted=36)
    return scene


def dropped() -> scenes.Scene:
    """Returns the chair's meeting after the speaker's line has failed."""
    scene = chair_meeting()
    scene.views["floor"] = msgspec.structs.replace(_floor(scene), speaker_dropped_ms=scenes.NOW_MS - 4_000)
    return scene


def _floor(scene: scenes.Scene) -> FloorView:
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    return floor


def shoot_second_screens(folder: Path) -> None:
    """Writes chair's view and program window in their states."""
    states = {
        "speaks": chair_meeting(),
        "over_time": over_time(),
        "nobody_decided": nobody_decided(),
        "dropped": dropped(),
        "calm": scenes.calm_meeting(),
        "no_session": scenes.empty_session(),
    }
    for size in SIZES:
        for name, scene in states.items():
            _shoot(folder / f"chair_{name}_{size[0]}x{size[1]}.png", ChairView, scene, size)
        _shoot(folder / f"chair_link_lost_{size[0]}x{size[1]}.png", ChairView, chair_meeting(), size, lost=True)
        _shoot(folder / f"slate_{size[0]}x{size[1]}.png", ProgramWindow, scenes.calm_meeting(), size, lost=True)


def _shoot(
    file: Path,
    kind: type[ChairView] | type[ProgramWindow],
    scene: scenes.Scene,
    size: tuple[int, int],
    *,
    lost: bool = False,
) -> None:
    now = [scenes.NOW_MS]
    store = Store(lambda: now[0])
    window: ScreenWindow = kind(store, ProgramRooms())
    window.resize(*size)
    window.show()
    store.take(scene.whole())
    if lost:
        store.set_link_lost(True)
        now[0] += 2_000
    QTest.qWait(SETTLE_MS)
    window.grab().save(str(file))
    window.hide()
    window.deleteLater()
    print(file)


def main() -> None:
    """Writes all pictures, in Vietnamese and English."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    (folder / "en").mkdir(parents=True, exist_ok=True)
    dress(QApplication(sys.argv))
    shoot_second_screens(folder)
    use_language("en")
    shoot_second_screens(folder / "en")


if __name__ == "__main__":
    main()
