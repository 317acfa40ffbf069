"""What an endpoint needs from others: a way to join, a codec for the control channel, pictures, sound, and who watches.

Rule: the composition root puts the pieces together; the endpoint knows neither HTTP nor the simulator.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import av
import numpy as np
from numpy.typing import NDArray

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.sites.site_messages import FromSiteMessage, ToSiteMessage
from console.trouble import Told, Trouble

Samples = NDArray[np.int16]
"""Sound: 16 bit, mono, 48 kHz."""

BLOCK_SAMPLES = 960
"""One block of sound is 20 ms, what one Opus packet carries."""

DeliverSound = Callable[[Samples], None]
"""Takes one block; called on the event loop."""


class JoinFailed(Told):
    """The bridge could not be reached or turned the site away; a trouble for the technician.

    `refused` tells that somebody must act (a revoked credential, another device on this site): trying again soon does
    not help.
    """

    def __init__(self, why: Trouble | str, *, refused: bool = False) -> None:
        super().__init__(why)
        self.text = str(why)
        self.refused = refused


class Joiner(Protocol):
    """How a site's offer becomes a connection; one joiner belongs to one site's credential."""

    async def join(self, offer_sdp: str) -> str:
        """Returns the bridge's answer.

        Raises JoinFailed.
        """
        ...

    async def is_held(self) -> bool | None:
        """Tells whether the bridge still has the newest connection; None when it cannot be asked. Never raises."""
        ...

    async def leave(self) -> None:
        """Tells the bridge that the newest connection has ended; never raises and takes two seconds at most."""
        ...


@dataclass(frozen=True, slots=True)
class ControlCodec:
    """The text form of control messages; `decode` raises ValueError for what is none."""

    encode: Callable[[FromSiteMessage], str]
    decode: Callable[[str], ToSiteMessage]


class PictureSource(Protocol):
    """Where a site's pictures come from."""

    def picture(self, width: int, height: int) -> av.VideoFrame | None:
        """Returns the newest picture in this size (yuv420p), None when there is none; called on the picture thread."""
        ...

    def close(self) -> None:
        """Lets the camera go."""
        ...


class SoundSource(Protocol):
    """Where a site's sound comes from; all calls on the event loop."""

    def start(self, deliver: DeliverSound) -> None:
        """Begins to deliver a block every 20 ms."""
        ...

    def stop(self) -> None:
        """Ends the delivery; may be started again."""
        ...

    def close(self) -> None:
        """Lets the microphone go."""
        ...


class ProgramScreen(Protocol):
    """Who looks at the program a site receives."""

    @property
    def wanted(self) -> bool:
        """Whether pictures are looked at now; read for every picture, so it must be quick."""
        ...

    def show(self, frame: av.VideoFrame) -> None:
        """Takes the newest program picture; called on the decoding thread."""
        ...


class ProgramEar(Protocol):
    """Who hears the program a site receives."""

    def hear(self, block: Samples) -> None:
        """Takes the next 20 ms; called on the event loop."""
        ...


class ProgramPlayer(Protocol):
    """What plays the program: pulls blocks at its own pace (a sound card, or a clock where there is none)."""

    @property
    def starved_blocks(self) -> int:
        """How often the next 20 ms were not ready when they had to be played."""
        ...

    @property
    def delay_seconds(self) -> float:
        """How long after it was pulled a block is heard."""
        ...

    def attach(self, source: Callable[[], Samples] | None) -> None:
        """Pulls 20 ms at a time from `source` on the event loop from now on; None ends it."""
        ...


class PresetCamera(Protocol):
    """A camera with presets; its driver answers every request once, through `SiteAgent.camera_reported`."""

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera and its presets now."""
        ...

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset."""
        ...

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does anything else."""
        ...


class EndpointWatcher(Protocol):
    """Who is told that something about the endpoint has changed (a satellite's window, a test)."""

    def endpoint_changed(self) -> None:
        """Called on the event loop after every change of the endpoint's state."""
        ...
