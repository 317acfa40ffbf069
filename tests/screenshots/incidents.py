"""Pictures of an incident being noted and of the panel in which the rest is said."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from console.notes.record_facts import Incident, IncidentNotice
from console.notes.record_snapshot import RecordView
from console.words import IncidentCategory, NoticeChannel
from tests.screenshots import scene as scenes
from tests.screenshots.listening import COMPACT, WIDE, put
from widgets.controls.acts import Act
from widgets.log.incidents_dialog import IncidentsDialog
from widgets.window.main_window import ConsoleWindow

NOW_MS = scenes.NOW_MS


def incidents() -> RecordView:
    """Returns three incidents: one open and told of, one restored, one closed."""
    told = IncidentNotice(party="VNPT Đắk Lắk", channel=NoticeChannel.PHONE, at_ms=NOW_MS - 500_000, by="Lan")
    lost = Incident(
        incident_id="i3",
        text="mất tín hiệu đường truyền số liệu chuyên dùng",
        site="s017",
        at_ms=NOW_MS - 540_000,
        person="Lan",
        category=IncidentCategory.LINE_LOST,
        cause="đứt cáp quang tại Ea Kiết",
        restore_expected_ms=NOW_MS + 1_200_000,
        told=(told,),
    )
    mute = Incident(
        incident_id="i2",
        text="micro đại biểu không có tiếng",
        site="s004",
        at_ms=NOW_MS - 1_500_000,
        person="Lan",
        category=IncidentCategory.NO_SOUND,
        restored_ms=NOW_MS - 1_200_000,
    )
    power = Incident(
        incident_id="i1",
        text="",
        site=None,
        at_ms=NOW_MS - 2_400_000,
        person="Minh",
        category=IncidentCategory.POWER,
        restored_ms=NOW_MS - 2_300_000,
        closed_ms=NOW_MS - 2_000_000,
        closed_by="Lan",
    )
    return RecordView(incidents=(power, mute, lost))


def shoot_incidents(folder: Path, make: Callable[..., ConsoleWindow], shoot: Callable[..., None]) -> None:
    """Writes the pictures; `make` opens a console over a scene, `shoot` writes and closes it."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        window = make(scenes.busy_meeting(), size, chosen=17)
        put(window.store, {"record": incidents()})
        window.commands.action(Act.INCIDENTS).trigger()
        QTest.qWait(300)
        panel = window.findChild(IncidentsDialog)
        assert panel is not None
        panel.grab().save(str(folder / f"incidents_{suffix}.png"))
        panel.close()
        window.commands.action(Act.INCIDENT).trigger()
        window.notes.categories.choose(IncidentCategory.NO_SOUND)
        window.notes.field.setText("micro đại biểu không có tiếng")
        QTest.qWait(200)
        shoot(folder, f"incident_noted_{suffix}", window)
