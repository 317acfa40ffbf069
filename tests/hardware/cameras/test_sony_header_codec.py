"""Sony's header octet for octet (BRC-X400 p. 12 and 13)."""

import pytest

from hardware.cameras.visca.sony_header_codec import (
    RESET,
    Datagram,
    DatagramSplitter,
    NotViscaOverIp,
    PayloadType,
    pack,
    unpack,
)


def test_the_reset_of_the_manual() -> None:
    assert pack(PayloadType.CONTROL, 1, RESET) == bytes.fromhex("02 00 00 01 00 00 00 01 01")


def test_a_command_and_an_inquiry() -> None:
    recall = bytes.fromhex("81 01 04 3F 02 00 FF")
    assert pack(PayloadType.COMMAND, 0x01020304, recall) == bytes.fromhex("01 00 00 07 01 02 03 04") + recall
    assert pack(PayloadType.INQUIRY, 2, b"\x81\x09\x06\x12\xff")[:8] == bytes.fromhex("01 10 00 05 00 00 00 02")


def test_what_arrives() -> None:
    ack = bytes.fromhex("01 11 00 03 00 00 00 09 90 41 FF")
    assert unpack(ack) == Datagram(PayloadType.REPLY, 9, b"\x90\x41\xff")
    assert unpack(ack + b"more") == unpack(ack)
    assert unpack(bytes.fromhex("02 01 00 02 00 00 00 09 0F 01")) == Datagram(PayloadType.CONTROL_REPLY, 9, b"\x0f\x01")


@pytest.mark.parametrize(
    "octets", ["", "01 11 00 03 00 00 00", "01 11 00 00 00 00 00 01", "01 11 00 03 00 00 00 01 90 41"]
)
def test_what_is_no_such_datagram(octets: str) -> None:
    with pytest.raises(NotViscaOverIp):
        unpack(bytes.fromhex(octets))


def test_a_payload_that_says_to_be_longer_than_any_packet() -> None:
    with pytest.raises(NotViscaOverIp):
        unpack(bytes.fromhex("01 11 00 11 00 00 00 01") + bytes(17))


def test_a_stream_is_cut_at_every_place_and_after_nonsense() -> None:
    first, second = pack(PayloadType.REPLY, 7, b"\x90\x41\xff"), pack(PayloadType.CONTROL_REPLY, 8, b"\x01")
    stream = b"\x00\x05nonsense\xff" + first + b"\x90\x51\xff" + second
    for place in range(len(stream)):
        splitter = DatagramSplitter()
        assert [*splitter.feed(stream[:place]), *splitter.feed(stream[place:])] == [first, second]
