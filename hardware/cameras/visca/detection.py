"""Finds out how a camera at an address is spoken to: which framing, which port, what it answers, which model it is.

Rules: it only asks (version, power, position, zoom, lens block) and moves nothing; everything that is tried has its own
socket and its own deadline, all at a time, and all are closed in the end. No port of ours is bound but what the system
gives; a camera that answers to a fixed port is only found when the caller allows that port to be bound.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from console.cameras.camera_profile import CameraProfile, Framing
from hardware.cameras.visca.delivery import Answered, NotAnswered, Refused, Ticket
from hardware.cameras.visca.known_models import model_of, name_of
from hardware.cameras.visca.sony_header_codec import NotViscaOverIp, PayloadType, unpack
from hardware.cameras.visca.visca_codec import (
    LENS_INQUIRY,
    PAN_TILT_INQUIRY,
    POWER_INQUIRY,
    VERSION_INQUIRY,
    ZOOM_INQUIRY,
    Version,
    read_lens_moving,
    read_pan_tilt,
    read_power,
    read_version,
    read_zoom,
)
from hardware.cameras.visca.visca_driver import delivery_of, wire_of

FIRST_ANSWER_SECONDS: Final = 2.5
ALL_ANSWERS_SECONDS: Final = 6.0
SERIAL_SECONDS: Final = 4.0
SONY_PORT, RAW_TCP_PORT, RAW_UDP_PORT = 52381, 5678, 1259
USUAL_WAYS: Final = (
    (Framing.SONY_UDP, SONY_PORT),
    (Framing.RAW_TCP, RAW_TCP_PORT),
    (Framing.RAW_UDP, RAW_UDP_PORT),
    (Framing.SONY_TCP, SONY_PORT),
    (Framing.RAW_TCP, SONY_PORT),
    (Framing.RAW_UDP, SONY_PORT),
)
"""What cameras of the usual makers speak, the surer ways first."""
BAUDS: Final = (9600, 38400)
SERIAL_ADDRESSES: Final = range(1, 8)
QUESTIONS: Final = (VERSION_INQUIRY, POWER_INQUIRY, PAN_TILT_INQUIRY, ZOOM_INQUIRY, LENS_INQUIRY)
AROUND_OCTETS: Final = 3


@dataclass(frozen=True, slots=True)
class FoundCamera:
    """A camera that answered; `profile` is what to begin with, its name is the caller's."""

    profile: CameraProfile
    version: Version | None
    model: str
    """Its name in the manufacturer's list, or vendor and model as numbers; empty where it does not say."""
    on: bool | None
    """Whether it is switched on; None where it does not say."""
    tells_position: bool
    tells_zoom: bool
    tells_lens: bool


@dataclass(slots=True)
class _Answers:
    """What one way brought."""

    said: dict[bytes, bytes | None] = field(default_factory=dict[bytes, bytes | None])
    """Answers by question; None is refused or left open."""
    own_numbers: bool = False

    @property
    def any(self) -> bool:
        return any(payload is not None for payload in self.said.values())


async def detect(
    host: str, *, camera: str, port: int | None = None, reply_port: int | None = None
) -> FoundCamera | None:
    """Returns how the camera at an address is spoken to, None when nothing there speaks VISCA.

    With `port` only that port is tried, in every framing. `reply_port` is bound here for as long as this takes, for
    cameras that answer to a fixed port; raises nothing when another program holds it, and finds nothing then.
    """
    ways = USUAL_WAYS if port is None else tuple((framing, port) for framing, _ in USUAL_WAYS[:4])
    profiles = [
        CameraProfile(camera=camera, host=host, port=wire_port, framing=framing, reply_port=reply_port)
        for framing, wire_port in ways
        if reply_port is None or framing.loses
    ]
    found = await asyncio.gather(*(_ask(profile, FIRST_ANSWER_SECONDS) for profile in profiles))
    return next((_found(profile, said) for profile, said in zip(profiles, found, strict=True) if said.any), None)


async def detect_serial(serial_port: str, *, camera: str) -> list[FoundCamera]:
    """Returns the cameras that answer on a serial line, in the order of the cable; none when nothing comes back."""
    for baud in BAUDS:
        profiles = [
            CameraProfile(
                camera=f"{camera}-{address}",
                framing=Framing.SERIAL,
                serial_port=serial_port,
                serial_address=address,
                baud=baud,
            )
            for address in SERIAL_ADDRESSES
        ]
        said = await asyncio.gather(*(_ask(profile, SERIAL_SECONDS) for profile in profiles))
        found = [_found(profile, answers) for profile, answers in zip(profiles, said, strict=True) if answers.any]
        if found:
            return found
    return []


