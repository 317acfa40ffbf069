"""The shell around one VISCA camera: a wire, a clock, and one rhythm: feed, process, transmit.

Rule: it decides nothing; everything about the camera is in `visca_head`, everything about the way in `wires`.
"""

import asyncio
from collections.abc import Callable

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink, CameraStage
from hardware.cameras.head import HeadEnd, Position, Target, Velocity
from hardware.cameras.visca.delivery import Delivery
from hardware.cameras.visca.pace import Pace
from hardware.cameras.visca.raw_delivery import RawDelivery
from hardware.cameras.visca.shared_port import FixedPortWire
from hardware.cameras.visca.sony_delivery import SonyDelivery
from hardware.cameras.visca.visca_head import ViscaHead
from hardware.cameras.visca.wires import TcpWire, UdpWire, Wire


class ViscaDriver:
    """Drives the camera of one profile from the running event loop."""

    def __init__(
        self, profile: CameraProfile, *, ended: Callable[[HeadEnd], None], changed: Callable[[], None]
    ) -> None:
        """`ended` is called once for every request, `changed` after every change of what the properties tell."""
        self._ended, self._changed = ended, changed
        self._loop = asyncio.get_running_loop()
        self._wire = wire_of(profile)
        self._head = ViscaHead(profile, delivery_of(profile), loses=_loses_commands(profile))
        # A serial line keeps its own distance between packets.
        self._pace = Pace(0.0 if profile.framing is Framing.SERIAL else profile.min_gap_ms / 1000)
        self._timer: asyncio.TimerHandle | None = None
        self._pacing: asyncio.TimerHandle | None = None
        self._worn_out = False
        self._told = (self.link, self.abilities, self.standing, self.stage, self.model)

    def open(self) -> None:
        """Begins to look for the camera."""
        self._wire.open(self)

    @property
    def link(self) -> CameraLink:
        """Whether the camera can be used."""
        return self._head.link

    @property
    def model(self) -> str:
        """What the camera says to be."""
        return self._head.model

    @property
    def abilities(self) -> tuple[CameraAbility, ...]:
        """What it can do, as far as it has shown."""
        return self._head.abilities

    @property
    def standing(self) -> Position | None:
        """Where the head stood when it was last asked while nothing of ours moved it."""
        return self._head.standing

    @property
    def stage(self) -> CameraStage | None:
        """How far the move to a preset is, None while there is none."""
        return self._head.stage

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, target: Target) -> None:
        """Moves to a preset's place."""
        self._head.recall(request_id, target, self._loop.time())
        self._transmit()

    def save(self, request_id: str, slot: int, *, slug: str = "") -> None:
        """Keeps the present place in a memory."""
        self._head.save(request_id, slot, self._loop.time())
        self._transmit()

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float) -> None:
        """Keeps moving by hand for a while."""
        self._head.drive(request_id, velocity, hold_seconds, self._loop.time())
        self._transmit()

    def recalibrate(self, request_id: str) -> None:
        """Lets the head find its stops again."""
        self._head.recalibrate(request_id, self._loop.time())
        self._transmit()

    def focus_automatically(self, request_id: str) -> None:
        """Leaves the focus to the camera."""
        self._head.focus_automatically(request_id, self._loop.time())
        self._transmit()

    def switch_on(self, request_id: str) -> None:
        """Wakes the camera from standby."""
        self._head.switch_on(request_id, self._loop.time())
        self._transmit()

    def stop(self, request_id: str | None) -> None:
        """Stands still."""
        self._head.stop(request_id, self._loop.time())
        self._transmit()

    def close(self) -> None:
        """Stops the camera and lets it go; what is under way is told as failed."""
        self.stop(None)
        self._head.lost()
        self._transmit()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._pacing is not None:
            self._pacing.cancel()
            for octets in self._pace.rest():
                self._wire.send(octets)
        self._wire.close()

    # ------------------------------------------------------------ the wire tells

    def connected(self) -> None:
        """There is a fresh way to the camera."""
        self._head.connected(self._loop.time())
        self._transmit()

    def received(self, octets: bytes) -> None:
        """Something came from the camera."""
        self._head.receive(octets, self._loop.time())
        self._transmit()

    def lost(self) -> None:
        """The way has ended."""
        self._head.lost()
        self._transmit()

    # ------------------------------------------------------------ the rhythm

    def _send(self, packets: list[bytes]) -> None:
        """Sends what may go now, as far as the camera wants a least time between two packets."""
        for octets in self._pace.pass_on(packets, self._loop.time()):
            self._wire.send(octets)
        if self._pace.due is not None and self._pacing is None:
            self._pacing = self._loop.call_at(self._pace.due, self._go_on)

    def _go_on(self) -> None:
        self._pacing = None
        self._send([])

    def _tick(self) -> None:
        self._timer = None
        self._head.tick(self._loop.time())
        self._transmit()

    def _transmit(self) -> None:
        """Sends what there is to send, tells what has ended, and looks when it is needed next."""
        self._send(self._head.take_outgoing())
        worn_out, before = self._head.worn_out, self._worn_out
        self._worn_out = worn_out
        if worn_out and not before:
            self._wire.renew()
        for end in self._head.take_ends():
            self._ended(end)
        known = (self.link, self.abilities, self.standing, self.stage, self.model)
        if known != self._told:
            self._told = known
            self._changed()
        if self._timer is not None:
            self._timer.cancel()
        due = self._head.next_due()
        self._timer = None if due is None else self._loop.call_at(max(due, self._loop.time()), self._tick)


def _loses_commands(profile: CameraProfile) -> bool:
    """Returns whether a command may get lost without the delivery noticing."""
    return profile.framing.loses and (not profile.framing.sony_header or profile.late_ack)


def wire_of(profile: CameraProfile) -> Wire:
    """Returns the way to a camera."""
    if profile.framing is Framing.SERIAL:
        # Loaded with the first such camera.
        from hardware.cameras.visca.serial_wire import SerialWire

        gap_seconds = profile.min_gap_ms / 1000
        return SerialWire(profile.serial_port, profile.serial_address, profile.baud, gap_seconds)
    if not profile.framing.loses:
        return TcpWire(profile.host, profile.wire_port)
    if profile.reply_port is not None:
        return FixedPortWire(profile.host, profile.wire_port, profile.reply_port)
    return UdpWire(profile.host, profile.wire_port)


def delivery_of(profile: CameraProfile) -> Delivery:
    """Returns the rules of sending over that way."""
    if profile.framing.sony_header:
        return SonyDelivery(
            checks_sequence=profile.checks_sequence,
            stream=not profile.framing.loses,
            late_ack=profile.late_ack,
        )
    return RawDelivery(loses=profile.framing.loses)
