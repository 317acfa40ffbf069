"""Answers that real lines and cameras garble: none is lost for it, and none is made up."""

import asyncio
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.cameras.camera_profile import Framing
from console.cameras.camera_wishes import Save
from hardware.cameras.visca.delivery import (
    Accepted,
    Answered,
    Completed,
    Delivery,
    DeliveryEvent,
    NotAnswered,
    Refused,
)
from hardware.cameras.visca.raw_delivery import RawDelivery
from hardware.cameras.visca.sony_delivery import SonyDelivery
from hardware.cameras.visca.sony_header_codec import HEADER, PayloadType, pack, unpack
from hardware.cameras.visca.visca_codec import (
    PAN_TILT_STOP,
    POWER_INQUIRY,
    Ack,
    Answer,
    Completion,
    PacketSplitter,
    Refusal,
    memory_recall,
    read_reply,
)
from hardware.simulator.cameras.ptz_head import PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import Garbling
from tests.hardware.cameras.stand import LEFT, RIGHT, stand

BARE = [how for how in Garbling if how is not Garbling.NONE]
NUMBERED = [Garbling.JOINED, Garbling.NOISY, Garbling.ADDRESSED, Garbling.ACKS_TWICE]

replies = st.sampled_from(
    [
        (b"\x90\x41\xff", Ack(1)),
        (b"\xa0\x42\xff", Ack(2)),
        (b"\x90\x51\xff", Completion(1)),
        (b"\x91\x50\xff", Completion(0)),
        (b"\x90\x61\x41\xff", Refusal(1, 0x41)),
        (b"\x90\x60\x33\xff", Refusal(0, 0x33)),
        (b"\x90\x50\x02\xff", Answer(b"\x02")),
        (b"\x90\x50" + bytes(8) + b"\xff", Answer(bytes(8))),
    ]
)
noise = st.one_of(
    st.binary(max_size=24).map(lambda octets: bytes(octet & 0x7F for octet in octets)),
    st.sampled_from(
        [b"\x90\x38\xff", b"\x80\x38\xff", b"\x88\x30\x02\xff", b"\xff", b"\xff\xff", b"\x90\x07\x7d\x01\xff"]
    ),
)


@given(said=st.lists(st.tuples(noise, replies), max_size=6), cuts=st.lists(st.integers(0, 120), max_size=6))
def test_no_reply_is_lost_in_noise_however_it_is_cut(
    said: list[tuple[bytes, tuple[bytes, object]]], cuts: list[int]
) -> None:
    octets = b"".join(before + packet for before, (packet, _) in said)
    places = sorted({0, *(cut for cut in cuts if cut < len(octets)), len(octets)})
    splitter = PacketSplitter()
    pieces = [octets[start:end] for start, end in pairwise(places)]
    read = [read_reply(packet) for piece in pieces for packet in splitter.feed(piece)]
    assert [reply for reply in read if isinstance(reply, Ack | Completion | Refusal | Answer)] == [
        wanted for _, (_, wanted) in said
    ]


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_octets_of_any_kind_neither_raise_nor_succeed(streams: list[bytes]) -> None:
    deliveries = (RawDelivery(), RawDelivery(loses=True), SonyDelivery(), SonyDelivery(stream=True))
    for delivery in deliveries:
        delivery.open(0.0)
        for number, octets in enumerate(streams):
            delivery.receive(octets, number / 10)
            delivery.receive(pack(PayloadType.REPLY, number, octets or b"\xff"), number / 10)
            delivery.tick(number / 10)
        assert not [event for event in delivery.take_events() if isinstance(event, Completed | Answered | Accepted)]


def numbered(*packets: bytes, number: int = 1, kind: int = PayloadType.REPLY, length: int | None = None) -> bytes:
    payload = b"".join(packets)
    return HEADER.pack(kind, len(payload) if length is None else length, number) + payload


ACK, DONE = b"\x90\x41\xff", b"\x90\x51\xff"


def opened() -> SonyDelivery:
    delivery = SonyDelivery()
    delivery.open(0.0)
    delivery.receive(numbered(b"\x01", number=0, kind=PayloadType.CONTROL_REPLY), 0.0)
    delivery.take_outgoing()
    return delivery


@pytest.mark.parametrize(
    "datagrams",
    [
        (numbered(ACK), numbered(DONE)),
        (numbered(ACK, DONE),),
        (numbered(ACK) + numbered(DONE),),
        (numbered(ACK, length=11), numbered(DONE, length=2)),
        (numbered(ACK, kind=PayloadType.COMMAND), numbered(DONE, kind=PayloadType.INQUIRY)),
        (numbered(b"\x00", ACK), numbered(b"\x90\x38\xff", DONE)),
        (numbered(ACK), numbered(ACK), numbered(DONE), numbered(DONE)),
        (numbered(memory_recall(2)), numbered(ACK), numbered(ACK, number=77), numbered(DONE)),
    ],
)
def test_framed_replies_are_read_as_far_as_they_make_sense(datagrams: tuple[bytes, ...]) -> None:
    delivery = opened()
    ticket = delivery.submit(memory_recall(2), 0.0)
    for datagram in datagrams:
        delivery.receive(datagram, 0.01)
    events = delivery.take_events()
    assert events[0] == Accepted(ticket, 1)
    assert [event for event in events if isinstance(event, Completed)] == [Completed(ticket)]


