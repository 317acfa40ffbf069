"""What the headphones play, without a sound card: the ring at another clock's pace, and the chimes."""

from collections import deque

import numpy as np
import pytest

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.link.sound_ring import SoundBlock
from hardware.processes.window.chimes import MOST_WAITING, ChimeKind, ChimeSound, chime
from hardware.processes.window.headphones_sound import MOST_WAITING_BLOCKS, START_BLOCKS, HeadphonesSound, RingSound
from tests.hardware.engines.small_site import energy_db

BLOCK_SECONDS = 0.02


class WrittenRing:
    """A ring that is written on time by a clock of its own and read when the test says."""

    def __init__(self, hertz: float = 500.0, every_seconds: float = BLOCK_SECONDS) -> None:
        self.now, self.site = 0.0, "s001"
        self.every_seconds = every_seconds
        self.stopped = False
        self._hertz, self._number, self._due = hertz, 0, 0.0
        self._blocks: deque[SoundBlock] = deque()

    def go(self, seconds: float) -> None:
        self.now += seconds
        while self._due <= self.now:
            times = (np.arange(BLOCK_SAMPLES) + self._number * BLOCK_SAMPLES) / 48000
            sound = (8000 * np.sin(2 * np.pi * self._hertz * times)).astype(np.int16)
            if not self.stopped:
                self._blocks.append(SoundBlock(sound.tobytes(), self.site, self._due))
            self._number += 1
            self._due += self.every_seconds

    def waiting(self) -> int:
        return len(self._blocks)

    def take(self) -> SoundBlock | None:
        return self._blocks.popleft() if self._blocks else None


def played(ring: WrittenRing, sound: RingSound, seconds: float) -> Samples:
    blocks: list[Samples] = []
    for _ in range(round(seconds / BLOCK_SECONDS)):
        ring.go(BLOCK_SECONDS)
        blocks.append(sound.next_block())
    return np.concatenate(blocks)


def steepest(sound: Samples) -> int:
    return int(np.abs(np.diff(sound.astype(np.int32))).max())


TONE_STEP = 8000 * 2 * np.pi * 500 / 48000
"""The steepest step of the tone itself."""


@pytest.mark.parametrize("parts_per_million", [-300, 0, 300])
def test_another_clock_neither_runs_dry_nor_piles_up(parts_per_million: int) -> None:
    ring = WrittenRing(every_seconds=BLOCK_SECONDS * (1 + parts_per_million / 1_000_000))
    sound = RingSound(ring, lambda: ring.now)
    heard = played(ring, sound, 120.0)
    assert sound.gaps == 0
    assert sound.shortened == 0
    assert 1 <= ring.waiting() <= START_BLOCKS + 2
    assert sound.heard == (True, "s001")
    assert energy_db(heard[-4800:], 500) == pytest.approx(-12.2, abs=0.5)
    assert steepest(heard[48000:]) < 1.3 * TONE_STEP


def test_what_stops_fades_out_and_what_begins_fades_in() -> None:
    ring = WrittenRing()
    sound = RingSound(ring, lambda: ring.now)
    first = played(ring, sound, 1.0)
    ring.stopped = True
    gone = played(ring, sound, 1.0)
    ring.stopped = False
    back = played(ring, sound, 1.0)
    whole = np.concatenate((first, gone, back))
    assert not gone[-20000:].any()
    assert sound.gaps == 1
    assert np.abs(back[-9600:]).max() > 7000
    assert steepest(whole) < 2.5 * TONE_STEP, "no seam is a step"


def test_after_silence_nobody_counts_as_heard() -> None:
    ring = WrittenRing()
    sound = RingSound(ring, lambda: ring.now)
    assert sound.heard == (False, None)
    played(ring, sound, 0.5)
    assert sound.heard == (True, "s001")
    ring.stopped = True
    played(ring, sound, 1.0)
    assert sound.heard == (False, None)


def test_delay_is_taken_back_without_a_step() -> None:
    ring = WrittenRing()
    sound = RingSound(ring, lambda: ring.now)
    played(ring, sound, 0.5)
    ring.go(0.3)
    heard = played(ring, sound, 1.0)
    assert ring.waiting() <= MOST_WAITING_BLOCKS
    assert sound.shortened > 0
    assert steepest(heard) < 2 * TONE_STEP


def test_another_site_comes_in_softly() -> None:
    ring = WrittenRing()
    sound = RingSound(ring, lambda: ring.now)
    before = played(ring, sound, 0.5)
    ring.site = "s002"
    after = played(ring, sound, 0.5)
    assert sound.heard == (True, "s002")
    assert steepest(np.concatenate((before, after))) < 2.5 * TONE_STEP


@pytest.mark.parametrize("kind", list(ChimeKind))
def test_a_chime_is_short_soft_and_ends_in_silence(kind: ChimeKind) -> None:
    sound = np.concatenate(chime(kind))
    assert len(sound) / 48000 < 1.0
    assert 500 < np.abs(sound).max() < 0.2 * 32768
    assert sound[0] == 0
    assert abs(int(sound[-1])) < 5
    # A slope of a sine of 1760 Hz at this height, and of its octave: nothing clicks.
    assert steepest(sound) < 0.2 * 32768 * 2 * np.pi * 2 * 1760 / 48000


def test_chimes_differ_in_what_they_are() -> None:
    lengths = {kind: len(np.concatenate(chime(kind))) for kind in ChimeKind}
    assert len(set(lengths.values())) == len(ChimeKind)
    low = np.concatenate(chime(ChimeKind.LOW))
    assert energy_db(low, 220) > energy_db(low, 740) + 20


def test_chimes_wait_their_turn_and_the_flood_is_dropped_and_counted() -> None:
    chimes = ChimeSound()
    assert chimes.next_block() is None
    for _ in range(MOST_WAITING + 5):
        chimes.order(ChimeKind.TICK)
    assert chimes.dropped == 4
    blocks = 0
    while chimes.next_block() is not None:
        blocks += 1
    assert blocks == (MOST_WAITING + 1) * len(chime(ChimeKind.TICK))
    assert not chimes.playing


def test_a_chime_lies_over_what_is_listened_to() -> None:
    ring = WrittenRing()
    sound = HeadphonesSound()
    sound.listen = RingSound(ring, lambda: ring.now)
    played(ring, sound.listen, 0.5)
    sound.chimes.order(ChimeKind.TWO_TONES)
    blocks: list[Samples] = []
    for _ in range(10):
        ring.go(BLOCK_SECONDS)
        blocks.append(sound.next_block())
    heard = np.concatenate(blocks)
    assert energy_db(heard, 500) == pytest.approx(-12.2, abs=1)
    assert energy_db(heard, 988) > -35


def test_every_sound_of_a_windows_bell_has_its_chime() -> None:
    from widgets.alarms.alarm_bell import Chime

    assert {chime.name.lower() for chime in Chime} == set(ChimeKind)
