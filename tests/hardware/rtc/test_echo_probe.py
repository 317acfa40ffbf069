"""The echo of a room is found by its delay and level, under a voice too; what is no echo is not taken for one."""

import numpy as np
import pytest

from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder
from hardware.rtc.echo_probe import LONGEST_SECONDS, PROBE_DB, Echo, EchoMeter, Wave, probe_frame, probe_sound
from hardware.rtc.tones import FRAME_SAMPLES, SAMPLE_RATE, Sound, Tone, ToneMeter, with_tone
from hardware.simulator.voices import Voice

FRAMES = 75


def played(frames: int = FRAMES) -> Wave:
    """The noise with the tone over it, as a site hears it."""
    tone = Tone(1000)
    return np.concatenate([with_tone(probe_frame(n), tone.next_frame()) for n in range(frames)]).astype(np.float64)


def room(loss_db: float | None, delay_ms: int, disturbance: Wave | None = None, *, ring_ms: int = 0) -> Sound:
    """What a microphone gives while that is played."""
    sound = played()
    heard = np.zeros(len(sound))
    if loss_db is not None:
        delay = delay_ms * SAMPLE_RATE // 1000
        heard[delay:] = sound[: len(sound) - delay] * 10 ** (-loss_db / 20)
        for number in range(1, ring_ms // 10 + 1):
            later = delay + number * SAMPLE_RATE // 100
            heard[later:] += sound[: len(sound) - later] * 10 ** (-(loss_db + 6 * number) / 20)
    if disturbance is not None:
        heard += disturbance
    return np.clip(heard, -32768, 32767).astype(np.int16)


def found(heard: Sound, *, coded: bool = False, lost: tuple[int, ...] = ()) -> Echo | None:
    meter, encoder, decoder = EchoMeter(1000), OpusEncoder(), OpusDecoder()
    for number, frame in enumerate(heard.reshape(-1, FRAME_SAMPLES)):
        sound = decoder.decode(encoder.encode(frame)) if coded else frame
        if number not in lost and len(sound) == FRAME_SAMPLES:
            meter.hear(number, sound)
    return meter.find()


def voice(level_db: float) -> Wave:
    speaker = Voice(9)
    said = np.concatenate([speaker.next_block(FRAME_SAMPLES) for _ in range(FRAMES)]).astype(np.float64)
    return said * 10 ** (level_db / 20) * 32768 / np.sqrt(np.mean(said**2))


@pytest.mark.parametrize("loss_db", [0, 12, 30, 40])
@pytest.mark.parametrize("delay_ms", [0, 60, 240, 800])
def test_an_echo_is_found_by_its_level_and_its_delay(loss_db: int, delay_ms: int) -> None:
    echo = found(room(loss_db, delay_ms))
    assert echo is not None
    assert echo.loss_db == pytest.approx(loss_db, abs=1)
    assert echo.delay_ms == pytest.approx(delay_ms, abs=2)


def test_a_room_that_rings_is_measured_with_all_that_rings() -> None:
    echo = found(room(20, 100, ring_ms=50))
    assert echo is not None
    assert echo.loss_db == pytest.approx(19, abs=1)
    assert echo.delay_ms == pytest.approx(100, abs=2)


@pytest.mark.parametrize("loss_db", [10, 25])
def test_the_echo_is_found_under_a_voice_through_the_codec_and_with_lost_packets(loss_db: int) -> None:
    echo = found(room(loss_db, 180, voice(-25)), coded=True, lost=(20, 21, 50))
    assert echo is not None
    assert echo.loss_db == pytest.approx(loss_db, abs=2.5)
    assert echo.delay_ms == pytest.approx(180, abs=20)


@pytest.mark.parametrize(
    "heard",
    [
        np.zeros(FRAMES * FRAME_SAMPLES),
        voice(-20),
        np.random.default_rng(1).normal(0, 300, FRAMES * FRAME_SAMPLES),
        np.concatenate([Tone(1000).next_frame() for _ in range(FRAMES)]).astype(np.float64),
    ],
    ids=["silence", "voice", "noise", "whistle"],
)
def test_what_is_no_echo_is_not_taken_for_one(heard: Wave) -> None:
    echo = found(room(None, 0, heard))
    assert echo is not None
    assert echo.loss_db is None
    assert echo.limit_db > 20, "an echo that matters would have been recognised"


def test_too_little_to_tell_says_nothing_and_later_than_a_second_is_no_echo() -> None:
    meter = EchoMeter(1000)
    assert meter.find() is None
    meter.hear(0, probe_frame(0))
    assert meter.find() is None
    assert LONGEST_SECONDS == 1.0
    late = found(room(10, 1400))
    assert late is not None
    assert late.loss_db is None


def test_the_noise_is_as_loud_as_it_says_and_hides_no_tone() -> None:
    level = 20 * np.log10(np.sqrt(np.mean((probe_sound() / 32768) ** 2)))
    assert level == pytest.approx(PROBE_DB, abs=0.1)
    meter = ToneMeter(1000)
    for frame in played().astype(np.int16).reshape(-1, FRAME_SAMPLES):
        meter.hear(frame)
    assert meter.loudness().tone_db == pytest.approx(-17, abs=0.7)


def test_under_a_loud_disturbance_it_is_said_that_an_echo_might_be_missed() -> None:
    loud = np.random.default_rng(2).normal(0, 12_000, FRAMES * FRAME_SAMPLES)
    echo = found(room(40, 100, loud))
    assert echo is not None
    assert echo.loss_db is None
    assert echo.limit_db < 20
