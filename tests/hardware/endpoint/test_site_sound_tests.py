"""A site's part of the sound test: it measures what it receives, and never sends a tone into an open microphone."""

import asyncio

import numpy as np
import pytest

from console.checks.check_messages import SiteSoundTested, TestSiteSound
from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound
from hardware.endpoint.site_sound_tests import SiteSoundTests
from hardware.endpoint.sound.microphone_gate import MicrophoneGate
from hardware.endpoint.sound.sound_sender import SoundSender
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.tones import TONE_DB, Tone, ToneMeter

LISTENED = MicrophoneGate(listening=True)
CODER_BLOCKS = 2
"""Opus rings on with what it was given before for two packets."""


class Room:
    """A microphone that gives silence, and what leaves the site."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.said: list[SiteSoundTested] = []
        self._deliver: DeliverSound | None = None
        self.sender = SoundSender(self, lambda payload, _time, _level: self.sent.append(payload))
        self.tests = SiteSoundTests(self.sender, self.said.append, lambda: None)  # type: ignore[arg-type]
        self.sender.want(sound=True)

    def start(self, deliver: DeliverSound) -> None:
        self._deliver = deliver

    def stop(self) -> None:
        self._deliver = None

    def close(self) -> None:
        self.stop()

    def blocks(self, count: int) -> None:
        """Lets the microphone give blocks."""
        for _ in range(count):
            if self._deliver is not None:
                self._deliver(np.zeros(BLOCK_SAMPLES, np.int16))

    def tone_sent(self) -> float | None:
        """Returns the level of 620 Hz in all that left."""
        ear, meter = OpusDecoder(), ToneMeter(620)
        for payload in self.sent:
            sound = ear.decode(payload)
            if len(sound) == BLOCK_SAMPLES:
                meter.hear(sound)
        return meter.loudness().tone_db


def asked(**wish: int) -> TestSiteSound:
    return TestSiteSound(request_id="t", milliseconds=wish.pop("milliseconds", 5000), **wish)


async def test_a_tone_takes_the_microphones_place_and_the_microphone_comes_back() -> None:
    room = Room()
    room.tests.begin(asked(play_hertz=620), LISTENED)
    room.blocks(40)
    assert room.tone_sent() == pytest.approx(TONE_DB, abs=1.5)
    room.tests.end()
    assert (room.said[0].request_id, room.said[0].frames) == ("t", 40)
    room.sent.clear()
    room.blocks(40)
    assert room.tone_sent() is None


@pytest.mark.parametrize(
    "gate", [MicrophoneGate(), MicrophoneGate(open=True), MicrophoneGate(open=True, listening=True)]
)
async def test_no_tone_goes_where_others_could_hear_it(gate: MicrophoneGate) -> None:
    room = Room()
    room.tests.begin(asked(play_hertz=620), gate)
    room.blocks(40)
    assert room.tone_sent() is None
    assert room.said[0].frames == 0


async def test_a_microphone_that_opens_ends_the_tone_but_for_what_is_in_the_coder() -> None:
    room = Room()
    room.tests.begin(asked(play_hertz=620), LISTENED)
    room.blocks(5)
    room.tests.follow(MicrophoneGate(open=True, listening=True))
    room.blocks(CODER_BLOCKS)
    room.sent.clear()
    room.blocks(40)
    assert room.tone_sent() is None, "the bridge keeps the site out of the mix for longer than that"
    assert len(room.said) == 1


async def test_what_is_received_is_measured_and_answered_after_its_time() -> None:
    room = Room()
    room.tests.begin(asked(milliseconds=150, listen_hertz=1000), MicrophoneGate())
    assert room.tests.listening
    coder, tone = OpusEncoder(), Tone(1000)
    for number in range(30):
        packet = AudioPacket(number, number * BLOCK_SAMPLES, coder.encode(tone.next_frame()), 0.0, -17)
        room.tests.hear(packet)
    await asyncio.sleep(0.3)
    (answer,) = room.said
    assert answer.frames >= 28
    assert answer.tone_db == pytest.approx(TONE_DB, abs=1.5)
    assert not room.tests.listening


async def test_nothing_received_is_said_to_be_nothing() -> None:
    room = Room()
    room.tests.begin(asked(listen_hertz=1000), MicrophoneGate())
    room.tests.end()
    assert (room.said[0].frames, room.said[0].tone_db, room.said[0].peak_db) == (0, None, None)


async def test_a_new_test_ends_the_one_before_and_each_is_answered_once() -> None:
    room = Room()
    room.tests.begin(asked(listen_hertz=1000), MicrophoneGate())
    room.tests.begin(asked(play_hertz=620), LISTENED)
    room.tests.end()
    room.tests.end()
    assert len(room.said) == 2
