"""The headphones' sound in shared memory: in order and whole, newest wins, whoever dies."""

import subprocess
import sys
import time
from array import array
from pathlib import Path

import pytest

from hardware.link import sound_ring
from hardware.link.sound_ring import BLOCK_BYTES, MOST_BEHIND_BLOCKS, RING_BLOCKS, SoundRingReader, SoundRingWriter

HERE = Path(__file__).parent


def block(value: int) -> bytes:
    return array("h", [value] * (BLOCK_BYTES // 2)).tobytes()


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

    def go(self, seconds: float) -> None:
        # The reader looks for new files by the machine's clock.
        time.sleep(0.06)
        self.seconds += seconds


def values(reader: SoundRingReader) -> list[int]:
    taken: list[int] = []
    while (found := reader.take()) is not None:
        taken.append(array("h", found.samples)[0])
    return taken


def test_blocks_come_in_order_and_say_whose_they_are(tmp_path: Path) -> None:
    writer = SoundRingWriter(tmp_path)
    writer.write(block(1), "s005")
    reader = SoundRingReader(tmp_path)
    assert reader.take() is None, "what was before is left alone"
    before = time.monotonic()
    writer.write(block(2), "s005")
    writer.write(block(3), None)
    first, second = reader.take(), reader.take()
    assert first is not None
    assert second is not None
    assert (first.samples, first.site) == (block(2), "s005")
    assert (second.samples, second.site) == (block(3), None)
    assert before - 0.001 <= first.written_seconds <= second.written_seconds <= time.monotonic()
    assert reader.take() is None


def test_nothing_is_made_before_somebody_listens(tmp_path: Path) -> None:
    SoundRingWriter(tmp_path)
    reader = SoundRingReader(tmp_path)
    assert reader.waiting() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_falls_behind_goes_on_with_the_newest_and_counts(tmp_path: Path) -> None:
    writer, reader = SoundRingWriter(tmp_path), SoundRingReader(tmp_path)
    writer.write(block(0), None)
    time.sleep(0.06)
    assert values(reader) == [0]
    for value in range(1, MOST_BEHIND_BLOCKS + 3):
        writer.write(block(value), None)
    assert values(reader) == [MOST_BEHIND_BLOCKS + 2]
    assert reader.skipped_blocks == MOST_BEHIND_BLOCKS + 1
    for value in range(10 * RING_BLOCKS):
        writer.write(block(value), None)
    assert values(reader) == [10 * RING_BLOCKS - 1]


def test_a_worker_that_starts_again_is_heard_from_its_first_block(tmp_path: Path) -> None:
    reader, first = SoundRingReader(tmp_path), SoundRingWriter(tmp_path)
    first.write(block(1), "s001")
    time.sleep(0.06)
    assert values(reader) == [1]
    second = SoundRingWriter(tmp_path)
    second.write(block(2), "s001")
    second.write(block(3), "s001")
    assert values(reader) == [2, 3]


def test_one_worker_is_heard_at_a_time(tmp_path: Path) -> None:
    """Two workers may decode the same site; heard twice it would be double."""
    clock = Clock()
    reader = SoundRingReader(tmp_path, workers=2, now=clock)
    main, side = SoundRingWriter(tmp_path, 0), SoundRingWriter(tmp_path, 1)
    for value in range(3):
        main.write(block(value), None)
        side.write(block(100 + value), "s001")
    clock.go(1.0)
    assert values(reader) == [0, 1, 2]
    clock.go(0.02)
    side.write(block(103), "s001")
    assert values(reader) == []
    clock.go(0.2)
    assert values(reader) == [100, 101, 102, 103]


def test_without_memory_sound_is_dropped_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound_ring, "RETRY_SECONDS", 0.0)
    folder = tmp_path / "later"
    writer = SoundRingWriter(folder)
    writer.write(block(1), None)
    writer.write(block(2), None)
    assert writer.dropped_blocks == 2
    folder.mkdir()
    reader = SoundRingReader(folder)
    writer.write(block(3), None)
    time.sleep(0.06)
    assert values(reader) == [3]


def test_no_mixed_block_is_ever_heard_under_a_hammering_writer(tmp_path: Path) -> None:
    reader, whole, last = SoundRingReader(tmp_path), 0, 0.0
    writer = subprocess.Popen([sys.executable, str(HERE / "hammering_sound.py"), str(tmp_path)])
    try:
        deadline = time.monotonic() + 1.5
        while time.monotonic() < deadline or not whole:
            assert time.monotonic() < deadline + 10
            if (found := reader.take()) is None:
                continue
            whole += 1
            assert found.samples == block(int(found.site or "0"))
            assert found.written_seconds >= last
            last = found.written_seconds
    finally:
        writer.kill()
        writer.wait()
    assert whole > 50
    while reader.take() is not None:
        pass
    again = SoundRingWriter(tmp_path)
    again.write(block(7), "s001")
    assert values(reader) == [7]
