"""Pictures and sound through the coders: sizes change, key frames come when asked, losses are bridged."""

import itertools

import numpy as np
import pytest

from hardware.rtc import audio_codec
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder, SoundUndecodable, carries_copy, level_dbov
from hardware.rtc.media_types import VideoCodec, VideoUnit
from hardware.rtc.payload_formats import nal_units
from hardware.rtc.video_codec import (
    ON_DECK,
    PODIUM,
    THUMBNAIL,
    PictureFormat,
    PictureUndecodable,
    VideoDecoder,
    make_encoder,
)
from hardware.simulator.voices import Voice
from tests.hardware.rtc.sides import mean_luma, picture

CODECS: list[VideoCodec] = ["H264", "VP8"]


def unit(codec: VideoCodec, data: bytes, *, key: bool) -> VideoUnit:
    return VideoUnit(data, codec, key, 0, 0.0)


@pytest.mark.parametrize("codec", CODECS)
def test_each_rung_begins_with_a_key_frame_and_one_decoder_follows(codec: VideoCodec) -> None:
    encoder, decoder = make_encoder(codec, THUMBNAIL), VideoDecoder()
    for luma, wanted in zip((60, 120, 180, 90), (THUMBNAIL, ON_DECK, PODIUM, THUMBNAIL), strict=True):
        encoder.reconfigure(wanted)
        for number in range(5):
            coded = encoder.encode(picture(luma, wanted.width, wanted.height, moving=number))
            assert coded is not None
            assert coded.key == (number == 0)
            (frame,) = decoder.decode(unit(codec, coded.data, key=coded.key))
            assert (frame.width, frame.height) == (wanted.width, wanted.height)
            assert abs(mean_luma(frame) - luma) < 4


@pytest.mark.parametrize("codec", CODECS)
def test_key_frames_come_when_asked_and_every_ten_seconds(codec: VideoCodec) -> None:
    encoder = make_encoder(codec, PictureFormat(320, 180, 8, 100_000))
    keys: list[int] = []
    for number in range(170):
        if number in {20, 21}:
            encoder.request_key_frame()
        coded = encoder.encode(picture(100, moving=number + 1))
        if coded is not None and coded.key:
            keys.append(number)
    assert keys[:3] == [0, 20, 21]
    assert len(keys) >= 4
    assert all(later - sooner <= 81 for sooner, later in itertools.pairwise([*keys, 169]))


def test_parameter_sets_stand_before_every_key_frame_and_a_picture_is_one_slice() -> None:
    encoder = make_encoder("H264", ON_DECK)
    for number in range(30):
        if number == 10:
            encoder.request_key_frame()
        coded = encoder.encode(picture(100, 640, 360, moving=number + 1))
        assert coded is not None
        kinds = [nal[0] & 0x1F for nal in nal_units(coded.data)]
        assert [kind for kind in kinds if kind != 6] == ([7, 8, 5] if coded.key else [1])
        if coded.key:
            sps = next(nal for nal in nal_units(coded.data) if nal[0] & 0x1F == 7)
            assert sps[1] == 66, "baseline"
            assert sps[2] & 0x40, "constrained"


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("wanted", [THUMBNAIL, ON_DECK, PODIUM])
def test_hard_pictures_keep_to_the_bit_rate(codec: VideoCodec, wanted: PictureFormat) -> None:
    encoder, dice = make_encoder(codec, wanted), np.random.default_rng(1)
    size = 0
    for number in range(3 * wanted.frames_per_second):
        frame = picture(100, wanted.width, wanted.height, moving=number + 1)
        luma = np.frombuffer(bytes(frame.planes[0]), np.uint8)
        noisy = (luma + dice.integers(0, 24, luma.shape, np.uint8)).astype(np.uint8)
        frame.planes[0].update(noisy.tobytes())
        coded = encoder.encode(frame)
        size += len(coded.data) if coded is not None else 0
    assert size * 8 / 3 < 1.5 * wanted.bits_per_second


def test_another_size_than_agreed_is_refused() -> None:
    with pytest.raises(ValueError, match="320x180"):
        make_encoder("H264", THUMBNAIL).encode(picture(1, 640, 360))


@pytest.mark.parametrize("codec", CODECS)
def test_a_stream_that_does_not_begin_with_a_key_frame_is_refused(codec: VideoCodec) -> None:
    encoder, decoder = make_encoder(codec, THUMBNAIL), VideoDecoder()
    first = encoder.encode(picture(100, moving=1))
    second = encoder.encode(picture(100, moving=2))
    assert first is not None
    assert second is not None
    with pytest.raises(PictureUndecodable):
        decoder.decode(unit(codec, second.data, key=False))
    assert decoder.decode(unit(codec, first.data, key=True))
    with pytest.raises(PictureUndecodable):
        decoder.decode(unit(codec, b"\0\0\0\1\x65" + b"\xff" * 50 if codec == "H264" else b"\x10\0\0", key=True))
    assert decoder.decode(unit(codec, first.data, key=True))


