"""VISCA octet for octet, against the tables of Sony's and PTZOptics' command lists."""

import random

import pytest

from hardware.cameras.visca import visca_codec as visca
from hardware.cameras.visca.visca_codec import Ack, Answer, Completion, Ignored, PacketSplitter, Refusal, read_reply


def octets(text: str) -> bytes:
    return bytes.fromhex(text)


@pytest.mark.parametrize(
    ("packet", "wanted"),
    [
        (visca.IF_CLEAR, "81 01 00 01 FF"),  # EVI-H100S p. 29
        (visca.memory_reset(0), "81 01 04 3F 00 00 FF"),  # BRC-X400: preset 1 is 00
        (visca.memory_set(5), "81 01 04 3F 01 05 FF"),
        (visca.memory_recall(63), "81 01 04 3F 02 3F FF"),
        (visca.memory_recall(254), "81 01 04 3F 02 FE FF"),  # PTZOptics: up to 254
        (visca.PAN_TILT_STOP, "81 01 06 01 01 01 03 03 FF"),
        (visca.pan_tilt_drive(-24, 0), "81 01 06 01 18 01 01 03 FF"),  # left
        (visca.pan_tilt_drive(24, 0), "81 01 06 01 18 01 02 03 FF"),  # right
        (visca.pan_tilt_drive(0, 20), "81 01 06 01 01 14 03 01 FF"),  # up
        (visca.pan_tilt_drive(0, -20), "81 01 06 01 01 14 03 02 FF"),  # down
        (visca.pan_tilt_drive(-5, -7), "81 01 06 01 05 07 01 02 FF"),
        (visca.ZOOM_STOP, "81 01 04 07 00 FF"),
        (visca.zoom_drive(1), "81 01 04 07 20 FF"),  # tele, slowest
        (visca.zoom_drive(8), "81 01 04 07 27 FF"),
        (visca.zoom_drive(-1), "81 01 04 07 30 FF"),  # wide, slowest
        (visca.zoom_drive(-8), "81 01 04 07 37 FF"),
        (visca.zoom_direct(0x1ABC), "81 01 04 47 01 0A 0B 0C FF"),
        (
            visca.pan_tilt_absolute(-2448, 1296, pan_speed=24, tilt_speed=20),
            "81 01 06 02 18 14 0F 06 07 00 00 05 01 00 FF",
        ),
        (visca.POWER_ON, "81 01 04 00 02 FF"),
        (visca.FOCUS_STOP, "81 01 04 08 00 FF"),
        (visca.focus_drive(1), "81 01 04 08 20 FF"),  # far, slowest (EVI-H100S p. 30)
        (visca.focus_drive(8), "81 01 04 08 27 FF"),
        (visca.focus_drive(-1), "81 01 04 08 30 FF"),  # near, slowest
        (visca.focus_drive(-8), "81 01 04 08 37 FF"),
        (visca.FOCUS_AUTO, "81 01 04 38 02 FF"),
        (visca.FOCUS_MANUAL, "81 01 04 38 03 FF"),
        (visca.PAN_TILT_RESET, "81 01 06 05 FF"),
        (visca.LENS_INQUIRY, "81 09 7E 7E 00 FF"),  # SRG-300SE, BRC-X400: block inquiry
        (visca.POWER_INQUIRY, "81 09 04 00 FF"),
        (visca.VERSION_INQUIRY, "81 09 00 02 FF"),
        (visca.PAN_TILT_INQUIRY, "81 09 06 12 FF"),
        (visca.ZOOM_INQUIRY, "81 09 04 47 FF"),
        (visca.cancel(1), "81 21 FF"),
        (visca.cancel(2), "81 22 FF"),
    ],
)
def test_what_is_sent(packet: bytes, wanted: str) -> None:
    assert packet == octets(wanted)
    assert visca.is_inquiry(packet) == wanted.startswith("81 09")


def test_no_speed_at_all_is_the_stop() -> None:
    assert visca.pan_tilt_drive(0, 0) == visca.PAN_TILT_STOP
    assert visca.zoom_drive(0) == visca.ZOOM_STOP


