"""A site's window in all its states, rendered offscreen: `python tests/screenshots/satellite.py FOLDER`.

For eyes, not for assertions; in Vietnamese and English, at 1280x720 and as small as the window goes.
"""

import os
import sys
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.cameras.camera_facts import CameraFacts
from console.office.meeting import Confidentiality
from console.sites.site_facts import DeviceChoice, DeviceFacts, EchoFacts, EchoVerdict, ReportFacts
from console.sites.site_standing import SiteStanding
from console.snapshot import LineQuality
from console.trouble import TroubleKind, trouble
from console.words import Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from tests.screenshots.satellite_cameras import shoot_site_cameras
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.satellite.satellite_window import SMALLEST, SatelliteWindow

QUIET = SiteStanding(
    joined=True,
    site_name="Phường Tân Lập",
    site_number=2,
    title="Giao ban trực tuyến tỉnh – cấp xã",
    reason=Reason.STANDING_ORDER,
    since_ms=scenes.NOW_MS - 780_000,
    loss_percent=0.1,
    frames_per_second=25,
    round_trip_ms=38,
    line_quality=LineQuality.GOOD,
    room_level=0.43,
    played_level=0.6,
    asks_attendance=True,
    head_count=24,
    in_charge="Bà H'Lan Niê",
    cameras=(CameraFacts(camera="main", presets=("Toàn cảnh", "Bục phát biểu", "Hàng ghế đầu")),),
)
SPEAKING = replace(
    QUIET,
    on_podium=True,
    microphone_open=True,
    microphone_ordered_open=True,
    reason=None,
    speech_started_ms=scenes.NOW_MS - 78_000,
    speech_limit_seconds=300,
)
OUT = replace(QUIET, joined=False, attempt=3, next_try_ms=scenes.NOW_MS + 4_200, reason=Reason.SITE_NOT_CONNECTED)
INCIDENT = ReportFacts(wish_id="1", text="Máy chiếu tắt", made_ms=scenes.NOW_MS - 9_000, outcome=Outcome.DONE)
DEVICES = DeviceFacts(
    cameras=("/dev/video0", "/dev/video2"),
    microphones=("Jabra Speak 710", "HDA Intel PCH"),
    loudspeakers=("Jabra Speak 710",),
    chosen=DeviceChoice(camera="/dev/video0", microphone="Jabra Speak 710"),
)
STATES: dict[str, SiteStanding] = {
    "quiet": QUIET,
    "waiting": replace(
        QUIET,
        queue_place=3,
        asked_ms=scenes.NOW_MS - 192_000,
        ahead_seconds=600,
        floor_free_ms=scenes.NOW_MS + 65_000,
    ),
    "on_deck": replace(QUIET, on_deck=True, queue_place=1, ahead_seconds=0, floor_free_ms=scenes.NOW_MS + 118_000),
    "on_deck_ready": replace(QUIET, on_deck=True, ready=True, queue_place=1, ahead_seconds=0),
    "may_present": replace(QUIET, may_present=True),
    "presents": replace(QUIET, may_present=True, presents=True, presented=True),
    "may_open": replace(QUIET, may_open=True, reason=None),
    "listened": replace(QUIET, listened=True, on_deck=True, ahead_seconds=0, floor_free_ms=scenes.NOW_MS + 40_000),
    "no_microphone": replace(QUIET, has_microphone=False, head_count=None, line_quality=LineQuality.WARNING),
    "no_session": replace(QUIET, in_session=False, title="", reason=Reason.NO_SESSION, line_quality=LineQuality.ERROR),
    "incident_told": replace(QUIET, incident=INCIDENT),
    "content": replace(QUIET, presented=True),
    "confidential": replace(QUIET, confidentiality=Confidentiality.STATE_SECRET),
    "on_podium_confidential": replace(SPEAKING, confidentiality=Confidentiality.RESTRICTED),
    "key_ends": replace(QUIET, key_ends_ms=scenes.NOW_MS + 9 * 86_400_000),
    "on_podium": SPEAKING,
    "on_podium_content": replace(SPEAKING, presented=True),
    "on_podium_waiting": replace(SPEAKING, microphone_open=False, speech_started_ms=None, may_open=True),
    "on_podium_last_minute": replace(SPEAKING, speech_started_ms=scenes.NOW_MS - 262_000),
    "on_podium_overtime": replace(SPEAKING, speech_started_ms=scenes.NOW_MS - 334_000, listened=True),
    "rejoining": replace(OUT, troubles=(trouble(TroubleKind.ANSWER_LATE, seconds="15"),)),
    "joining": replace(OUT, next_try_ms=None, attempt=1),
    "replaced": replace(OUT, replaced=True, next_try_ms=None, troubles=(trouble(TroubleKind.REPLACED),)),
    "join": SiteStanding(needs_invitation=True, stopped=True, troubles=(trouble(TroubleKind.NOT_JOINED_YET),)),
    "join_bad": SiteStanding(
        needs_invitation=True, stopped=True, troubles=(trouble(TroubleKind.FILE_MISSING, path="thu-moi.json"),)
    ),
}
SHEETS: dict[str, tuple[str, SiteStanding]] = {
    "sheet_incident": ("incident", replace(QUIET, incident=INCIDENT)),
    "sheet_attendance": ("attendance", QUIET),
    "sheet_presets_confidential": ("presets", replace(QUIET, confidentiality=Confidentiality.STATE_SECRET)),
    "sheet_no_presets": ("presets", replace(QUIET, cameras=())),
    "sheet_devices": ("devices", replace(QUIET, devices=DEVICES)),
    "sheet_echo": ("echo", QUIET),
    "sheet_echo_bad": (
        "echo",
        replace(QUIET, echo=EchoFacts(verdict=EchoVerdict.BAD, return_loss_db=11.4, at_ms=scenes.NOW_MS)),
    ),
    "sheet_echo_good": (
        "echo",
        replace(QUIET, echo=EchoFacts(verdict=EchoVerdict.GOOD, return_loss_db=47.2, at_ms=scenes.NOW_MS)),
    ),
}


