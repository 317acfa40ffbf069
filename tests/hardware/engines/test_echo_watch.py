"""Echo in a meeting on generated speech: a room that returns what it is sent is named, two who talk at once are not."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from hardware.engines.embedded.echo_watch import EchoWatch, Looked
from hardware.engines.embedded.mixer import FRAME_SAMPLES, Sound
from hardware.rtc.echo_probe import Echo
from tests.bench.speech import speech

HERTZ = 48_000
SECONDS = 9


@lru_cache
def voice(number: int, seconds: int = SECONDS) -> Sound:
    """Returns somebody who goes on speaking, each voice with a beginning of its own."""
    said = np.tile(speech(number), 12)
    return said[number * 4_000 :][: seconds * HERTZ]


def quieter(sound: Sound, by_db: float) -> Sound:
    return (sound * 10 ** (-by_db / 20)).astype(np.int16)


def late(sound: Sound, milliseconds: int) -> Sound:
    samples = milliseconds * HERTZ // 1000
    return np.concatenate([np.zeros(samples, np.int16), sound[: len(sound) - samples]])


def added(*sounds: Sound) -> Sound:
    total = np.sum([sound.astype(np.int32) for sound in sounds], axis=0)
    return np.clip(total, -32_768, 32_767).astype(np.int16)


Told = list[tuple[str, Echo | None]]


def watched(sends: Sound, sent: Sound, told: Told | None = None) -> Told:
    """Returns what is told of a site that sends this while it is sent that."""
    told = [] if told is None else told

    def reckon(looked: Looked, take: Callable[[Echo], None]) -> None:
        take(looked.reckon())

    watch = EchoWatch(reckon, lambda site, echo: told.append((site, echo)))
    for at in range(0, len(sends) - FRAME_SAMPLES + 1, FRAME_SAMPLES):
        frame = slice(at, at + FRAME_SAMPLES)
        watch.pass_frame({"s001": sends[frame]}, {"s001": sent[frame]})
    return told


@pytest.mark.parametrize(("loss_db", "delay_ms"), [(6, 120), (15, 240), (25, 430)])
def test_a_room_that_returns_what_it_is_sent_is_named_with_its_delay(loss_db: int, delay_ms: int) -> None:
    sent = voice(3)
    room = np.random.default_rng(2).normal(0, 20, len(sent)).astype(np.int16)
    ((site, echo),) = watched(added(quieter(late(sent, delay_ms), loss_db), room), sent)
    assert site == "s001"
    assert echo is not None
    assert echo.delay_ms == pytest.approx(delay_ms, abs=15)


def test_it_is_named_under_somebody_who_speaks_in_the_room_too() -> None:
    sent = voice(3)
    assert watched(added(quieter(late(sent, 200), 6), quieter(voice(5), 6)), sent)


@pytest.mark.parametrize("other", [1, 5])
def test_two_people_who_speak_at_once_are_no_echo(other: int) -> None:
    assert watched(voice(other), voice(3)) == []


def test_silence_on_either_side_tells_nothing() -> None:
    nothing = np.zeros(SECONDS * HERTZ, np.int16)
    assert watched(nothing, voice(3)) == []
    assert watched(voice(3), nothing) == []


def test_an_echo_that_ends_is_taken_back_and_so_is_one_whose_site_leaves() -> None:
    sent = voice(3, 26)
    returned, half = quieter(late(sent, 150), 8), 10 * HERTZ
    told = watched(np.concatenate([returned[:half], voice(5, 16)]), sent)
    assert [echo is not None for _, echo in told] == [True, False]
    gone: Told = []
    watch = EchoWatch(lambda looked, take: take(looked.reckon()), lambda site, echo: gone.append((site, echo)))
    for at in range(0, half - FRAME_SAMPLES, FRAME_SAMPLES):
        frame = slice(at, at + FRAME_SAMPLES)
        watch.pass_frame({"s001": returned[frame]}, {"s001": sent[frame]})
    watch.pass_frame({}, {})
    assert [echo is not None for _, echo in gone] == [True, False]