@pytest.mark.parametrize(
    ("packet", "wanted"),
    [
        ("90 41 FF", Ack(1)),
        ("90 42 FF", Ack(2)),
        ("90 51 FF", Completion(1)),
        ("90 50 FF", Completion(0)),  # IF_Clear
        ("A0 41 FF", Ack(1)),  # camera 2 of a bus
        ("90 50 02 FF", Answer(b"\x02")),
        ("90 60 01 FF", Refusal(0, visca.ViscaError.MESSAGE_LENGTH)),
        ("90 60 02 FF", Refusal(0, visca.ViscaError.SYNTAX)),
        ("90 60 03 FF", Refusal(0, visca.ViscaError.BUFFER_FULL)),
        ("90 61 04 FF", Refusal(1, visca.ViscaError.CANCELLED)),
        ("90 61 05 FF", Refusal(1, visca.ViscaError.NO_SOCKET)),
        ("90 61 41 FF", Refusal(1, visca.ViscaError.NOT_EXECUTABLE)),
        ("90 60 7E FF", Refusal(0, 0x7E)),  # unknown ones are kept as they are
        ("90 62 FF", Refusal(2, visca.NO_CODE)),
        ("91 41 FF", Ack(1)),  # to a controller that has an address of its own
        ("98 41 FF", Ignored(octets("98 41 FF"))),
        ("00 7F 90 51 FF", Completion(1)),  # behind line noise
        ("90 50 0F 06 90 42 FF", Ack(2)),  # behind the beginning of an answer that was cut off
        ("90 50 0F 90 61 41 FF", Refusal(1, visca.ViscaError.NOT_EXECUTABLE)),
        ("88 90 50 03 FF", Answer(b"\x03")),
        ("90 50 80 90 05 01 90 00 02 FF", Answer(octets("80 90 05 01 90 00 02"))),  # a version is what it is
        ("81 01 04 3F 02 05 FF", Ignored(octets("81 01 04 3F 02 05 FF"))),  # our own, by a line that echoes
        ("90 38 FF", Ignored(octets("90 38 FF"))),  # network change
        ("80 38 FF", Ignored(octets("80 38 FF"))),
        ("90 07 7D 01 FF", Ignored(octets("90 07 7D 01 FF"))),  # remote control
        ("88 30 01 FF", Ignored(octets("88 30 01 FF"))),
        ("FF", Ignored(octets("FF"))),
    ],
)
def test_what_is_answered(packet: str, wanted: visca.Reply) -> None:
    assert read_reply(octets(packet)) == wanted


@pytest.mark.parametrize(
    ("payload", "wanted"),
    [
        ("00 00 00 00 00 00 00 00", (0, 0)),
        ("0F 06 07 00 00 05 01 00", (-2448, 1296)),  # EVI: four nibbles each
        ("0F 0F 0F 0F 0F 0F 0F 0F", (-1, -1)),
        ("00 02 04 01 0A 0F 0F 0F 0E", (0x241A, -2)),  # BRC-X1000: five and four
        ("0F 0F 0F 0F 0F 00 01 02 03 04", (-1, 0x1234)),  # FR7: five each
        ("00 00 00 00 00 00 00", None),
        ("10 00 00 00 00 00 00 00", None),
    ],
)
def test_positions_of_every_width(payload: str, wanted: tuple[int, int] | None) -> None:
    assert visca.read_pan_tilt(octets(payload)) == wanted


def test_other_answers() -> None:
    assert visca.read_zoom(octets("04 00 00 00")) == 0x4000
    assert visca.read_zoom(octets("04 00 00")) is None
    assert (visca.read_power(b"\x02"), visca.read_power(b"\x03"), visca.read_power(b"\x00")) == (True, False, None)
    assert visca.read_version(octets("00 01 05 19 01 00 02")) == visca.Version(1, 0x0519, 0x0100, 2)
    assert visca.read_version(b"") is None


@pytest.mark.parametrize(("flags", "wanted"), [(0, False), (0b001, True), (0b010, False), (0b100, True), (0b111, True)])
def test_the_lens_block_says_whether_a_recall_or_the_zoom_is_under_way(flags: int, wanted: bool) -> None:
    packet = octets("90 50 01 02 03 04 01 00 04 05 06 07 00") + bytes((flags, 0x00, 0xFF))
    assert len(packet) == 16
    answer = read_reply(packet)
    assert isinstance(answer, Answer)
    assert visca.read_lens_moving(answer.payload) is wanted  # the 14th octet: bits 2 and 0
    assert visca.read_lens_moving(answer.payload[:-1]) is None


def test_what_stops_a_camera_is_known_whoever_it_is_for() -> None:
    for packet in (visca.PAN_TILT_STOP, visca.ZOOM_STOP, visca.FOCUS_STOP, visca.cancel(2)):
        assert visca.stops(packet)
        assert visca.stops(bytes((0x83, *packet[1:])))
    assert not any(map(visca.stops, (visca.zoom_drive(1), visca.POWER_ON, visca.memory_recall(0), b"")))


def test_a_stream_is_cut_at_every_place() -> None:
    stream = octets("90 41 FF 90 51 FF 90 50 0F 06 07 00 00 05 01 00 FF")
    for place in range(len(stream)):
        splitter = PacketSplitter()
        packets = [*splitter.feed(stream[:place]), *splitter.feed(stream[place:])]
        assert packets == [octets("90 41 FF"), octets("90 51 FF"), octets("90 50 0F 06 07 00 00 05 01 00 FF")]


def test_what_is_too_long_is_dropped_and_the_next_packet_is_found() -> None:
    assert list(PacketSplitter().feed(bytes(1000) + octets("FF 90 41 FF"))) == [octets("90 41 FF")]
    longest = octets("90 50") + bytes(13) + octets("FF")
    assert list(PacketSplitter().feed(longest)) == [longest]


def test_noise_is_never_taken_for_success() -> None:
    noise = random.Random(7)
    splitter = PacketSplitter()
    for _ in range(2000):
        for packet in splitter.feed(noise.randbytes(50)):
            reply = read_reply(packet)
            begins = [place for place in range(len(packet)) if packet[place] >= 0x90 and not packet[place] & 0x08]
            genuine = any(packet[place + 1] >> 4 in {4, 5, 6} for place in begins if place + 2 < len(packet))
            assert isinstance(reply, Ignored) or genuine
