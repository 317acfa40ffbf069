"""The small pure rules of a worker: key frames for many, ages, first frames, counters, the beat of the mix."""

import asyncio
import time
from dataclasses import replace

from console.engine_port import WatchFirstFrame
from hardware.engines.embedded.first_frames import MOST_WATCHES, FirstFrames
from hardware.engines.embedded.key_frames import KeyFrameWishes
from hardware.engines.embedded.media_age import MediaAge
from hardware.engines.embedded.mix_clock import MOST_CATCH_UP_FRAMES, MixClock
from hardware.engines.embedded.samples import StreamWindow, age_ms
from hardware.rtc.media_types import StreamCounters


def test_many_wishes_make_one_key_frame_in_half_a_second() -> None:
    wishes = KeyFrameWishes()
    assert wishes.take(0.0)
    for number in range(36):
        wishes.wish()
        assert not wishes.take(0.01 * number)
    assert wishes.take(0.5)
    assert not wishes.take(2.0)


def test_age_tells_edges_only() -> None:
    age = MediaAge()
    told = [now for now in (0.5, 0.9, 1.0, 1.5, 2.0, 3.0) if age.step(0.0, now)]
    assert told == [1.0, 2.0]
    assert age.step(3.0, 3.1)
    assert (age.old, age.lost) == (False, False)


def test_first_frames_answer_each_watch_once() -> None:
    firsts = FirstFrames()
    firsts.watch(WatchFirstFrame(request_id="w1", site="a"))
    firsts.watch(WatchFirstFrame(request_id="w2", site="a", least_width=320))
    assert firsts.picture_decoded("a", 320) == ["w2"]
    assert firsts.picture_decoded("b", 1280) == []
    assert firsts.picture_decoded("a", 1280) == ["w1"]
    assert sorted(firsts.sound_decoded("a")) == ["w1", "w2"]
    assert firsts.sound_decoded("a") == []
    assert firsts.sites_without_picture() == frozenset()


def test_watches_are_bounded() -> None:
    firsts = FirstFrames()
    for number in range(MOST_WATCHES + 5):
        firsts.watch(WatchFirstFrame(request_id=str(number), site=str(number)))
    assert len(firsts.sites_without_picture()) == MOST_WATCHES


def test_a_window_holds_differences_and_unknown_stays_unknown() -> None:
    window = StreamWindow()
    assert window.close(StreamCounters()) is None
    counters = StreamCounters(packets=50, bytes=5000, lost=2, frames=8, jitter_ms=1.5)
    first = window.close(counters, 320, 180)
    assert first is not None
    assert (first.packets, first.lost, first.bytes, first.frames) == (50, 2, 5000, 8)
    counters = StreamCounters(packets=51, bytes=5100, lost=1, frames=8)
    second = window.close(counters)
    assert second is not None
    assert (second.packets, second.lost, second.frames, second.jitter_ms) == (1, 0, None, None)
    assert age_ms(None, 5.0) is None
    assert age_ms(4.5, 5.0) == 500


async def test_the_mix_keeps_time_over_a_stall() -> None:
    frames: list[int] = []
    loop = asyncio.get_running_loop()
    begun = loop.time()
    clock = MixClock(lambda _, skipped: frames.append(1 + skipped), loop)
    await asyncio.sleep(0.1)
    time.sleep(0.3)  # noqa: ASYNC251 - the stall is the test
    stalled = len(frames)
    await asyncio.sleep(0.1)
    clock.stop()
    expected = int((loop.time() - begun) / 0.02)
    assert abs(sum(frames) - expected) <= 1
    assert max(frames) > 5
    assert len(frames) - stalled <= MOST_CATCH_UP_FRAMES + 1 + 10


def losses(window: StreamWindow, *counted: tuple[int, int]) -> list[int]:
    samples = [window.close(StreamCounters(packets=packets, lost=lost)) for packets, lost in counted]
    return [sample.lost for sample in samples if sample is not None]


def test_packets_that_were_only_late_are_no_loss_in_the_long_run() -> None:
    assert losses(StreamWindow(), (10, 2), (22, 0), (32, 2), (42, 1), (52, 3)) == [2, 0, 0, 0, 1]


def test_a_sender_that_counts_anew_is_followed() -> None:
    assert losses(StreamWindow(), (1000, 50), (10, 1), (20, 3)) == [50, 1, 2]


def test_what_was_sent_is_counted_over_both_streams_once_it_was_reported() -> None:
    window = StreamWindow()
    assert window.close_sent((StreamCounters(packets=5), StreamCounters())) is None
    audio = StreamCounters(packets=50, lost=1, loss_fraction=0.02)
    video = StreamCounters(packets=150, lost=3, loss_fraction=0.02)
    first = window.close_sent((audio, video))
    assert first is not None
    assert (first.packets, first.lost) == (196, 4)
    again = window.close_sent((audio, replace(video, packets=250, lost=2)))
    assert again is not None
    assert (again.packets, again.lost) == (100, 0)
