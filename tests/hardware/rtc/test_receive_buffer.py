"""The play-out buffer on simulated lines: how long sound waits, and what becomes of losses."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import CONCEAL, MOST_HELD_PACKETS, Conceal, ReceiveBuffer, Repair, opus_samples

FRAME = 0.02
WITH_COPY = b"\x78\x40"  # hybrid, 20 ms, with a copy of the frame before it
TWENTY_MS = b"\x78"  # an Opus packet's first byte: CELT-only wide band, one frame of 20 ms


@dataclass
class Played:
    """What was pulled, per 20 ms: the number of the packet, CONCEAL, or None; and how long each packet had waited."""

    frames: list[int | Repair | Conceal | None] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        return [frame for frame in self.frames if isinstance(frame, int)]

    @property
    def concealed(self) -> int:
        return sum(frame is CONCEAL for frame in self.frames)


def play(
    count: int,
    delay_of: Callable[[int], float | None],
    *,
    phase: float = 0.011,
    level_dbov: int | None = -20,
    first_time: int = 0xFFFFF000,
    rtp_of: Callable[[int], int] = lambda number: number,
    sent_at: Callable[[int], float] = lambda number: number * FRAME,
    clock: float = 1.0,
) -> Played:
    """Simulates a call; `delay_of(n)` is what packet n takes on the line, None when it is lost."""
    arrivals = sorted(
        (sent_at(number) + delay, number) for number in range(count) if (delay := delay_of(number)) is not None
    )
    buffer, played = ReceiveBuffer(), Played()
    place = 0
    for tick in range(int((sent_at(count - 1) + 1) / FRAME)):
        now = phase + tick * FRAME * clock
        while place < len(arrivals) and arrivals[place][0] <= now:
            at, number = arrivals[place]
            rtp_time = (first_time + rtp_of(number) * 960) & 0xFFFFFFFF
            payload = TWENTY_MS + number.to_bytes(4, "big")
            buffer.push(AudioPacket(number & 0xFFFF, rtp_time, payload, at, level_dbov))
            place += 1
        pulled = buffer.pull(now)
        if isinstance(pulled, bytes):
            number = int.from_bytes(pulled[1:5], "big")
            played.frames.append(number)
            played.delays.append(now - sent_at(number))
        else:
            played.frames.append(pulled)
        assert buffer.waiting_frames <= MOST_HELD_PACKETS
    return played


def median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


@pytest.mark.parametrize("phase", [0.0, 0.005, 0.01, 0.015, 0.0199])
def test_a_clean_line_adds_at_most_sixty_milliseconds(phase: float) -> None:
    dice = random.Random(1)
    played = play(1000, lambda _: 0.03 + dice.uniform(0, 0.004), phase=phase)
    assert max(played.delays) - 0.03 <= 0.06
    assert played.numbers == list(range(1000))
    assert played.concealed <= 5  # the run-out at the end


@pytest.mark.parametrize("lost", [{200}, {200, 201, 202}, set(range(200, 240))])
def test_a_loss_costs_its_own_frames_and_no_delay(lost: set[int]) -> None:
    played = play(1000, lambda number: None if number in lost else 0.03)
    assert played.numbers == [number for number in range(1000) if number not in lost]
    before = median(played.delays[100:190])
    after = played.delays[-300:]
    assert max(played.delays) - 0.03 <= 0.1 + 0.02
    assert max(after) - 0.03 <= 0.1
    assert median(after) <= before + 0.02


def test_random_loss_is_concealed_frame_for_frame() -> None:
    dice = random.Random(2)
    lost = {number for number in range(10, 3000) if dice.random() < 0.05}
    played = play(3000, lambda number: None if number in lost else 0.03)
    assert played.numbers == [number for number in range(3000) if number not in lost]
    assert abs(played.concealed - len(lost)) < 12
    assert max(played.delays) - 0.03 <= 0.1


def test_a_stall_stretches_the_delay_and_it_shrinks_back() -> None:
    def stalled(number: int) -> float:
        # From 4.0 to 4.2 s nothing arrives; then everything at once.
        return max(0.03, 4.2 - number * FRAME) if 4.0 <= number * FRAME + 0.03 < 4.2 else 0.03

    played = play(1000, stalled, level_dbov=-60)
    assert max(played.delays[-300:]) - 0.03 <= 0.06
    assert len(played.numbers) > 985


def test_loud_sound_shrinks_back_too() -> None:
    played = play(
        1500, lambda number: 0.25 if number == 200 else 0.25 - (number - 200) * 0.02 if 200 < number < 211 else 0.03
    )
    assert max(played.delays[-300:]) - 0.03 <= 0.06


def test_jitter_is_answered_by_just_enough_delay() -> None:
    dice = random.Random(3)
    played = play(3000, lambda _: 0.03 + dice.uniform(0, 0.05))
    late = played.delays[500:]
    assert sum(frame is CONCEAL for frame in played.frames[500:2900]) < 0.02 * 2400
    assert median(late) - 0.03 < 0.11


def fed(delays: dict[int, float | None], count: int = 200) -> ReceiveBuffer:
    """Plays packets that all carry a copy and come 10 ms before their turn but for these (None: lost)."""
    buffer = ReceiveBuffer()
    arrivals = sorted(
        (number * FRAME + delay, number)
        for number in range(count)
        if (delay := delays.get(number, 0.03 if number > 20 else 0.01)) is not None
    )
    for tick in range(count):
        now = 0.02 + tick * FRAME
        while arrivals and arrivals[0][0] <= now:
            at, number = arrivals.pop(0)
            buffer.push(AudioPacket(number, number * 960, WITH_COPY, at, -20))
        buffer.pull(now)
    return buffer


def test_on_a_line_that_leaves_no_room_the_first_loss_makes_room_to_repair_the_next() -> None:
    buffer = fed({50: None, 90: None, 130: None})
    assert (buffer.repaired, buffer.concealed) == (3, 0), "the first is played late from its copy"
    assert buffer.stretched <= 2
    assert buffer.usual_wait_seconds < 0.06


def test_packets_that_overtake_each_other_are_waited_for_once_it_is_known() -> None:
    dice = random.Random(5)
    played = play(3000, lambda _: 0.3 + dice.uniform(-0.3, 0.3))
    missed = set(range(500, 2950)) - set(played.numbers)
    assert len(missed) <= 10, "the buffer is as long as packets are late"
    assert max(played.delays[500:]) < 1.3


def test_a_pause_of_the_sender_is_silence_and_not_loss() -> None:
    """A closed microphone sends nothing; its RTP time goes on, and it may also stand still."""
    for jump in (500, 0):
        played = play(
            400,
            lambda _: 0.03,
            rtp_of=lambda number, jump=jump: number if number < 200 else number + jump,
            sent_at=lambda number: number * FRAME if number < 200 else number * FRAME + 10,
        )
        assert played.numbers == list(range(400))
        assert played.concealed <= 12
        assert max(played.delays) - 0.03 <= 0.1


@pytest.mark.parametrize("clock", [0.9998, 1.0002])
def test_clocks_that_run_apart_keep_the_delay_bounded(clock: float) -> None:
    """200 parts in a million, four times what sound cards differ by, over ten minutes."""
    played = play(30_000, lambda _: 0.03, clock=clock)
    assert max(played.delays) - 0.03 <= 0.1
    assert len(set(played.numbers)) > 29_980


def test_late_and_doubled_packets_are_dropped() -> None:
    buffer = ReceiveBuffer()
    packets = [AudioPacket(n, n * 960, TWENTY_MS + bytes([n]), n * FRAME, None) for n in range(5)]
    for packet in packets[:3]:
        buffer.push(packet)
    assert buffer.pull(0.05) == packets[0].payload
    buffer.push(packets[0])
    buffer.push(packets[2])
    assert buffer.late == 1
    assert buffer.pull(0.07) == packets[1].payload
    assert buffer.pull(0.09) == packets[2].payload
    assert buffer.pull(0.11) is CONCEAL


def test_a_lost_packet_is_repaired_from_the_one_after_it_and_of_a_run_the_last() -> None:
    buffer = ReceiveBuffer()
    lost = {3, 6, 7}
    pulled: list[object] = []
    for number in range(12):
        if number not in lost:
            buffer.push(AudioPacket(number, number * 960, WITH_COPY + bytes([number]), number * FRAME, None))
        if number >= 2:
            pulled.append(buffer.pull(number * FRAME + 0.001))
    # Seven is taken from eight's copy; of six nothing is left.
    assert pulled == [
        Repair(WITH_COPY + bytes([number + 1]))
        if number in {3, 7}
        else CONCEAL
        if number == 6
        else WITH_COPY + bytes([number])
        for number in range(10)
    ]
    assert (buffer.played, buffer.repaired, buffer.concealed) == (7, 2, 1)


def test_nothing_in_nothing_out() -> None:
    buffer = ReceiveBuffer()
    assert [buffer.pull(n * FRAME) for n in range(5)] == [None] * 5


@given(
    count=st.integers(50, 250),
    seed=st.integers(0, 2**32),
    worst_delay=st.floats(0, 0.3),
    loss=st.floats(0, 0.6),
    first_time=st.integers(0, 0xFFFFFFFF),
)
def test_on_any_line_sound_comes_in_order_and_never_waits_long(
    count: int, seed: int, worst_delay: float, loss: float, first_time: int
) -> None:
    dice = random.Random(seed)
    line = [None if dice.random() < loss else dice.choice([0, 0, 0.3, 1]) * worst_delay for _ in range(count)]
    played = play(count, lambda number: line[number], first_time=first_time)
    assert played.numbers == sorted(set(played.numbers))
    # What the line itself took, and at most the buffer's thirty frames (and the pull's own phase) on top.
    assert all(delay <= worst_delay + 32 * FRAME for delay in played.delays)


@given(st.binary(max_size=4))
def test_any_packet_has_a_length_or_none(payload: bytes) -> None:
    samples = opus_samples(payload)
    assert samples is None or samples > 0


def test_lengths_of_opus_packets() -> None:
    assert opus_samples(b"\x78") == 960
    assert opus_samples(b"\xf8\xff\xfe") == 960
    assert opus_samples(b"\x79xx") == 1920
    assert opus_samples(b"\x70") == 480
    assert opus_samples(b"\x7b\x03") == 2880
