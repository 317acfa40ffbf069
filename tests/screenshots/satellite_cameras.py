"""Pictures of a site's own cameras: the sheet over its window, in its states, at three sizes of the window."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_facts import CameraFacts, PresetFacts
from console.cameras.camera_words import CameraAbility, CameraLink
from console.sites.site_facts import PresetAnswer
from console.sites.site_standing import SiteStanding
from console.words import Reason
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import PRESETS, preset_jpeg
from widgets.cameras.on_air_lock import HOLD_MS
from widgets.satellite.satellite_presets import PresetsSheet
from widgets.satellite.satellite_window import SMALLEST, SatelliteWindow

OpenSite = Callable[[SiteStanding, tuple[int, int]], SatelliteWindow]
Shoot = Callable[[Path, str, QWidget], None]
SIZES = {"_1366x768": (1366, 768), "_1920x1080": (1920, 1080), "_small": SMALLEST}
HALL = CameraFacts(
    camera="hall",
    title="Camera hội trường",
    abilities=tuple(CameraAbility),
    presets=PRESETS,
    saved=tuple(
        PresetFacts(
            name=name, saved_ms=scenes.NOW_MS, picture=f"{place}.jpg", protected=place == 1, unconfirmed=place == 4
        )
        for place, name in enumerate(PRESETS, start=1)
    ),
    protected=PRESETS[:1],
    stands_at=(PRESETS[0],),
)
DOOR = CameraFacts(camera="door", title="Camera cửa ra vào", abilities=(CameraAbility.PRESETS,))
MOVED = PresetAnswer(camera="hall", preset=PRESETS[1], saved=False, pause_ends_ms=scenes.NOW_MS + 20_000)


def camera_states(quiet: SiteStanding) -> dict[str, SiteStanding]:
    """Returns the standings in which the sheet is shown, by the picture's name."""
    one = replace(quiet, cameras=(HALL,))
    refused = PresetAnswer(camera="hall", preset="", saved=False, by_hand=True, arrived=False, number=1)
    return {
        "cameras": one,
        "cameras_several": replace(quiet, cameras=(replace(HALL, stands_at=None), DOOR), preset_answer=MOVED),
        "cameras_saved_over": replace(
            one,
            preset_answer=PresetAnswer(
                camera="hall", preset=PRESETS[1], saved=True, act=PresetAct.OVERWRITTEN, arrived=True
            ),
        ),
        "cameras_refused": replace(one, preset_answer=replace(refused, reason=Reason.CAMERA_UNREACHABLE)),
        "cameras_standby": replace(quiet, cameras=(replace(HALL, link=CameraLink.STANDBY),)),
        "cameras_fixed": replace(quiet, cameras=(DOOR,)),
        "cameras_locked": replace(one, on_podium=True, speech_started_ms=scenes.NOW_MS - 78_000),
        "cameras_unlocked": replace(one, on_podium=True, speech_started_ms=scenes.NOW_MS - 78_000),
        "cameras_by_hand": one,
    }


def shoot_site_cameras(folder: Path, quiet: SiteStanding, window_in: OpenSite, shoot: Shoot) -> None:
    """Writes the sheet over its window."""
    for suffix, size in SIZES.items():
        for name, state in camera_states(quiet).items():
            window = window_in(state, size)
            window.preset_pictures.wanted.connect(
                lambda asked, pictures=window.preset_pictures: pictures.take(asked, preset_jpeg(asked))
            )
            window.sheets.open_sheet("presets")
            sheet = window.sheets.sheet
            assert isinstance(sheet, PresetsSheet)
            QTest.qWait(300)
            if name == "cameras_unlocked":
                sheet.lock.hold()
                QTest.qWait(HOLD_MS + 200)
            if name == "cameras_by_hand":
                pad = sheet.by_hand.pad
                QTest.mousePress(
                    pad, Qt.MouseButton.LeftButton, pos=QPoint(round(pad.width() * 0.8), pad.height() // 3)
                )
                QTest.qWait(100)
            shoot(folder, name + suffix, _together(window, sheet))
            window.close()
            window.deleteLater()


def _together(window: SatelliteWindow, sheet: PresetsSheet) -> QLabel:
    """Returns a picture of both as they lie over each other on the screen."""
    under, over = window.grab(), sheet.grab()
    both = QPixmap(under.size().expandedTo(over.size()))
    both.fill(Qt.GlobalColor.black)
    with QPainter(both) as painter:
        for picture in (under, over):
            painter.drawPixmap((both.width() - picture.width()) // 2, (both.height() - picture.height()) // 2, picture)
    shown = QLabel()
    shown.setPixmap(both)
    shown.resize(both.size())
    return shown
