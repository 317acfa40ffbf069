"""The window's end of the wire to its endpoint process, without the pipe: octets in, states out, acts as lines.

Rule: no Qt and no process here. A line that cannot be understood is dropped; of several states the newest is the state.
"""

from collections.abc import Callable
from contextlib import suppress

import msgspec

from console.cameras.camera_wishes import CameraWish
from console.checks.check_words import CheckItem, CheckResult
from console.commands import AnyCommand
from console.sites.site_facts import DeviceChoice, SoundTest
from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind, trouble
from hardware.processes.site import site_wire_messages as messages

PICTURE_BEGINS = b'{"shows":"preset_picture"'
"""How a line begins that holds a picture and not the state."""


class SiteWindowEnd:
    """Writes what the technician does with `write`, hands every new state to `show`."""

    def __init__(self, write: Callable[[bytes], object], show: Callable[[SiteStanding], None]) -> None:
        self._write, self._show = write, show
        self.show_preset_picture: Callable[[str, bytes | None], object] = lambda _name, _jpeg: None
        """Takes the picture of a preset that was asked for; None: there is none."""
        self._pending = b""
        self._ready = False
        self._joined = False
        """Whether the endpoint of this life has been in the meeting."""
        self._last = SiteStanding()
        self._pictures: messages.ShowPictures | None = None

    def take(self, octets: bytes) -> None:
        """Takes what the endpoint wrote, in pieces of any size."""
        *lines, self._pending = (self._pending + octets).split(b"\n")
        for line in [line for line in lines if line.startswith(PICTURE_BEGINS)]:
            lines.remove(line)
            with suppress(msgspec.DecodeError):
                picture = msgspec.json.decode(line, type=messages.PresetPicture)
                self.show_preset_picture(picture.name, picture.jpeg)
        for line in reversed(lines):
            with suppress(msgspec.DecodeError):
                self._show_newest(msgspec.json.decode(line, type=SiteStanding))
                return

    def press_microphone(self, wants_open: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks to open or close the microphone."""
        self._do(messages.PressMicrophone(open=wants_open))

    def ask_floor(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks for the floor, or takes the request back."""
        self._do(messages.AskFloor(wanted=wanted))

    def ask_floor_for(self, person: str) -> None:
        """Asks for the floor for a named speaker."""
        self._do(messages.AskFloor(wanted=True, person=person))

    def say_ready(self) -> None:
        """Says Ready for the site on deck."""
        self._ready = True
        self._do(messages.SayReady())

    def end_speech(self) -> None:
        """Ends the site's own speech."""
        self._do(messages.EndSpeech())

    def take_back(self) -> None:
        """Takes the site's place back from the computer that replaced this one."""
        self._do(messages.TakeBack())

    def tell_incident(self, text: str, opened_ms: object = None) -> None:
        """Reports that something went wrong in the room, noticed at a moment of the wall clock (None: now)."""
        noticed_ms = opened_ms if isinstance(opened_ms, int) else None
        self._do(messages.TellIncident(text=text, opened_ms=noticed_ms))

    def tell_who_is_there(self, head_count: object, in_charge: str) -> None:
        """Says how many sit in the room (None: not counted) and who is in charge."""
        count = head_count if isinstance(head_count, int) else None
        self._do(messages.TellWhoIsThere(head_count=count, in_charge=in_charge))

    def tick_check(self, stage: str, item: CheckItem, result: CheckResult, note: str, by: str) -> None:
        """Says what was found of an item of the check."""
        self._do(messages.TickItem(stage=stage, item=item, result=result, note=note, by=by))

    def give_order(self, command: AnyCommand) -> None:
        """Asks something of other sites, as far as it was delegated."""
        self._do(messages.GiveOrder(command=command))

    def use_invitation(self, text: str) -> None:
        """Joins with an invitation: its text, or the path of its file."""
        self._do(messages.UseInvitation(text=text))

    def list_devices(self) -> None:
        """Asks what is plugged in."""
        self._do(messages.ListDevices())

    def use_devices(self, devices: DeviceChoice) -> None:
        """Opens other devices and joins anew."""
        self._do(messages.UseDevices(devices=devices))

    def play_test(self, test: SoundTest | None) -> None:
        """Plays a test into the room; None ends it."""
        self._do(messages.PlayTest(test=test))

    def present(self, presents: bool, path: str) -> None:  # noqa: FBT001 - a signal's value
        """Shows this machine's screen (no path) or a film to everybody, or no longer."""
        self._do(messages.Present(presents=presents, path=path))

    def recall_preset(self, camera: str, preset: str, override_on_air: bool) -> None:  # noqa: FBT001 - a signal's value
        """Moves an own camera to a preset."""
        self._do(messages.RecallOwnPreset(camera=camera, preset=preset, override_on_air=override_on_air))

    def ask_camera(self, camera: str, wish: object, override_on_air: bool) -> None:  # noqa: FBT001 - a signal's value
        """Does anything else with an own camera: a `CameraWish`."""
        if isinstance(wish, CameraWish):
            self._do(messages.AskOwnCamera(camera=camera, wish=wish, override_on_air=override_on_air))

    def want_preset_picture(self, name: str) -> None:
        """Asks for the picture of a preset."""
        self._do(messages.WantPresetPicture(name=name))

    def show_pictures(self, program: tuple[int, int], own: tuple[int, int], content: tuple[int, int] = (0, 0)) -> None:
        """Names the sizes of the pictures on the screens, in physical pixels; 0: not shown."""
        self._pictures = messages.ShowPictures(program=program, own=own, content=content)
        self._do(self._pictures)

    def lose(self) -> bool:
        """Takes that the endpoint is gone: shows that nothing goes out of the room; tells whether it had joined."""
        joined, self._joined, self._pending, self._ready = self._joined, False, b"", False
        last = self._last
        gone = SiteStanding(
            troubles=(trouble(TroubleKind.ENDPOINT_ENDED),),
            site_name=last.site_name,
            site_number=last.site_number,
            main_name=last.main_name,
            main_word=last.main_word,
            main_word_english=last.main_word_english,
            title=last.title,
            has_microphone=last.has_microphone,
            attempt=1,
        )
        self._show_newest(gone)
        return joined

    def tell_again(self) -> None:
        """Tells a new endpoint what the old one knew of this window."""
        if self._pictures is not None:
            self._do(self._pictures)

    def _do(self, act: messages.AnyAct) -> None:
        self._write(msgspec.json.encode(act) + b"\n")

    def _show_newest(self, shown: SiteStanding) -> None:
        self._joined, self._last = self._joined or shown.joined, shown
        self._ready = self._ready and shown.on_deck
        self._show(msgspec.structs.replace(shown, ready=self._ready))
