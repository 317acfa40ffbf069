"""Every wish of a window goes where it belongs."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.cameras.camera_wishes import Save
from console.commands import AnyCommand, MuteAll
from console.engine_port import SetViews
from console.sites.site_facts import DeviceChoice, SoundTest
from hardware.processes.site.site_window_end import SiteWindowEnd
from hardware.processes.site.site_wire_messages import (
    AnyAct,
    AskFloor,
    AskOwnCamera,
    EndSpeech,
    GiveOrder,
    ListDevices,
    PlayTest,
    PressMicrophone,
    RecallOwnPreset,
    SayReady,
    ShowPictures,
    TakeBack,
    TellIncident,
    TellWhoIsThere,
    UseDevices,
    UseInvitation,
    WantPresetPicture,
)
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from tests.widgets.conftest import Console
from widgets.satellite.satellite_window import SatelliteWindow
from widgets.satellite.satellite_wiring import connect_site
from widgets.window.wiring import connect_console


class WishesOfOneWindow:
    """Keeps what a console's window wants of its bridge."""

    def __init__(self) -> None:
        self.commands: list[AnyCommand] = []
        self.views: list[SetViews | None] = []
        self.pages: list[object] = []
        self.logins: list[object] = []

    def log_in(self, account: str, password: str) -> None:
        self.logins.append((account, password))

    def lock(self, idle: bool) -> None:
        self.logins.append(idle)

    def ask(self, command: AnyCommand) -> None:
        self.commands.append(command)

    def show_views(self, views: SetViews | None) -> None:
        self.views.append(views)

    def ask_history(self, wanted: object) -> None:
        self.pages.append(wanted)

    def ask_lines(self, wanted: object) -> None:
        self.pages.append(wanted)


def test_commands_and_views_go_to_the_bridge(open_console: Callable[[scenes.Scene], Console], qtbot: QtBot) -> None:
    console, bridge = open_console(scenes.calm_meeting()), WishesOfOneWindow()
    connect_console(console.store, console.window, bridge)
    console.store.send(MuteAll())
    assert bridge.commands == [MuteAll()]
    console.window.lock.lock_wanted.emit(True)
    console.window.lock.panel.login_wanted.emit("an", "x")
    assert bridge.logins == [True, ("an", "x")]
    console.window.resize(1600, 900)
    qtbot.waitUntil(lambda: bool(bridge.views), timeout=2000)
    wanted = object()
    for asking in (
        console.window.lines.page_wanted,
        console.window.lines.lines_wanted,
        console.window.log.lines_wanted,
    ):
        asking.emit(wanted)
    # The panel asks for its own page too, when the resized window has settled.
    assert [page for page in bridge.pages if page is wanted] == [wanted] * 3


def test_the_technicians_acts_go_to_the_endpoint(dressed: QApplication, qtbot: QtBot) -> None:
    window, written = SatelliteWindow(PaintedRooms(), lambda: scenes.NOW_MS), list[bytes]()
    qtbot.addWidget(window)
    connect_site(window, SiteWindowEnd(write=written.append, show=lambda _shown: None))
    window.resize(1280, 720)
    window.show()
    window.microphone_wanted.emit(True)
    window.floor_wanted.emit(False)
    window.ready_given.emit()
    window.speech_ended.emit()
    window.place_taken_back.emit()
    window.incident_told.emit("Mất điện", scenes.NOW_MS)
    window.attendance_told.emit(24, "Bà Hoa")
    window.attendance_told.emit(None, "Bà Hoa")
    window.invitation_given.emit("thu-moi.json")
    window.devices_wanted.emit()
    window.devices_chosen.emit(DeviceChoice(microphone="Jabra"))
    window.test_wanted.emit(SoundTest.ECHO)
    window.preset_wanted.emit("main", "Toàn cảnh", True)
    window.camera_asked.emit("main", Save(preset="Góc mới"), False)
    window.preset_pictures.image("a.jpg")
    window.order_given.emit(MuteAll())
    qtbot.waitUntil(lambda: any(b"show-pictures" in line for line in written), timeout=2000)
    acts = [msgspec.json.decode(line, type=AnyAct) for line in written]
    shown = [act for act in acts if isinstance(act, ShowPictures)]
    assert [act for act in acts if not isinstance(act, ShowPictures)] == [
        PressMicrophone(open=True),
        AskFloor(wanted=False),
        SayReady(),
        EndSpeech(),
        TakeBack(),
        TellIncident(text="Mất điện", opened_ms=scenes.NOW_MS),
        TellWhoIsThere(head_count=24, in_charge="Bà Hoa"),
        TellWhoIsThere(head_count=None, in_charge="Bà Hoa"),
        UseInvitation(text="thu-moi.json"),
        ListDevices(),
        UseDevices(devices=DeviceChoice(microphone="Jabra")),
        PlayTest(test=SoundTest.ECHO),
        RecallOwnPreset(camera="main", preset="Toàn cảnh", override_on_air=True),
        AskOwnCamera(camera="main", wish=Save(preset="Góc mới")),
        WantPresetPicture(name="a.jpg"),
        GiveOrder(command=MuteAll()),
    ]
    assert min(shown[-1].program) > min(shown[-1].own) > 0
