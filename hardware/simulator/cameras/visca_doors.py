"""The doors of a simulated VISCA camera: what framing, numbering and connection do, before the camera hears a packet.

Rule: numbers are taken as Sony's table of lost messages says (BRC-X400 p. 12): a number that was seen is a
retransmission of what has been performed.
"""

import asyncio
import struct
from typing import TYPE_CHECKING, Final, cast

from hardware.simulator.cameras.visca_temper import Garbling, ResetAnswer

if TYPE_CHECKING:
    from hardware.simulator.cameras.visca_server import ViscaServer

HEADER: Final = struct.Struct(">HHI")
COMMAND, INQUIRY, REPLY, CONTROL, CONTROL_REPLY = 0x0100, 0x0110, 0x0111, 0x0200, 0x0201
RESET, OUT_OF_SEQUENCE, BAD_MESSAGE = b"\x01", b"\x0f\x01", b"\x0f\x02"
NOISE: Final = b"\x00\x13\x7f"
NOTICES: Final = b"\x90\x38\xff\x88\x30\x02\xff\x90\x07\x7d\x01\xff"
"""Network change, the answer to AddressSet, a remote control's."""
NUMBERS_KEPT: Final = 64
LARGEST_BUFFER: Final = 1024

Address = tuple[str, int]


class Answering:
    """Where answers go."""

    def answer(self, packet: bytes) -> None:
        """Sends a packet back."""
        raise NotImplementedError


def garbled(answers: list[tuple[Answering, bytes]], how: Garbling) -> list[tuple[Answering, bytes]]:
    """Returns what really goes out, to whom, of what a camera says at one moment."""
    match how:
        case Garbling.NONE:
            return answers
        case Garbling.JOINED:
            clients = dict.fromkeys(client for client, _ in answers)
            return [(one, b"".join(packet for client, packet in answers if client is one)) for one in clients]
        case Garbling.SPLIT:
            return [(client, piece) for client, packet in answers for piece in (packet[:2], packet[2:])]
        case Garbling.NOISY:
            return [(client, NOISE + packet + NOTICES) for client, packet in answers]
        case Garbling.ADDRESSED:
            return [(client, b"\x91" + packet[1:]) for client, packet in answers]
        case Garbling.ACKS_TWICE:
            return [(client, packet * 2 if packet[1] & 0xF0 == 0x40 else packet) for client, packet in answers]


class _UdpClient(Answering):
    def __init__(self, server: "ViscaServer", transport: asyncio.DatagramTransport, address: Address) -> None:
        self._server, self._transport, self._address = server, transport, address

    def answer(self, packet: bytes) -> None:
        if not self._server.loses():
            port = self._server.reply_port or self._address[1]
            self._transport.sendto(packet, (self._address[0], port))


class _Numbered(Answering):
    """Answers behind Sony's header, with the number of what is answered."""

    def __init__(self, server: "ViscaServer", to: Answering, number: int) -> None:
        self._server, self._to, self._number = server, to, number

    def answer(self, packet: bytes) -> None:
        number = self._server.next_own_number() if self._server.own_numbers else self._number
        self._to.answer(HEADER.pack(REPLY, len(packet), number) + packet)

    def control(self, payload: bytes) -> None:
        """Answers about the header."""
        self._to.answer(HEADER.pack(CONTROL_REPLY, len(payload), self._number) + payload)


def hear_numbered(server: "ViscaServer", to: Answering, who: Address, datagram: bytes) -> None:
    """Takes one datagram with Sony's header."""
    kind, length, number = HEADER.unpack_from(datagram)
    client, payload = _Numbered(server, to, number), datagram[HEADER.size :]
    if kind == CONTROL and payload == RESET:
        _reset(server, client, who)
    elif len(payload) != length or kind not in (COMMAND, INQUIRY) or (payload[1:2] == b"\x09") != (kind == INQUIRY):
        client.control(BAD_MESSAGE)
    elif server.own_numbers or _in_sequence(server, who, number):
        server.hear(client, payload)
    else:
        client.control(OUT_OF_SEQUENCE)


def _reset(server: "ViscaServer", client: _Numbered, who: Address) -> None:
    if server.reset_answer is ResetAnswer.GIVEN:
        server.numbers[who] = []
        client.control(RESET)
    elif server.reset_answer is ResetAnswer.REFUSED:
        client.control(BAD_MESSAGE)


def _in_sequence(server: "ViscaServer", who: Address, number: int) -> bool:
    known = server.numbers.get(who)
    if known is None:
        if server.strict_numbers and server.reset_answer is ResetAnswer.GIVEN:
            return False
        known = server.numbers[who] = []
    expected = {known[-1] + 1} if known else {0, 1}
    if number in known or (server.strict_numbers and number not in expected):
        return False
    known.append(number)
    del known[:-NUMBERS_KEPT]
    return True


class _UdpDoor(asyncio.DatagramProtocol):
    def __init__(self, server: "ViscaServer") -> None:
        self._server = server
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Address) -> None:
        if self._transport is not None and not self._server.loses():
            self.take(data, _UdpClient(self._server, self._transport, addr), addr)

    def take(self, data: bytes, client: Answering, addr: Address) -> None:
        raise NotImplementedError


class SonyDoor(_UdpDoor):
    """A UDP port with Sony's header."""

    def take(self, data: bytes, client: Answering, addr: Address) -> None:
        """Takes one datagram."""
        if len(data) > HEADER.size:
            hear_numbered(self._server, client, addr, data)


class RawUdpDoor(_UdpDoor):
    """A UDP port with bare packets."""

    def take(self, data: bytes, client: Answering, addr: Address) -> None:
        """Takes one datagram."""
        if data.endswith(b"\xff") and len(data) > 2:
            self._server.hear(client, data)


class TcpDoor(asyncio.Protocol, Answering):
    """One TCP connection, with bare packets or with Sony's header before each."""

    def __init__(self, server: "ViscaServer", *, sony_header: bool) -> None:
        self._server, self._sony_header = server, sony_header
        self._transport: asyncio.Transport | None = None
        self._begun = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Joins the camera's controllers."""
        self._transport = cast("asyncio.Transport", transport)
        self._server.joined(self._transport, self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Leaves them; the numbers of the connection are forgotten with it."""
        if self._transport is not None:
            self._server.left(self._transport)
            self._server.numbers.pop(self._who, None)
        self._transport = None

    @property
    def _who(self) -> Address:
        return ("tcp", id(self))

    def data_received(self, data: bytes) -> None:
        """Cuts the stream and hands on what is whole."""
        if self._server.deaf:
            return
        self._begun = (self._begun + data)[-LARGEST_BUFFER:]
        if self._sony_header:
            self._cut_datagrams()
            return
        *packets, self._begun = self._begun.split(b"\xff")
        for packet in packets:
            if len(packet) >= 2:
                self._server.hear(self, packet + b"\xff")

    def _cut_datagrams(self) -> None:
        while len(self._begun) >= HEADER.size:
            end = HEADER.size + HEADER.unpack_from(self._begun)[1]
            if len(self._begun) < end:
                return
            datagram, self._begun = self._begun[:end], self._begun[end:]
            hear_numbered(self._server, self, self._who, datagram)

    def answer(self, packet: bytes) -> None:
        """Sends a packet back."""
        if self._transport is not None and not self._server.deaf:
            self._transport.write(packet)
