"""Pictures of what opens beside a meeting: control given to a site, permission to record, who is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from console.meeting.meeting_snapshot import ControlView, DelegationView, RecordingView
from console.office.meeting import Confidentiality
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
