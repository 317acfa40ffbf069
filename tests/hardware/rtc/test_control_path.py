"""The control channel's shortened way: every message once and in order, acknowledged in as few packets as it may be."""

import asyncio
import struct
from typing import Any

import pytest
from aiortc import rtcsctptransport
from aiortc.rtcsctptransport import DataChunk, HeartbeatChunk, SackChunk, parse_packet, serialize_packet

from hardware.rtc.control_path import AckedData, run_through
from hardware.rtc.peer import Peer
from tests.hardware.rtc.sides import call, until


def sctp_of(peer: Peer) -> Any:
    return peer._connection.sctp  # pyright: ignore[reportPrivateUsage]


class Wire:
    """Notes what one end sends, and loses what it is told to."""

    def __init__(self, peer: Peer) -> None:
        self.chunks: list[object] = []
        self.lose = 0
        own, send = sctp_of(peer), sctp_of(peer)._send_chunk

        async def noting(chunk: object) -> None:
            if self.lose:
                self.lose -= 1
                return
            self.chunks.append(chunk)
            await send(chunk)

        own._send_chunk = noting

    def of(self, kind: type) -> list[object]:
        return [chunk for chunk in self.chunks if isinstance(chunk, kind)]


async def test_a_message_without_an_answer_is_acknowledged_a_moment_later() -> None:
    async with call() as it:
        await until(lambda: it.site.has_control and it.bridge.has_control)
        await until(lambda: not sctp_of(it.bridge)._flight_size and not sctp_of(it.site)._flight_size)
        wire = Wire(it.site)
        it.bridge.send_control("one")
        await until(lambda: it.site_side.texts == ["one"])
        await until(lambda: not sctp_of(it.bridge)._flight_size)
        assert len(wire.of(SackChunk)) == 1


async def test_many_messages_both_ways_arrive_once_and_in_order_though_packets_are_lost() -> None:
    async with call() as it:
        await until(lambda: it.site.has_control and it.bridge.has_control)
        wires = [Wire(it.site), Wire(it.bridge)]
        texts = [f"{number} " + "x" * (number * 37 % 3000) for number in range(60)]
        for number, text in enumerate(texts):
            for wire in wires:
                wire.lose = number % 20 == 7
            it.bridge.send_control(text)
            it.site.send_control(text)
            if number % 3 == 0:
                await asyncio.sleep(0.005)
        await until(lambda: len(it.site_side.texts) == len(it.bridge_side.texts) == len(texts), 20)
        assert it.site_side.texts == it.bridge_side.texts == texts
        await until(lambda: not sctp_of(it.bridge)._flight_size and not sctp_of(it.site)._flight_size)


async def test_a_call_may_end_while_an_acknowledgement_waits() -> None:
    async with call() as it:
        await until(lambda: it.site.has_control and it.bridge.has_control)
        it.bridge.send_control("last")
        await until(lambda: it.site_side.texts == ["last"])
        await it.site.close()
        await until(lambda: it.bridge_side.ended)
        await asyncio.sleep(0.05)
    assert it.bridge_side.ended == ["the other side ended the connection"]


def test_one_packet_holds_both_chunks() -> None:
    ack, data = SackChunk(), DataChunk()
    ack.cumulative_tsn, ack.advertised_rwnd = 7, 1000
    data.tsn, data.stream_id, data.stream_seq, data.protocol, data.user_data = 9, 1, 2, 51, b"closed"
    _, _, tag, chunks = parse_packet(serialize_packet(5000, 5000, 3, AckedData(ack, data)))  # pyright: ignore[reportArgumentType]
    assert tag == 3
    first, second = chunks
    assert isinstance(first, SackChunk)
    assert isinstance(second, DataChunk)
    assert (first.cumulative_tsn, second.tsn, second.user_data) == (7, 9, b"closed")


class EndlessHeartbeat:
    """A heartbeat whose parameter says that it is not even as long as its own header."""

    def __bytes__(self) -> bytes:
        return struct.pack("!BBH", HeartbeatChunk.type, 0, 8) + struct.pack("!HH", 1, 0)


@pytest.mark.timeout(30)
async def test_a_parameter_without_length_is_refused_and_not_read_for_ever() -> None:
    async with call() as it:
        await until(lambda: it.site.has_control and it.bridge.has_control)
        await sctp_of(it.site)._send_chunk(EndlessHeartbeat())
        it.site.send_control("after it")
        await until(lambda: it.bridge_side.texts == ["after it"])
    for length in range(4):
        with pytest.raises(ValueError, match="shorter than its header"):
            rtcsctptransport.decode_params(struct.pack("!HH", 1, 4) + struct.pack("!HH", 1, length))
    assert rtcsctptransport.decode_params(struct.pack("!HH", 7, 6) + b"abxx") == [(7, b"ab")]


def test_what_would_wait_after_all_is_refused() -> None:
    with pytest.raises(RuntimeError, match="waited"):
        run_through(asyncio.sleep(0))
