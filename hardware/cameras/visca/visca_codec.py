"""VISCA packets: what is sent to a camera and what it answers, octet for octet.

Rule: no loop, no socket, no clock. A packet has 3 to 16 octets, begins with its address (`81` to the camera, `90` from
it) and ends with `FF`. Whatever arrives is read without raising: what is none of ours is `Ignored`. A reply behind line
noise, or behind the beginning of one that was cut off, is found.
Sources: Sony command lists EVI-H100S p. 25 to 29, EVI-D70 p. 32 and 38, ILME-FR7 p. 8 and 9, BRC-X400; PTZOptics list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

TO_CAMERA = 0x81
TERMINATOR = 0xFF
SHORTEST_PACKET = 3
LONGEST_PACKET = 16
"""Of what a camera sends; one command is longer, the absolute position of an ILME-FR7."""
NO_CODE = 0x00
"""Of an error that names none."""
Widths = tuple[int, int]
"""How many nibbles a camera writes for pan and for tilt."""
USUAL_WIDTHS: Widths = (4, 4)
WIDTHS = {8: USUAL_WIDTHS, 9: (5, 4), 10: (5, 5)}
"""By the octets of both: as usual; BRC-X1000, BRC-H800 and BRC-H700; ILME-FR7 and BRC-AM7."""


class ViscaError(IntEnum):
    """Error codes of `z0 6y ee FF` (ILME-FR7 p. 8, EVI-D70 p. 38); a camera may send others."""

    MESSAGE_LENGTH = 0x01
    SYNTAX = 0x02
    BUFFER_FULL = 0x03
    """Two commands are being executed already."""
    CANCELLED = 0x04
    NO_SOCKET = 0x05
    """Nothing to be cancelled: the command has ended."""
    NOT_EXECUTABLE = 0x41
    """Not now: standby, a menu is open, a preset that was never set."""


@dataclass(frozen=True, slots=True)
class Ack:
    """`z0 4y FF`: the command is taken into socket y; it has not been carried out."""

    socket: int


@dataclass(frozen=True, slots=True)
class Completion:
    """`z0 5y FF`: the command of socket y has been carried out (y = 0: without an Ack)."""

    socket: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`z0 5y … FF`: the answer to an inquiry, without address, socket and terminator."""

    payload: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """`z0 6y ee FF`; `code` is a `ViscaError` where it is a known one."""

    socket: int
    code: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """Network changes (`z0 38 FF`), notices of remote controls (`z0 07 … FF`), nonsense."""

    octets: bytes


Reply = Ack | Completion | Answer | Refusal | Ignored


def is_from_camera(octet: int) -> bool:
    """Returns whether an octet is the address of a reply: from camera 1 to 7, to any controller (`z0` to `z7`)."""
    return octet >= 0x90 and not octet & 0x08


def read_reply(packet: bytes) -> Reply:
    """Returns what a packet from a camera says, wherever in it the reply begins."""
    reply = _reply_from(packet)
    if isinstance(reply, Ack | Completion | Refusal) or (isinstance(reply, Answer) and max(reply.payload) < 0x80):
        return reply
    for length in (3, 4):
        last = _reply_from(packet[-length:])
        if len(packet) > length and isinstance(last, Ack | Completion | Refusal):
            return last
    if isinstance(reply, Answer):
        return reply
    found = (_reply_from(packet[place:]) for place in range(1, len(packet) - SHORTEST_PACKET))
    return next((later for later in found if isinstance(later, Answer)), reply)


def _reply_from(packet: bytes) -> Reply:
    """Returns what a packet says that begins with the reply."""
    if len(packet) < SHORTEST_PACKET or len(packet) > LONGEST_PACKET or packet[-1] != TERMINATOR:
        return Ignored(packet)
    if not is_from_camera(packet[0]):
        return Ignored(packet)
    kind, socket = packet[1] & 0xF0, packet[1] & 0x0F
    if kind == 0x40 and len(packet) == 3:
        return Ack(socket)
    if kind == 0x50:
        return Completion(socket) if len(packet) == 3 else Answer(packet[2:-1])
    if kind == 0x60 and len(packet) <= 4:
        return Refusal(socket, packet[2] if len(packet) == 4 else NO_CODE)
    return Ignored(packet)