def serial_ports() -> Sequence[str]:
    """Returns the serial ports of this machine by name."""
    from serial.tools.list_ports import comports

    return sorted(port.device for port in comports())


async def _ask(profile: CameraProfile, first_seconds: float) -> _Answers:
    """Asks everything over one way; what is not answered in time stays open."""
    asker = _Asker(profile)
    try:
        async with asyncio.timeout(first_seconds):
            await asker.first.wait()
        async with asyncio.timeout(ALL_ANSWERS_SECONDS):
            await asker.done.wait()
    except TimeoutError:
        pass
    finally:
        asker.close()
    return asker.answers


class _Asker:
    """Asks the questions one after the other over one wire."""

    def __init__(self, profile: CameraProfile) -> None:
        self.answers = _Answers()
        self.first, self.done = asyncio.Event(), asyncio.Event()
        self._sony = profile.framing.sony_header
        self._loop = asyncio.get_running_loop()
        # Whatever number an answer has, it is heard.
        self._delivery = delivery_of(replace(profile, checks_sequence=False))
        self._wire = wire_of(profile)
        self._asked: dict[Ticket, bytes] = {}
        self._numbers: set[int] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._wire.open(self)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._wire.close()

    def connected(self) -> None:
        self._delivery.open(self._loop.time())
        self._asked = {self._delivery.submit(question, self._loop.time()): question for question in QUESTIONS}
        self._transmit()

    def received(self, octets: bytes) -> None:
        if self._sony and self._is_numbered_otherwise(octets):
            self.answers.own_numbers = True
        self._delivery.receive(octets, self._loop.time())
        self._transmit()

    def lost(self) -> None:
        """Another attempt begins by itself; the deadline ends it."""

    def _is_numbered_otherwise(self, octets: bytes) -> bool:
        try:
            datagram = unpack(octets)
        except NotViscaOverIp:
            return False
        return datagram.kind == PayloadType.REPLY and datagram.sequence not in self._numbers

    def _tick(self) -> None:
        self._timer = None
        self._delivery.tick(self._loop.time())
        self._transmit()

    def _transmit(self) -> None:
        for octets in self._delivery.take_outgoing():
            if self._sony:
                self._numbers.add(unpack(octets).sequence)
            self._wire.send(octets)
        self._take_answers()
        if self._timer is not None:
            self._timer.cancel()
        due = self._delivery.next_due()
        self._timer = None if due is None else self._loop.call_at(max(due, self._loop.time()), self._tick)

    def _take_answers(self) -> None:
        for event in self._delivery.take_events():
            question = self._asked.pop(event.ticket, None)
            if question is None:
                continue
            if isinstance(event, Answered | Refused):
                self.first.set()
            if isinstance(event, Answered | Refused | NotAnswered):
                self.answers.said[question] = event.payload if isinstance(event, Answered) else None
            if not self._asked:
                self.done.set()


def _found(profile: CameraProfile, answers: _Answers) -> FoundCamera:
    """Returns what the answers say, with a profile that fits them."""
    said = {question: payload or b"" for question, payload in answers.said.items()}
    version = read_version(said.get(VERSION_INQUIRY, b""))
    place = said.get(PAN_TILT_INQUIRY, b"")
    model = model_of(version)
    fitting = replace(profile, checks_sequence=not answers.own_numbers)
    if model is not None:
        fitting = replace(fitting, last_slot=model.last_slot, fastest_tilt=model.fastest_tilt)
    if read_pan_tilt(place) is not None and len(place) != 8:
        fitting = replace(fitting, position_octets=len(place) + AROUND_OCTETS)
    return FoundCamera(
        profile=fitting,
        version=version,
        model=name_of(version),
        on=read_power(said.get(POWER_INQUIRY, b"")),
        tells_position=read_pan_tilt(place) is not None,
        tells_zoom=read_zoom(said.get(ZOOM_INQUIRY, b"")) is not None,
        tells_lens=read_lens_moving(said.get(LENS_INQUIRY, b"")) is not None,
    )
