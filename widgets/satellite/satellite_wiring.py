"""Which act of a site's technician goes where: the window's signals, and what takes them.

Rule: the window knows this protocol only; who answers it (a wire to the endpoint) `main.py` decides. Nothing waits
here, and nothing of the console's window is loaded.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QSize

from console.checks.check_words import CheckItem, CheckResult
from console.commands import AnyCommand
from console.sites.site_facts import DeviceChoice, SoundTest
from widgets.satellite.satellite_window import SatelliteWindow


class TechnicianActs(Protocol):
    """What a site's window wants of its endpoint."""

    def press_microphone(self, wants_open: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks to open or close the microphone."""
        ...

    def ask_floor(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks for the floor, or takes the request back."""
        ...

    def ask_floor_for(self, person: str) -> None:
        """Asks for the floor for a named speaker."""
        ...

    def say_ready(self) -> None:
        """Says Ready."""
        ...

    def end_speech(self) -> None:
        """Ends the site's own speech."""
        ...

    def take_back(self) -> None:
        """Takes the site's place back."""
        ...

    def show_pictures(self, program: tuple[int, int], own: tuple[int, int], content: tuple[int, int]) -> None:
        """Names the sizes of the pictures on the screens, in physical pixels; 0: not shown."""
        ...

    def tell_incident(self, text: str, opened_ms: object) -> None:
        """Reports that something went wrong in the room, noticed at a moment of the wall clock."""
        ...

    def tell_who_is_there(self, head_count: object, in_charge: str) -> None:
        """Says how many sit in the room (None: not counted) and who is in charge."""
        ...

    def use_invitation(self, text: str) -> None:
        """Joins with an invitation: its text, or the path of its file."""
        ...

    def list_devices(self) -> None:
        """Asks what is plugged in."""
        ...

    def use_devices(self, devices: DeviceChoice) -> None:
        """Opens other devices and joins anew."""
        ...

    def play_test(self, test: SoundTest | None) -> None:
        """Plays a test into the room; None ends it."""
        ...

    def present(self, presents: bool, path: str) -> None:  # noqa: FBT001 - a signal's value
        """Shows this machine's screen (no path) or a film to everybody, or no longer."""
        ...

    def recall_preset(self, camera: str, preset: str, override_on_air: bool) -> None:  # noqa: FBT001 - a signal's value
        """Moves an own camera to a preset, on the air only where its lock was opened."""
        ...

    def give_order(self, command: AnyCommand) -> None:
        """Asks something of other sites."""
        ...

    def tick_check(self, stage: str, item: CheckItem, result: CheckResult, note: str, by: str) -> None:
        """Says what was found of an item of the check."""
        ...

    def ask_camera(self, camera: str, wish: object, override_on_air: bool) -> None:  # noqa: FBT001 - a signal's value
        """Does anything else with an own camera, moves it by hand among that."""
        ...

    def want_preset_picture(self, name: str) -> None:
        """Asks for the picture of a preset; it comes to `show_preset_picture`."""
        ...

    show_preset_picture: Callable[[str, bytes | None], object]


def connect_site(window: SatelliteWindow, endpoint: TechnicianActs) -> None:
    """Lets every act of the technician go to the endpoint."""

    def show_pictures(sizes: Mapping[str, QSize]) -> None:
        program, own, content = ((sizes[key].width(), sizes[key].height()) for key in ("program", "own", "content"))
        endpoint.show_pictures(program, own, content)

    window.microphone_wanted.connect(endpoint.press_microphone)
    window.floor_wanted.connect(endpoint.ask_floor)
    window.floor_wanted_for.connect(endpoint.ask_floor_for)
    window.ready_given.connect(endpoint.say_ready)
    window.speech_ended.connect(endpoint.end_speech)
    window.place_taken_back.connect(endpoint.take_back)
    window.incident_told.connect(endpoint.tell_incident)
    window.attendance_told.connect(endpoint.tell_who_is_there)
    window.invitation_given.connect(endpoint.use_invitation)
    window.devices_wanted.connect(endpoint.list_devices)
    window.devices_chosen.connect(endpoint.use_devices)
    window.test_wanted.connect(endpoint.play_test)
    window.presenting_wanted.connect(endpoint.present)
    window.preset_wanted.connect(endpoint.recall_preset)
    window.camera_asked.connect(endpoint.ask_camera)
    window.preset_pictures.wanted.connect(endpoint.want_preset_picture)
    endpoint.show_preset_picture = window.preset_pictures.take
    window.order_given.connect(endpoint.give_order)
    window.check_ticked.connect(endpoint.tick_check)
    window.views_changed.connect(show_pictures)