class PacketSplitter:
    """Cuts a stream of octets into packets at `FF`; what stands before an address, or is too long, is dropped."""

    def __init__(self) -> None:
        self._begun = bytearray()

    def feed(self, octets: bytes) -> Iterator[bytes]:
        """Yields the packets that these octets complete."""
        for octet in octets:
            self._begun.append(octet)
            if octet == TERMINATOR:
                packet = bytes(self._begun)
                self._begun.clear()
                if len(packet) >= SHORTEST_PACKET:
                    yield packet
                continue
            if len(self._begun) >= LONGEST_PACKET:
                del self._begun[0]
            while self._begun and self._begun[0] < 0x80:
                del self._begun[0]


# ---------------------------------------------------------------- what is sent


def _packet(*octets: int) -> bytes:
    return bytes((TO_CAMERA, *octets, TERMINATOR))


def _nibbles(value: int, width: int) -> tuple[int, ...]:
    """Returns a number as octets `0p 0q …`, two's complement in `width` nibbles."""
    return tuple(value >> (4 * place) & 0x0F for place in reversed(range(width)))


IF_CLEAR = _packet(0x01, 0x00, 0x01)
"""Empties the sockets; answered by `z0 50 FF` without an Ack (EVI-H100S p. 29)."""
PAN_TILT_STOP = _packet(0x01, 0x06, 0x01, 0x01, 0x01, 0x03, 0x03)
ZOOM_STOP = _packet(0x01, 0x04, 0x07, 0x00)
PAN_TILT_RESET = _packet(0x01, 0x06, 0x05)
"""Lets the head find its stops again; it swings all the way."""
FOCUS_STOP = _packet(0x01, 0x04, 0x08, 0x00)
FOCUS_AUTO = _packet(0x01, 0x04, 0x38, 0x02)
FOCUS_MANUAL = _packet(0x01, 0x04, 0x38, 0x03)
POWER_ON = _packet(0x01, 0x04, 0x00, 0x02)

VERSION_INQUIRY = _packet(0x09, 0x00, 0x02)
POWER_INQUIRY = _packet(0x09, 0x04, 0x00)
PAN_TILT_INQUIRY = _packet(0x09, 0x06, 0x12)
ZOOM_INQUIRY = _packet(0x09, 0x04, 0x47)
LENS_INQUIRY = _packet(0x09, 0x7E, 0x7E, 0x00)
"""The lens block: what the lens is doing, and whether a memory is being recalled."""


def is_inquiry(packet: bytes) -> bool:
    """Returns whether a packet asks something (`8x 09 … FF`)."""
    return len(packet) > 1 and packet[1] == 0x09


def stops(packet: bytes) -> bool:
    """Returns whether a packet, to any camera, makes a head stand still or breaks something off."""
    return len(packet) == SHORTEST_PACKET or packet[1:] in (PAN_TILT_STOP[1:], ZOOM_STOP[1:], FOCUS_STOP[1:])


def memory_reset(slot: int) -> bytes:
    """Returns the packet that empties a memory slot (counted from 0)."""
    return _packet(0x01, 0x04, 0x3F, 0x00, slot)


def memory_set(slot: int) -> bytes:
    """Returns the packet that keeps the present position in a memory slot."""
    return _packet(0x01, 0x04, 0x3F, 0x01, slot)


def memory_recall(slot: int) -> bytes:
    """Returns the packet that moves to a memory slot."""
    return _packet(0x01, 0x04, 0x3F, 0x02, slot)


def pan_tilt_drive(pan_speed: int, tilt_speed: int) -> bytes:
    """Returns the packet that keeps the head turning; negative is left and down, 0 stands still in that direction.

    The amounts are the camera's own steps, 1 to 24 for pan and 1 to 20 or 23 for tilt; nothing at all is the stop.
    """
    if pan_speed == 0 and tilt_speed == 0:
        return PAN_TILT_STOP
    sideways = 0x03 if pan_speed == 0 else 0x01 if pan_speed < 0 else 0x02
    upwards = 0x03 if tilt_speed == 0 else 0x01 if tilt_speed > 0 else 0x02
    return _packet(0x01, 0x06, 0x01, max(1, abs(pan_speed)), max(1, abs(tilt_speed)), sideways, upwards)


