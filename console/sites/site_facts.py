"""What a site's program knows of its own room and its own reports, as its window shows it.

Rule: facts only, as of the last telling; ages are worked out from the clock when they are painted.
"""

from enum import StrEnum

import msgspec

from console.cameras.camera_entries import PresetAct
from console.trouble import Trouble
from console.words import Outcome, Reason


class ReportFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A report to the bridge: on its way as long as it has no outcome."""

    wish_id: str
    text: str = ""
    made_ms: int
    """Wall clock of the site."""
    outcome: Outcome | None = None
    reason: Reason | None = None


class DeviceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Which devices a site uses, by name; None is the system's own."""

    camera: str | None = None
    microphone: str | None = None
    loudspeaker: str | None = None


class DeviceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is plugged in, as listed when somebody looked, and what is in use."""

    cameras: tuple[str, ...] = ()
    microphones: tuple[str, ...] = ()
    loudspeakers: tuple[str, ...] = ()
    chosen: DeviceChoice = DeviceChoice()


class DeviceTrial(msgspec.Struct, frozen=True, kw_only=True):
    """What devices did when they were tried for some seconds."""

    picture: bool = False
    heard_dbov: int | None = None
    """The loudest that the microphone heard; None: there is no microphone."""
    played: bool = False
    """A tone went to a loudspeaker."""
    troubles: tuple[Trouble, ...] = ()


class EchoVerdict(StrEnum):
    """What an echo test says of a room in one word."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    NOT_HEARD = "not_heard"
    """The microphone did not hear the loudspeaker."""
    NO_SOUND = "no_sound"
    """There is no card to play or to listen with."""


class SoundTest(StrEnum):
    """What is being played into the room."""

    TONE = "tone"
    ECHO = "echo"


class EchoFacts(msgspec.Struct, frozen=True, kw_only=True):
    """How much softer than the loudspeaker's signal its echo leaves the room, in dB."""

    verdict: EchoVerdict
    return_loss_db: float | None = None
    at_ms: int = 0


class PresetAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of what the technician asked of an own camera last; `saved` tells a save from a recall."""

    camera: str
    preset: str
    saved: bool
    act: PresetAct | None = None
    """What was done to the preset; None: it was recalled."""
    arrived: bool | None = None
    """None: still on its way."""
    reason: Reason | None = None
    by_hand: bool = False
    """It was moved by hand: `arrived` says that the camera has taken that, not that it stands."""
    number: int = 0
    """Counts what was asked, so that two alike are told apart; a move by hand that is asked for again counts once."""
    pause_ends_ms: int | None = None
    """Until when the program leaves the camera alone for it, on the wall clock; None: it moved nothing."""