def window_in(state: SiteStanding, size: tuple[int, int] = (1280, 720)) -> SatelliteWindow:
    """Returns a shown window over painted rooms."""
    rooms = PaintedRooms()
    window = SatelliteWindow(rooms, lambda: scenes.NOW_MS)
    window.views_changed.connect(rooms.take_sizes)
    window.resize(*size)
    window.show_state(state)
    window.show()
    QTest.qWait(200)
    return window


def save(folder: Path, name: str, widget: QWidget) -> None:
    """Writes one picture."""
    widget.grab().save(str(folder / f"satellite_{name}.png"))
    print(folder / f"satellite_{name}.png")


def shoot_states(folder: Path, size: tuple[int, int], suffix: str = "") -> None:
    """Writes the window in every state."""
    for name, state in STATES.items():
        window = window_in(state, size)
        if name == "quiet":
            window.switch.click()
        if state.presented:
            window.content.show_apart()
        QTest.qWait(100)
        save(folder, name + suffix, window)
        window.deleteLater()


def shoot_sheets(folder: Path) -> None:
    """Writes every sheet."""
    for name, (sheet, state) in SHEETS.items():
        window = window_in(state)
        window.sheets.open_sheet(sheet)
        QTest.qWait(150)
        assert window.sheets.sheet is not None
        save(folder, name, window.sheets.sheet)
        window.close()
        window.deleteLater()


def shoot_satellite(folder: Path) -> None:
    """Writes all pictures in the language in use."""
    folder.mkdir(parents=True, exist_ok=True)
    shoot_states(folder, (1280, 720))
    shoot_states(folder, SMALLEST, "_small")
    shoot_sheets(folder)
    shoot_site_cameras(folder, QUIET, window_in, save)


def main(folder: Path) -> None:
    """Writes all pictures in both languages."""
    application = QApplication(sys.argv)
    dress(application)
    for language, own in (("vi", folder), ("en", folder / "en")):
        use_language(language)
        shoot_satellite(own)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
