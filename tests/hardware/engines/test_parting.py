"""A site that leaves the mix hears silence at once: its decoder is not thrown from one coder to another."""

import numpy as np
from numpy.typing import NDArray

from hardware.engines.embedded.audio import PARTING_FRAMES, AudioOutput, AudioRoom, MixedFrame
from hardware.engines.embedded.mixer import FRAME_SAMPLES, level_db
from hardware.rtc.audio_codec import OpusDecoder, OpusEncoder
from hardware.rtc.media_types import AudioPacket

FRAME_SECONDS = 0.02
SPEAKERS = ("s001", "s002")
RING_DB = -23.0
"""The speakers' tones have -17 dB, what a coder still rings with has less than -27."""


class NoLevels:
    def write(self, site: str, level_db: float | None, peak_db: float | None, updated_ms: int) -> None:
        pass


def tone(hertz: int, number: int) -> NDArray[np.int16]:
    """Returns frame `number` of a tone."""
    at = np.arange(number * FRAME_SAMPLES, (number + 1) * FRAME_SAMPLES) / 48_000
    return np.rint(0.2 * 32767 * np.sin(2 * np.pi * hertz * at)).astype(np.int16)


def test_nobody_hears_the_closed_sites_in_the_frames_after() -> None:
    frames: list[MixedFrame] = []
    room = AudioRoom(AudioOutput(frames.append, lambda _site, _level: None), NoLevels(), None)
    coders = {site: OpusEncoder() for site in SPEAKERS}
    ears = {site: OpusDecoder() for site in (*SPEAKERS, "s003")}

    def pass_frame(number: int) -> dict[str, float]:
        """Returns how loud everybody's packet ends."""
        for place, site in enumerate(SPEAKERS):
            payload = coders[site].encode(tone(750 + 250 * place, number))
            packet = AudioPacket(number, number * FRAME_SAMPLES, payload, number * FRAME_SECONDS, -17)
            room.packet_arrived(site, packet)
        room.tick(number * FRAME_SECONDS, 0)
        frame = frames[-1]
        return {
            site: level_db(ear.decode(frame.own.get(site, frame.common).payload)[FRAME_SAMPLES // 2 :])
            for site, ear in ears.items()
        }

    room.set_gates(SPEAKERS)
    before = [pass_frame(number) for number in range(50)][-1]
    room.set_gates(())
    after = [pass_frame(50 + number) for number in range(2 * PARTING_FRAMES)]

    assert all(level > RING_DB for level in before.values()), before
    assert all(level < RING_DB for levels in after for level in levels.values()), after[:4]
    assert not frames[-1].own, "in the end everybody shares one packet again"
