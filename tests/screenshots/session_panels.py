"""Pictures of what opens beside a meeting: control given to a site, a recording and its permission, who is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from console.accounts.account import Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.admission.admission_view import AdmissionView, WaitingSite
from console.meeting.meeting_snapshot import ControlView, DelegationView, RecordingView
from console.office.meeting import Confidentiality
from console.recordings.recorder_facts import KeptPicture, Part
from console.recordings.recorder_views import RecorderView
from console.recordings.recording_words import RecordingState
from console.support_part import SupportPart
from console.words import DelegatedRight, Role
from tests.screenshots import scene as scenes
from tests.screenshots.listening import COMPACT, WIDE, put
from widgets.controls.acts import Act
from widgets.guide.support_sheet import CrashQuestion, SupportSheet
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
LOCKED = ConsoleStanding(asked=True, locked=True, account="lan", name="Trần Thị Lan", role=Role.LOCKED_CONSOLE)
LOGGED_OUT = ConsoleStanding(asked=True, locked=True, role=Role.LOCKED_CONSOLE)
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
    shoot_admission(folder, make, shoot)
    shoot_lock(folder, make, shoot)


def shoot_lock(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes a console that its operator locked, and one at which nobody has logged in."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        for name, standing in (("locked", LOCKED), ("logged_out", LOGGED_OUT)):
            window = make(scenes.busy_meeting(), size, chosen=17)
            window.lock.take_standing(standing)
            QTest.qWait(100)
            if name == "logged_out":
                window.lock.take_login(Failed(LoginFault.WAIT, 8))
            shoot(folder, f"{name}_{suffix}", window)
            window.lock.take_standing(ConsoleStanding())


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


def shoot_admission(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes a locked meeting with a lobby: nobody waits, one does, many do, with the panel and the menu."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        window = make(scenes.busy_meeting(), size, chosen=17)
        waiting = tuple(
            WaitingSite(site=site, since_ms=scenes.NOW_MS - 60_000 * (20 - at))
            for at, site in enumerate(window.store.roster[10:22])
        )
        views = (
            ("locked", AdmissionView(locked=True)),
            ("one_waits", AdmissionView(lobby=True, waiting=waiting[:1])),
            ("many_wait", AdmissionView(locked=True, lobby=True, waiting=waiting, turned_away=waiting[-1:])),
        )
        for name, view in views:
            put(window.store, {"admission": view})
            QTest.qWait(100)
            window.grab().save(str(folder / f"admission_{name}_{suffix}.png"))
        window.commands.action(Act.ADMISSION).trigger()
        QTest.qWait(700)
        panel = window.findChild(QDialog, "admission")
        assert panel is not None
        panel.grab().save(str(folder / f"admission_panel_{suffix}.png"))
        panel.close()
        shoot(folder, f"admission_{suffix}", window)


def shoot_support(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes the sheet of what support would be given, and the question after a crash."""
    window = make(scenes.Scene(), COMPACT)
    window.seat.open_support()
    log = '{"at":"2026-11-20T07:58:03.120+00:00","level":"warning","process":"bridge","pid":4711,"text":"…"}\n' * 40
    window.seat.show_support(
        (
            SupportPart(name="about.json", text='{\n  "version": "0.1.0",\n  "cores": 2\n}'),
            SupportPart(name="crashes/20261120-075803-window-4712-1.json", text='{\n  "process": "window"\n}'),
            SupportPart(name="program-log/bridge.jsonl", text=log),
        )
    )
    QTest.qWait(200)
    for name, kind in (("support", SupportSheet), ("crash-question", CrashQuestion)):
        if kind is CrashQuestion:
            window.seat.show_crashes(2)
            QTest.qWait(200)
        sheet = window.findChild(kind)
        assert sheet is not None
        sheet.grab().save(str(folder / f"{name}_1366x768.png"))
        sheet.close()
    shoot(folder, "support_behind_1366x768", window)
