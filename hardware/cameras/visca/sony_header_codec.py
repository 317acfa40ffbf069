"""VISCA over IP as Sony frames it: eight octets before each packet, in UDP datagrams to port 52381.

Rule: no loop, no socket, no clock. Type, length (1 to 16) and sequence number stand big endian before the payload; the
camera repeats the number of a command in its Ack and in its Completion.
Sources: Sony BRC-X400 command list p. 12 and 13, ILME-FR7 p. 9, EVP230N p. 41.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

HEADER = struct.Struct(">HHI")
LONGEST_PAYLOAD = 16
"""Of a reply."""
END_OF_PACKET = 0xFF
LARGEST_SEQUENCE = 0xFFFF_FFFF

RESET = b"\x01"
"""Payload of a control command: begin to count again; the answer has the same payload."""
SEQUENCE_ERROR = b"\x0f\x01"
"""To a number sent for the first time: out of step. To a retransmission: the command has been performed."""
MESSAGE_ERROR = b"\x0f\x02"
ERROR = 0x0F
"""First octet of every error about the header."""


class PayloadType(IntEnum):
    COMMAND = 0x0100
    INQUIRY = 0x0110
    REPLY = 0x0111
    DEVICE_SETTING = 0x0120
    CONTROL = 0x0200
    CONTROL_REPLY = 0x0201


class NotViscaOverIp(ValueError):
    """A datagram that has no such header."""


@dataclass(frozen=True, slots=True)
class Datagram:
    """One datagram; `kind` is a `PayloadType` where it is a known one."""

    kind: int
    sequence: int
    payload: bytes


def unpack_all(octets: bytes) -> Iterator[Datagram]:
    """Yields what one datagram of the network holds, of several put together each.

    A length that does not fit what follows is taken as a slip: all that follows is the payload then.
    """
    rest = octets
    while len(rest) > HEADER.size:
        fields: tuple[int, int, int] = HEADER.unpack_from(rest)
        kind, length, sequence = fields
        body = rest[HEADER.size :]
        controls = kind in (PayloadType.CONTROL, PayloadType.CONTROL_REPLY)
        fits = 1 <= length <= len(body) and (controls or body[length - 1] == END_OF_PACKET)
        payload, rest = (body[:length], body[length:]) if fits else (body, b"")
        yield Datagram(kind, sequence, payload)


def pack(kind: PayloadType, sequence: int, payload: bytes) -> bytes:
    """Returns a datagram's octets."""
    return HEADER.pack(kind, len(payload), sequence) + payload


def unpack(octets: bytes) -> Datagram:
    """Returns what a datagram holds; raises `NotViscaOverIp`. Octets after the payload are left out."""
    if len(octets) < HEADER.size:
        raise NotViscaOverIp(f"{len(octets)} octets are no datagram of VISCA over IP.")
    kind, length, sequence = HEADER.unpack_from(octets)
    payload = octets[HEADER.size : HEADER.size + length]
    if not 1 <= length <= LONGEST_PAYLOAD or len(payload) < length:
        raise NotViscaOverIp(f"A payload of {length} octets does not fit into a datagram of {len(octets)}.")
    return Datagram(kind, sequence, payload)


KINDS = frozenset(PayloadType)


class DatagramSplitter:
    """Cuts a TCP stream with this header into datagrams; octets that begin none are dropped one by one."""

    def __init__(self) -> None:
        self._begun = bytearray()

    def feed(self, octets: bytes) -> Iterator[bytes]:
        """Yields the datagrams that these octets complete."""
        self._begun += octets
        while len(self._begun) >= HEADER.size:
            kind, length, _ = HEADER.unpack_from(self._begun)
            if kind not in KINDS or not 1 <= length <= LONGEST_PAYLOAD:
                del self._begun[0]
                continue
            if len(self._begun) < HEADER.size + length:
                return
            datagram = bytes(self._begun[: HEADER.size + length])
            del self._begun[: len(datagram)]
            yield datagram