def zoom_drive(speed: int) -> bytes:
    """Returns the packet that keeps the zoom moving: 1 to 8 nearer, -1 to -8 wider, 0 stops.

    On the wire the slowest speed is 0, which is not the stop.
    """
    if speed == 0:
        return ZOOM_STOP
    return _packet(0x01, 0x04, 0x07, (0x20 if speed > 0 else 0x30) | min(7, abs(speed) - 1))


def focus_drive(speed: int) -> bytes:
    """Returns a packet that keeps focusing: `speed` -8 to 8, farther is positive, 0 stops (`01 04 08 2p/3p`)."""
    if speed == 0:
        return FOCUS_STOP
    return _packet(0x01, 0x04, 0x08, (0x20 if speed > 0 else 0x30) + abs(speed) - 1)


def pan_tilt_absolute(pan: int, tilt: int, *, pan_speed: int, tilt_speed: int, widths: Widths = USUAL_WIDTHS) -> bytes:
    """Returns the packet that turns the head to a position, written as wide as the camera tells its own.

    15 octets as usual, 16 for a BRC-X1000, 17 for an ILME-FR7 (their command lists, "Absolute Position").
    """
    place = (*_nibbles(pan, widths[0]), *_nibbles(tilt, widths[1]))
    return _packet(0x01, 0x06, 0x02, pan_speed, tilt_speed, *place)


def zoom_direct(zoom: int) -> bytes:
    """Returns the packet that moves the zoom to a position."""
    return _packet(0x01, 0x04, 0x47, *_nibbles(zoom, 4))


def cancel(socket: int) -> bytes:
    """Returns the packet that breaks off the command of a socket (1 or 2)."""
    return bytes((TO_CAMERA, 0x20 | socket, TERMINATOR))


# ---------------------------------------------------------------- what inquiries answer


def read_pan_tilt(payload: bytes) -> tuple[int, int] | None:
    """Returns pan and tilt, None when it is no such answer.

    Four nibbles each as usual, five for pan (BRC-X1000), five for both (FR7, AM7); two's complement in its width.
    """
    widths = WIDTHS.get(len(payload))
    if widths is None or any(octet > 0x0F for octet in payload):
        return None
    return _signed(payload[: widths[0]]), _signed(payload[widths[0] :])


def read_zoom(payload: bytes) -> int | None:
    """Returns the zoom's position, None when it is no such answer."""
    if len(payload) != 4 or any(octet > 0x0F for octet in payload):
        return None
    return _unsigned(payload)


def read_power(payload: bytes) -> bool | None:
    """Returns whether the camera is switched on (02) or in standby (03), None when it does not say."""
    return {0x02: True, 0x03: False}.get(payload[0]) if len(payload) == 1 else None


def read_lens_moving(payload: bytes) -> bool | None:
    """Returns whether a recall is being carried out or the zoom moves, None when it is no lens block.

    The 14th octet of the packet: bit 2 memory recall, bit 1 focus, bit 0 zoom (SRG-300SE, BRC-X400).
    """
    return bool(payload[11] & 0b101) if len(payload) == 13 else None


@dataclass(frozen=True, slots=True)
class Version:
    """Answer to the version inquiry: vendor (0001 is Sony), model and ROM as numbers, and the number of sockets."""

    vendor: int
    model: int
    rom: int
    sockets: int


def read_version(payload: bytes) -> Version | None:
    """Returns what a camera says of itself, None when it is no such answer."""
    if len(payload) != 7:
        return None
    return Version(
        vendor=int.from_bytes(payload[0:2]),
        model=int.from_bytes(payload[2:4]),
        rom=int.from_bytes(payload[4:6]),
        sockets=payload[6],
    )


def _unsigned(nibbles: bytes) -> int:
    value = 0
    for nibble in nibbles:
        value = value << 4 | nibble
    return value


def _signed(nibbles: bytes) -> int:
    value, bits = _unsigned(nibbles), 4 * len(nibbles)
    return value - (1 << bits) if value >> (bits - 1) else value
