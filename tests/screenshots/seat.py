"""What the operator opens and arms, as pictures: alarms, an armed undo, a slip, the log looked through, an incident."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from console.snapshot import Delta
from tests.screenshots import scene as scenes
from widgets.log.note_panel import WritingKind
from widgets.window.main_window import ConsoleWindow

OpenConsole = Callable[[scenes.Scene, tuple[int, int], int | None], ConsoleWindow]
Shoot = Callable[[Path, str, QWidget], None]


def shoot_seat(folder: Path, console: OpenConsole, shoot: Shoot) -> None:
    """Writes these states in both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        listed = console(scenes.busy_meeting(), size, 17)
        listed.alarm_list.open_list()
        listed.bell.hold()
        shoot(folder, f"alarms_{suffix}", listed)
        late = console(scenes.late_speech(), size, 17)
        late.commands.undo.press()
        shoot(folder, f"late_speech_{suffix}", late)
        shoot(folder, f"taken_out_{suffix}", _after_a_slip(console(scenes.late_speech(), size, None)))
        looked_through = console(scenes.busy_meeting(), size, None)
        looked_through.log.open_filter()
        looked_through.log.filter_bar.field.setText("ea")
        shoot(folder, f"log_{suffix}", looked_through)
        incident = console(scenes.busy_meeting(), size, 17)
        incident.notes.begin(WritingKind.INCIDENT)
        incident.notes.field.setText("Mất điện tại hội trường")
        shoot(folder, f"incident_{suffix}", incident)


def _after_a_slip(window: ConsoleWindow) -> ConsoleWindow:
    floor = window.store.floor
    left = tuple(request for request in floor.requests if request.request_id != "r2")
    window.store.take(Delta(number=2, put={"floor": msgspec.structs.replace(floor, requests=left)}))
    return window
