"""Pictures of what opens beside a meeting: control given to a site, a recording and its permission, who is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from console.meeting.meeting_snapshot import ControlView, DelegationView, RecordingView
from console.office.meeting import Confidentiality
from console.recordings.recorder_facts import KeptPicture, Part
from console.recordings.recorder_views import RecorderView
from console.recordings.recording_words import RecordingState
from console.words import DelegatedRight
from tests.screenshots import scene as scenes
from tests.screenshots.listening import COMPACT, WIDE, put
from widgets.controls.acts import Act
from widgets.window.main_window import ConsoleWindow

GIVEN = DelegationView(
    site="s009",
    rights=(DelegatedRight.SILENCE, DelegatedRight.PODIUM),
    since_ms=scenes.NOW_MS - 600_000,
    until_ms=scenes.NOW_MS + 3_600_000,
    given_by="Lan",
    basis="QĐ 12/QĐ-UBND",
)
RECORDER = RecorderView(
    parts=(
        Part(part=1, file="s/program-01.mkv", begun_ms=0, ended_ms=1, length_ms=1_805_000, file_bytes=352_000_000),
        Part(part=2, file="s/program-02.mkv", begun_ms=0),
    ),
    pictures=(KeptPicture(picture=1, file="s/picture-001.jpg", file_bytes=1, sha256="", at_ms=0),),
    length_ms=754_000,
    file_bytes=141_000_000,
    free_bytes=48_200_000_000,
)
PANELS = {Act.DELEGATE: "delegation", Act.RECORDING: "recording", Act.ATTENDANCE: "attendance"}


def shoot_session_panels(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes the pictures; `make` opens a console over a scene, `shoot` writes and closes it."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        window = make(scenes.busy_meeting(), size, chosen=17)
        secret = RecordingView(confidentiality=Confidentiality.RESTRICTED)
        put(window.store, {"control": ControlView(allowed=True, delegations=(GIVEN,)), "recording": secret})
        QTest.qWait(100)
        for act, name in PANELS.items():
            window.commands.action(act).trigger()
            QTest.qWait(200)
            panel = window.findChild(QDialog, name)
            assert panel is not None
            panel.grab().save(str(folder / f"{name}_{suffix}.png"))
            panel.close()
        shoot(folder, f"delegated_{suffix}", window)
        _shoot_recording(folder, suffix, make(scenes.busy_meeting(), size, chosen=17), shoot)


def _shoot_recording(folder: Path, suffix: str, window: ConsoleWindow, shoot: Callable[..., None]) -> None:
    """Writes a meeting that is being recorded, with its panel."""
    permitted = RecordingView(
        allowed=True,
        decided_by="Ông Y Thanh, Chánh Văn phòng",
        at_ms=scenes.NOW_MS - 900_000,
        state=RecordingState.RUNNING,
    )
    put(window.store, {"recording": permitted, "recorder": RECORDER})
    QTest.qWait(100)
    window.commands.action(Act.RECORDING).trigger()
    QTest.qWait(200)
    panel = window.findChild(QDialog, "recording")
    assert panel is not None
    panel.grab().save(str(folder / f"recording_runs_{suffix}.png"))
    panel.close()
    shoot(folder, f"recorded_{suffix}", window)
