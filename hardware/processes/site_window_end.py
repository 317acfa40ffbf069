"""The window's end of the wire to its endpoint process, without the pipe: octets in, states out, acts as lines.

Rule: no Qt and no process here. A line that cannot be understood is dropped; of several states the newest is the state.
"""

from collections.abc import Callable
from contextlib import suppress

import msgspec

from hardware.processes import site_wire_messages as messages


class SiteWindowEnd:
    """Writes what the technician does with `write`, hands every new state to `show`."""

    def __init__(self, write: Callable[[bytes], object], show: Callable[[messages.SiteShown], None]) -> None:
        self._write, self._show = write, show
        self._pending = b""
        self._ready = False

    def take(self, octets: bytes) -> None:
        """Takes what the endpoint wrote, in pieces of any size."""
        *lines, self._pending = (self._pending + octets).split(b"\n")
        for line in reversed(lines):
            with suppress(msgspec.DecodeError):
                self._show_newest(msgspec.json.decode(line, type=messages.SiteShown))
                return

    def press_microphone(self, wants_open: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks to open or close the microphone."""
        self._do(messages.PressMicrophone(open=wants_open))

    def ask_floor(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks for the floor, or takes the request back."""
        self._do(messages.AskFloor(wanted=wanted))

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

    def show_pictures(self, program: tuple[int, int], own: tuple[int, int]) -> None:
        """Names the sizes of the two pictures on the screen, in physical pixels; 0: not shown."""
        self._do(messages.ShowPictures(program=program, own=own))

    def _do(self, act: messages.AnyAct) -> None:
        self._write(msgspec.json.encode(act) + b"\n")

    def _show_newest(self, shown: messages.SiteShown) -> None:
        self._ready = self._ready and shown.on_deck
        self._show(msgspec.structs.replace(shown, ready=self._ready))