def tone(frames: int, hertz: float = 200.0, amplitude: int = 8000) -> list[np.ndarray]:
    samples = (amplitude * np.sin(2 * np.pi * hertz * np.arange(frames * 960) / 48_000)).astype(np.int16)
    return list(samples.reshape(frames, 960))


def test_sound_comes_out_as_loud_as_it_went_in_and_in_twenty_milliseconds() -> None:
    encoder, decoder = OpusEncoder(), OpusDecoder()
    for number, pcm in enumerate(tone(50)):
        payload = encoder.encode(pcm)
        assert 0 < len(payload) < 400
        out = decoder.decode(payload)
        assert out.shape == (960,)
        if number > 5:
            assert abs(level_dbov(out) - level_dbov(pcm)) <= 1


def test_silence_is_coded_too() -> None:
    encoder = OpusEncoder()
    assert all(encoder.encode(np.zeros(960, np.int16)) for _ in range(100))


@pytest.fixture(params=["libopus", "FFmpeg alone"])
def without_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Decodes once with libopus itself and once as where it cannot be reached."""
    if request.param == "FFmpeg alone":
        monkeypatch.setattr(audio_codec, "open_decoder", lambda: None)
    return request.param == "FFmpeg alone"


@pytest.mark.usefixtures("without_library")
def test_a_gap_is_bridged_without_a_click_and_fades() -> None:
    encoder, decoder = OpusEncoder(), OpusDecoder()
    payloads = [encoder.encode(pcm) for pcm in tone(30)]
    heard = [decoder.decode(payload) for payload in payloads[:20]]
    heard += [decoder.bridge() for _ in range(5)]
    heard += [decoder.decode(payload) for payload in payloads[25:]]
    levels = [level_dbov(pcm) for pcm in heard]
    assert levels[19] - 6 < levels[20] <= levels[19] + 1
    assert levels[22] < levels[21] < levels[20]
    assert levels[24] == -127
    assert levels[27] > -20
    steps = np.abs(np.diff(np.concatenate(heard[10:23]).astype(np.int32)))
    usual = np.abs(np.diff(np.concatenate(heard[5:19]).astype(np.int32))).max()
    assert steps.max() < 4 * usual


def spoken(frames: int) -> list[np.ndarray]:
    voice = Voice(3)
    return [voice.next_block(960) for _ in range(frames)]


def test_a_lost_frame_of_speech_is_repaired_from_the_packet_after_it() -> None:
    encoder, whole, holed = OpusEncoder(), OpusDecoder(), OpusDecoder()
    payloads = [encoder.encode(pcm) for pcm in spoken(200)]
    copies = [number for number in range(10, 199, 10) if carries_copy(payloads[number + 1])]
    assert len(copies) > 8
    error = power = 0.0
    for number, payload in enumerate(payloads):
        sent = whole.decode(payload).astype(np.float64)
        if number not in copies:
            holed.decode(payload)
            continue
        difference = holed.repair(payloads[number + 1]).astype(np.float64) - sent
        error += np.dot(difference, difference)
        power += np.dot(sent, sent)
    assert error < 0.1 * power


@pytest.mark.usefixtures("without_library")
def test_where_there_is_no_copy_the_frame_is_concealed() -> None:
    encoder, decoder = OpusEncoder(), OpusDecoder()
    payloads = [encoder.encode(pcm) for pcm in tone(20)]
    for payload in payloads:
        decoder.decode(payload)
    for following in (b"\xf8\xff\xfe", b"\x78", b"", payloads[0]):
        assert decoder.repair(following).shape == (960,)
    assert decoder.decode(payloads[-1]).shape == (960,)


def test_copies_are_read_from_the_packet_as_rfc_6716_has_it() -> None:
    assert carries_copy(b"\x48\x40")  # speech layer, 20 ms: voice flag, then the flag for copies
    assert not carries_copy(b"\x48\x80")
    assert carries_copy(b"\x50\x20")  # 40 ms: two voice flags
    assert carries_copy(b"\x58\x10")  # 60 ms: three
    assert carries_copy(b"\x78\x40")  # hybrid, 20 ms
    assert not carries_copy(b"\xf8\xff")  # no speech layer
    assert not carries_copy(b"\x49\xff")  # two frames
    assert not carries_copy(b"\x48")
    assert not carries_copy(b"")


@pytest.mark.usefixtures("without_library")
def test_what_is_not_opus_is_refused_and_the_next_packet_is_heard() -> None:
    encoder, decoder = OpusEncoder(), OpusDecoder()
    payload = encoder.encode(tone(1)[0])
    with pytest.raises(SoundUndecodable):
        decoder.decode(b"\xff\xff\xff")
    assert decoder.decode(payload).shape == (960,)
    with pytest.raises(SoundUndecodable):
        decoder.decode(b"")
    assert decoder.decode(payload).shape == (960,)


def test_levels_are_those_of_rfc_6464() -> None:
    assert level_dbov(np.zeros(960, np.int16)) == -127
    assert level_dbov(np.full(960, 32767, np.int16)) == 0
    assert level_dbov(tone(1, 1000.0, 32767)[0]) == -3
    assert level_dbov(np.zeros(0, np.int16)) == -127
