"""The program's sound on its way to the card: clocks that run apart, cards that starve, seams that are not heard."""

import functools

import numpy as np
import pytest

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.play_audio import CALM_BLOCKS, LEAST_TARGET_BLOCKS, MOST_TARGET_BLOCKS, PlayQueue
from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.join_sound import faded_in, faded_out, resampled, shortened
from hardware.rtc.media_types import AudioPacket
from hardware.simulator.voices import Voice, who_is_heard

FRAME_SECONDS = 0.02
LINE_SECONDS = 0.03
TONE_HZ = 400


def tone(samples: int, *, speed: float = 1.0) -> Samples:
    return (9000 * np.sin(2 * np.pi * TONE_HZ * speed * np.arange(samples) / 48_000)).astype(np.int16)


def worst_step(sound: Samples) -> float:
    """The largest bend: a click is one, and a tone has its own."""
    return float(np.abs(np.diff(sound.astype(np.float64), 2)).max())


# ---------------------------------------------------------------- seams


def test_a_gap_fades_out_and_in() -> None:
    sound = tone(2 * BLOCK_SAMPLES)
    last, following = sound[:BLOCK_SAMPLES], sound[BLOCK_SAMPLES:]
    gap = np.concatenate((last, faded_out(last), faded_in(following)))
    assert not gap[BLOCK_SAMPLES + 480 : 2 * BLOCK_SAMPLES + 1].any()
    steepest = 2 * np.pi * TONE_HZ / 48_000 * 9000
    assert float(np.abs(np.diff(gap.astype(np.float64))).max()) < 1.2 * steepest


@pytest.mark.parametrize("start", [0, 31, 77])
def test_what_is_left_out_leaves_no_click(start: int) -> None:
    sound = tone(3 * BLOCK_SAMPLES)[start : start + 2 * BLOCK_SAMPLES]
    shorter = shortened(sound)
    assert 480 <= len(sound) - len(shorter) <= BLOCK_SAMPLES
    assert worst_step(shorter) < 1.5 * worst_step(sound)
    assert shorter[0] == sound[0]
    assert shorter[-1] == sound[-1]


@pytest.mark.parametrize("taken", [BLOCK_SAMPLES - 1, BLOCK_SAMPLES + 1])
def test_a_thousandth_in_pace_is_a_clean_tone(taken: int) -> None:
    sound, before, made = tone(20 * BLOCK_SAMPLES), np.zeros(2, np.int16), list[Samples]()
    for number in range(15):
        piece = sound[number * taken : (number + 1) * taken]
        made.append(resampled(piece, before))
        before = piece[-2:]
    played = np.concatenate(made)
    wanted = 9000 * np.sin(2 * np.pi * TONE_HZ / 48_000 * ((np.arange(len(played)) + 1) * taken / BLOCK_SAMPLES - 1))
    assert float(np.abs(played - wanted)[2:].max()) < 3


# ---------------------------------------------------------------- the card's side


class Counting:
    """A source whose blocks carry their number."""

    def __init__(self) -> None:
        self.made = 0

    def next_block(self) -> Samples:
        self.made += 1
        return np.full(BLOCK_SAMPLES, self.made, np.int16)


def test_the_card_gets_silence_while_nobody_speaks_and_that_is_no_fault() -> None:
    queue = PlayQueue()
    assert not queue.pull().any()
    queue.refill()
    assert queue.starved_blocks == 0


def test_blocks_come_in_order_and_no_more_than_wanted() -> None:
    queue, source = PlayQueue(), Counting()
    queue.attach(source.next_block)
    played: list[int] = []
    for _ in range(10):
        assert source.made - len(played) <= LEAST_TARGET_BLOCKS
        played.append(int(queue.pull()[-1]))
        queue.refill()
    assert played == list(range(1, 11))
    queue.attach(None)
    queue.pull()
    assert not queue.pull().any()
    assert queue.starved_blocks == 0


def test_a_card_that_starves_gets_a_deeper_queue_and_calm_takes_it_back() -> None:
    queue, source = PlayQueue(), Counting()
    queue.attach(source.next_block)
    for _ in range(20):
        for _ in range(MOST_TARGET_BLOCKS + 1):
            queue.pull()
        queue.refill()
    assert queue.target_blocks == MOST_TARGET_BLOCKS
    assert queue.starved_blocks > 20
    for _ in range(CALM_BLOCKS * MOST_TARGET_BLOCKS):
        queue.pull()
        queue.refill()
    assert queue.target_blocks == LEAST_TARGET_BLOCKS


# ---------------------------------------------------------------- two clocks


@functools.cache
def voice_payloads() -> list[bytes]:
    voice, opus = Voice(31), OpusEncoder()
    return [opus.encode(voice.next_block(BLOCK_SAMPLES)) for _ in range(100)]


class Line:
    """A steady line from a bridge to a site whose card runs `clock` times as slow."""

    def __init__(self, clock: float) -> None:
        self.now = LINE_SECONDS
        self.sound = ProgramSound(told_decoded=lambda packet: None, now=lambda: self.now)
        self.played: list[Samples] = []
        self.most_waiting = 0
        self._clock = clock
        self._sent = 0

    def run(self, blocks: int, *, stalled: bool = False) -> None:
        for _ in range(blocks):
            self.now += FRAME_SECONDS * self._clock
            while not stalled and self._sent * FRAME_SECONDS + LINE_SECONDS <= self.now:
                self._arrive()
            self.played.append(self.sound.next_block())
            self.most_waiting = max(self.most_waiting, self.sound.buffer.waiting_frames)

    def _arrive(self) -> None:
        number = self._sent
        payload = voice_payloads()[number % 100]
        at = max(self.now - FRAME_SECONDS, number * FRAME_SECONDS + LINE_SECONDS)
        self.sound.take(AudioPacket(number & 0xFFFF, number * BLOCK_SAMPLES, payload, at, -20), heard=True)
        self._sent += 1


@pytest.mark.parametrize("clock", [0.9995, 1.0, 1.0005])
def test_clocks_that_run_apart_cost_no_sound(clock: float) -> None:
    """Five times what sound cards differ by; over two minutes three frames too few or too many."""
    line = Line(clock)
    line.run(6000)
    buffer = line.sound.buffer
    assert (line.sound.bridged_frames, buffer.dropped, line.sound.shortened) == (0, 0, 0)
    assert line.most_waiting <= 3
    for at in range(100, 5900, 500):
        assert who_is_heard(np.concatenate(line.played[at : at + 50]), range(60)) == {31}


def test_a_stall_is_taken_back_without_dropping_a_frame() -> None:
    line = Line(1.0)
    line.run(200)
    line.run(8, stalled=True)
    line.run(500)
    assert line.sound.shortened > 0
    assert line.sound.buffer.dropped == 0
    assert line.sound.buffer.waiting_frames <= 3
    assert who_is_heard(np.concatenate(line.played[-50:]), range(60)) == {31}
