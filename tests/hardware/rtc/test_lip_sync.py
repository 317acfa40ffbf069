"""Pictures wait for sound that waits, and for nothing else."""

import asyncio

import pytest

from hardware.rtc.lip_sync import LipSync, PlayedSound, SenderClock, SenderClocks
from hardware.rtc.media_types import VideoUnit
from hardware.rtc.picture_hold import MOST_HELD, PictureHold

# The sender's wall clock stood at 1000 s when both streams began, at times of their own.
CLOCKS = SenderClocks(SenderClock(1000.0, 0xFFFFFF00), SenderClock(1000.0, 77))


def sound_at(seconds: float, heard: float) -> PlayedSound:
    return PlayedSound(int(0xFFFFFF00 + seconds * 48_000) & 0xFFFFFFFF, heard)


def picture_at(seconds: float) -> int:
    return int(77 + seconds * 90_000) & 0xFFFFFFFF


@pytest.mark.parametrize("sound_delay", [0.05, 0.15, 0.4])
def test_a_picture_is_shown_when_the_sound_of_its_moment_is_heard(sound_delay: float) -> None:
    sync, line = LipSync(), 0.03
    for number in range(100):
        made = number / 25
        now = 500.0 + made + line
        played = sound_at(made + line - sound_delay, now)
        shown = now + sync.wait_seconds(picture_at(made), CLOCKS, played, now)
        heard = 500.0 + made + sound_delay
        assert abs(shown - heard) < 0.021, "below what a timer is worth it is left alone"


def test_a_picture_that_is_late_anyway_does_not_wait() -> None:
    now = 501.0
    assert LipSync().wait_seconds(picture_at(0.5), CLOCKS, sound_at(0.9, now), now) == 0


def test_a_wait_is_bounded_whatever_a_sender_says_of_its_clock() -> None:
    wrong = SenderClocks(SenderClock(1000.0, 0), SenderClock(5000.0, 0))
    assert LipSync().wait_seconds(0, wrong, PlayedSound(0, 10.0), 10.0) <= 0.6


def test_without_sound_or_reports_nothing_waits() -> None:
    now = 500.0
    assert LipSync().wait_seconds(0, SenderClocks(None, None), sound_at(0, now), now) == 0
    assert LipSync().wait_seconds(picture_at(0), CLOCKS, None, now) == 0
    assert LipSync().wait_seconds(picture_at(1), CLOCKS, sound_at(0.0, now - 3), now) == 0, "long silent"


def unit(number: int) -> VideoUnit:
    return VideoUnit(b"", "H264", key=False, rtp_time=number, arrived_seconds=0.0)


async def test_held_pictures_come_in_order_and_when_they_are_due() -> None:
    shown: list[tuple[int, float]] = []
    loop = asyncio.get_running_loop()
    hold = PictureHold(lambda unit: shown.append((unit.rtp_time, loop.time())))
    began = loop.time()
    hold.take(unit(0), 0.0)
    assert [number for number, _ in shown] == [0], "who need not wait does not"
    hold.take(unit(1), 0.06)
    hold.take(unit(2), 0.0)  # behind one that waits
    hold.take(unit(3), 0.03)
    async with asyncio.timeout(5):
        while len(shown) < 4:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    assert [number for number, _ in shown] == [0, 1, 2, 3]
    assert all(at >= began + 0.06 for _, at in shown[1:])


async def test_what_waits_is_bounded_and_can_be_dropped() -> None:
    shown: list[int] = []
    hold = PictureHold(lambda unit: shown.append(unit.rtp_time))
    for number in range(MOST_HELD + 5):
        hold.take(unit(number), 30.0)
    assert shown == [0, 1, 2, 3, 4]
    hold.drop()
    hold.take(unit(99), 0.0)
    assert shown[-1] == 99
