"""Large pictures go out in slices, in order, fairly, and never keep the loop to themselves."""

import asyncio
import time
from itertools import pairwise

from hardware.engines.embedded.paced_sending import (
    MOST_WAITING,
    SLICE_PACKETS,
    SLICE_SECONDS,
    TURN_PACKETS,
    PacedSending,
)
from hardware.rtc.media_types import PacketisedUnit
from hardware.rtc.rtp_header import payload_span, read_clear
from hardware.rtc.send_stream import SendStream

LARGE = 28
"""Packets of a key frame of 1280x720."""


class Line:
    """A stream whose datagrams are kept; each slice takes `slice_seconds` of the loop."""

    def __init__(self, slice_seconds: float = 0.0) -> None:
        self.sent: list[bytes] = []
        self.slice_moments: list[float] = []
        self._slice_seconds = slice_seconds
        self.stream = SendStream(
            ssrc=11, rtx_ssrc=12, payload_type=96, rtx_payload_type=None, mid=(1, b"0"), level_id=0, clock_hz=90_000
        )
        self.stream.open(lambda clear: clear, self.sent.append)

    def send_video(self, unit: PacketisedUnit) -> None:
        self.stream.send_unit(unit, time.monotonic())

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        self.slice_moments.append(time.monotonic())
        time.sleep(self._slice_seconds)
        self.stream.send_slice(unit, start, count, time.monotonic())

    @property
    def payloads(self) -> list[bytes]:
        spans = [(data, payload_span(data)) for data in self.sent]
        return [data[span[0] : span[1]] for data, span in spans if span is not None]


def picture(number: int, packets: int) -> PacketisedUnit:
    payloads = tuple(b"%d-%d" % (number, part) for part in range(packets))
    return PacketisedUnit("H264", payloads, number * 3600, packets == LARGE)


async def test_a_small_picture_goes_at_once() -> None:
    paced, line = PacedSending(), Line()
    paced.send(line, picture(0, SLICE_PACKETS))
    assert len(line.sent) == SLICE_PACKETS


async def test_a_large_picture_goes_in_slices_and_what_follows_waits_for_it() -> None:
    paced, line = PacedSending(), Line()
    pictures = [picture(0, LARGE), picture(1, 2)]
    for each in pictures:
        paced.send(line, each)
    assert line.sent == []
    await asyncio.sleep(0)
    assert len(line.sent) == SLICE_PACKETS
    await asyncio.sleep(0.1)
    assert line.payloads == [payload for each in pictures for payload in each.payloads]
    numbers = [read_clear(data, 2)[0] for data in line.sent]
    assert numbers == list(range(numbers[0], numbers[0] + LARGE + 2))
    assert [index for index, data in enumerate(line.sent) if data[1] & 0x80] == [LARGE - 1, LARGE + 1]
    assert line.stream.counters.frames == 2


async def test_a_turn_is_short_and_the_first_lines_are_done_while_the_last_still_wait() -> None:
    paced, lines = PacedSending(), [Line(SLICE_SECONDS / 4) for _ in range(36)]
    shared = picture(0, LARGE)
    for line in lines:
        paced.send(line, shared)
    most_in_a_turn, sent, waiting_when_first_done = 0, 0, 0
    while any(len(line.sent) < LARGE for line in lines):
        await asyncio.sleep(0)
        now = sum(len(line.sent) for line in lines)
        most_in_a_turn, sent = max(most_in_a_turn, now - sent), now
        if len(lines[0].sent) == LARGE and not waiting_when_first_done:
            waiting_when_first_done = sum(not line.sent for line in lines)
    assert most_in_a_turn <= TURN_PACKETS
    assert waiting_when_first_done > 0


async def test_whoever_is_in_a_hurry_comes_first() -> None:
    paced, lines = PacedSending(), [Line() for _ in range(36)]
    for line in lines:
        paced.send(line, picture(0, LARGE))
    paced.hurried = frozenset(lines[-1:])
    while len(lines[-1].sent) < LARGE:
        assert len(lines[0].sent) <= len(lines[-1].sent) + SLICE_PACKETS
        await asyncio.sleep(0)
    assert any(len(line.sent) < LARGE for line in lines)


async def test_no_line_gets_more_than_a_slice_in_its_time() -> None:
    paced, line = PacedSending(), Line()
    paced.send(line, picture(0, LARGE))
    await asyncio.sleep(0.1)
    assert len(line.sent) == LARGE
    assert all(later - earlier >= SLICE_SECONDS for earlier, later in pairwise(line.slice_moments))


async def test_a_line_with_too_much_waiting_is_emptied_and_loses_nothing() -> None:
    paced, line = PacedSending(), Line()
    pictures = [picture(number, LARGE) for number in range(MOST_WAITING + 1)]
    for each in pictures:
        paced.send(line, each)
    assert line.payloads == [payload for each in pictures for payload in each.payloads]


async def test_nothing_goes_to_a_line_that_has_gone() -> None:
    paced, line = PacedSending(), Line()
    paced.send(line, picture(0, LARGE))
    await asyncio.sleep(0)
    paced.drop(line)
    await asyncio.sleep(0.05)
    assert len(line.sent) == SLICE_PACKETS
