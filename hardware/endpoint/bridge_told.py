"""What the bridge has told a site of itself over one connection: who and where it is, who speaks, how it is seen.

Rule: only what is shown stands here, nothing of it is obeyed; moments are kept on this machine's clock.
"""

from dataclasses import dataclass
from typing import assert_never

from console.checks.check_messages import ShowCheck
from console.control.control_messages import ShowControl
from console.office.meeting import Confidentiality
from console.sites.site_messages import (
    ShowLine,
    ShowPlace,
    ShowPresented,
    ShowRecording,
    ShowSound,
    ShowSpeaker,
    Welcome,
)
from hardware.endpoint.own_clock import control_on_own_clock, on_own_clock, speaker_on_own_clock

ToShow = (
    Welcome | ShowPlace | ShowLine | ShowSound | ShowSpeaker | ShowCheck | ShowControl | ShowRecording | ShowPresented
)


@dataclass(slots=True)
class BridgeTold:
    """The newest of each kind; None until it has come."""

    welcome: Welcome | None = None
    place: ShowPlace | None = None
    line: ShowLine | None = None
    sound: ShowSound | None = None
    speaker: ShowSpeaker | None = None
    check: ShowCheck | None = None
    control: ShowControl | None = None
    recorded: bool = False
    presented: bool = False

    @property
    def confidentiality(self) -> Confidentiality | None:
        """The meeting's, None as long as nothing has been said."""
        return None if self.welcome is None else self.welcome.confidentiality

    @property
    def on_call(self) -> bool:
        """Whether the site is on deck or on the podium."""
        return self.place is not None and (self.place.on_deck or self.place.on_podium)

    def take(self, message: ToShow, now_ms: int) -> None:
        """Keeps a message; `now_ms` is this machine's wall clock."""
        match message:
            case Welcome():
                self.welcome = message
            case ShowPlace():
                self.place = on_own_clock(message, now_ms)
            case ShowLine():
                self.line = message
            case ShowSound():
                self.sound = message
            case ShowCheck():
                self.check = message
            case ShowSpeaker():
                self.speaker = speaker_on_own_clock(message, now_ms)
            case ShowControl():
                self.control = control_on_own_clock(message, now_ms)
            case ShowRecording():
                self.recorded = message.recorded
            case ShowPresented():
                self.presented = message.shown
            case _:
                assert_never(message)