@pytest.mark.parametrize(("first", "step"), [(0, 0), (1, 0), (900, 1)])
def test_a_camera_that_does_not_repeat_our_numbers_is_understood_without_being_told(first: int, step: int) -> None:
    delivery, now, count = opened(), 0.0, 0
    events: list[DeliveryEvent] = []
    tickets = [delivery.submit(packet, now) for packet in (PAN_TILT_STOP, POWER_INQUIRY, memory_recall(1))]
    while now < 4.0:
        while outgoing := delivery.take_outgoing():
            datagram = outgoing[0]
            inquiry = unpack(datagram).kind == PayloadType.INQUIRY
            for answer in (b"\x90\x50\x02\xff",) if inquiry else (ACK, DONE):
                count += 1
                delivery.receive(numbered(answer, number=first + count * step), now)
        events += delivery.take_events()
        now = max(now + 0.01, delivery.next_due() or now)
        delivery.tick(now)
    assert not [event for event in events if isinstance(event, NotAnswered | Refused)]
    assert {tickets[0], tickets[2]} <= {event.ticket for event in events if isinstance(event, Accepted | Completed)}
    assert tickets[1] in {event.ticket for event in events if isinstance(event, Answered)}


def test_replies_that_the_network_doubles_or_delays_keep_their_numbers() -> None:
    delivery = opened()
    first = delivery.submit(PAN_TILT_STOP, 0.0)
    delivery.receive(numbered(ACK) + numbered(DONE), 0.0)
    second = delivery.submit(memory_recall(1), 0.1)
    for late in (DONE, ACK, DONE):
        delivery.receive(numbered(late), 0.11)
    assert delivery.take_events() == [Accepted(first, 1), Completed(first)]
    delivery.receive(numbered(ACK, number=2), 0.12)
    assert delivery.take_events() == [Accepted(second, 1)]


def test_a_camera_that_refuses_the_reset_is_not_asked_again() -> None:
    delivery = SonyDelivery()
    delivery.open(0.0)
    delivery.submit(PAN_TILT_STOP, 0.0)
    delivery.receive(numbered(b"\x0f\x02", number=0, kind=PayloadType.CONTROL_REPLY), 0.01)
    assert [unpack(datagram).kind for datagram in delivery.take_outgoing()] == [
        PayloadType.CONTROL,
        PayloadType.COMMAND,
    ]


@pytest.mark.parametrize(
    ("framing", "garblings"), [(Framing.RAW_TCP, BARE), (Framing.RAW_UDP, BARE), (Framing.SONY_UDP, NUMBERED)]
)
async def test_a_camera_with_garbled_answers_is_saved_and_recalled(
    tmp_path: Path, framing: Framing, garblings: list[Garbling]
) -> None:
    async def save_and_recall(how: Garbling) -> None:
        server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
        server.garbling = how
        async with stand(tmp_path / how, framing, server=server) as made:
            made.head.place = LEFT
            made.port.ask("save", Save(preset="a"))
            assert await made.ended("save") is None
            made.head.place = RIGHT
            made.port.recall("1", "a")
            assert await made.ended("1") is None
            assert made.head.place.rounded() == LEFT.rounded()
            assert made.head.recalls == [0]

    await asyncio.gather(*(save_and_recall(how) for how in garblings))


NOTICES = (b"\x90\x07\x7d\x01\xff", b"\x90\x07\xff", b"\xa0\x07\x04\x3f\x02\x00\xff")
"""What some of Sony's models send unasked when a remote control or another controller has moved them."""


@pytest.mark.parametrize("notice", NOTICES)
def test_unsolicited_07_notices_are_neither_answers_nor_acknowledgements(notice: bytes) -> None:
    ways: tuple[tuple[Delivery, Callable[[bytes], bytes]], ...] = ((RawDelivery(), bytes), (opened(), numbered))
    for delivery, said in ways:
        delivery.open(0.0)
        delivery.receive(numbered(b"\x01", number=0, kind=PayloadType.CONTROL_REPLY), 0.0)
        delivery.take_outgoing()
        ticket = delivery.submit(POWER_INQUIRY, 0.0)
        delivery.take_outgoing()
        delivery.receive(said(notice), 0.01)
        assert not list(delivery.take_events()), "nothing was asked that this answers"
        delivery.receive(said(b"\x90\x50\x02\xff"), 0.02)
        assert list(delivery.take_events()) == [Answered(ticket, b"\x02")]


async def test_a_memory_that_is_gone_is_told_until_it_leads_there_again(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        made.head.place = LEFT
        made.port.ask("save", Save(preset="a"))
        assert await made.ended("save") is None
        kept = dict(made.head.memories)
        for request_id, memories, forgotten in (("1", {}, ("a",)), ("2", kept, ())):
            made.head.memories.clear()
            made.head.memories.update(memories)
            made.head.place = RIGHT
            made.port.recall(request_id, "a")
            assert await made.ended(request_id) is None
            assert made.head.place.rounded() == LEFT.rounded()
            assert made.port.facts().forgotten == forgotten
        made.head.place, made.temper.has_memory = RIGHT, False
        made.port.recall("3", "a")
        assert await made.ended("3") is None
        assert made.port.facts().forgotten == ("a",)
